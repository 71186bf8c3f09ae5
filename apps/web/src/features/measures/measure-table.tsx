import type { MeasureRow } from '@dabiao/contract/measure';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { Frequency, Payment } from '../../ui/payment.tsx';
import { groupMeasures, type MeasureGroup } from './grouping.ts';
import './measures.css';

const COLUMNS = 5;

/** Policy measures, one table a document: clause, the words of each sentence, and what they give to whom. */
export function MeasureTables({ rows }: { rows: readonly MeasureRow[] }) {
  const { t } = useTranslation();
  return groupMeasures(rows).map(({ document, count, groups }) => (
    <section key={document.id} className="measures">
      <h2>
        <KeepLink to={`/documents/${document.id}`}>{document.shortTitle}</KeepLink>
      </h2>
      <table>
        <caption>
          {t('measure.caption', { n: count })}
          {document.validTo === null ? t('measure.noEnd') : t('measure.validTo', { date: document.validTo })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('measure.who')}</th>
            <th scope="col">{t('measure.why')}</th>
            <th scope="col">{t('measure.howMuch')}</th>
            <th scope="col">{t('measure.howOften')}</th>
            <th scope="col">{t('target.column.departments')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <ClauseRows key={group.clause.join('/')} group={group} />
        ))}
      </table>
    </section>
  ));
}

function ClauseRows({ group: { clause, sentences } }: { group: MeasureGroup }) {
  return (
    <tbody>
      <tr>
        <th colSpan={COLUMNS} scope="rowgroup" className="measures__clause">
          {clause.length > 1 ? <span className="note">{clause.slice(0, -1).join(' / ')}</span> : null}
          <h3>{clause.at(-1)}</h3>
        </th>
      </tr>
      {sentences.map(({ quote, measures }) => (
        <Fragment key={measures[0]?.id}>
          <tr>
            <td colSpan={COLUMNS} className="measures__quote">
              <q>{quote}</q>
            </td>
          </tr>
          {measures.map((row) => (
            <MeasureLine key={row.id} row={row} />
          ))}
        </Fragment>
      ))}
    </tbody>
  );
}

function MeasureLine({ row }: { row: MeasureRow }) {
  const { t } = useTranslation();
  return (
    <tr className="measure-row" id={row.id}>
      <th scope="row" className="measure-row__who">
        {row.beneficiary}
      </th>
      <td className="measure-row__why">
        {row.purpose}
        {row.notes === null ? null : <span className="note payment__line">{row.notes}</span>}
      </td>
      <td className="measure-row__sum" data-label={t('measure.howMuch')}>
        <div>
          <Payment row={row} />
        </div>
      </td>
      <td className="measure-row__often" data-label={t('measure.howOften')}>
        <div>
          <Frequency row={row} />
        </div>
      </td>
      <td className="measure-row__departments" data-label={t('target.column.departments')}>
        <span>
          {row.departments.length === 0
            ? t('target.noDepartment')
            : row.departments
                .map(({ name, role }) => (role === 'lead' ? t('measure.lead', { name }) : name))
                .join(t('verdict.and'))}
        </span>
      </td>
    </tr>
  );
}
