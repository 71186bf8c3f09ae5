import type { TargetDetail } from '@dabiao/contract/target';
import { clauseLine } from '@dabiao/domain/document';
import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { demandAmount } from '../../ui/value-text.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';

/** The sentence a target comes from, with its clause and its document. */
export function TargetQuote({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { row } = detail;
  return (
    <section aria-labelledby="quote">
      <h2 id="quote">{t('target.quote')}</h2>
      <blockquote className="quote">{row.quote}</blockquote>
      {row.clause.length > 0 ? (
        <p className="note">
          <KeepLink to={`/documents/${row.document.id}`} search={{ clause: clauseLine(row.clause) }}>
            {row.clause.join(' / ')}
          </KeepLink>
        </p>
      ) : null}
      <p className="small">
        <KeepLink to={`/documents/${row.document.id}`}>{row.document.shortTitle}</KeepLink>
      </p>
      <ul className="small demands">
        {row.milestones.length === 0 && row.qualifier ? <li>{row.qualifier}</li> : null}
        {row.milestones.map((milestone) => (
          <li key={`${milestone.year}-${milestone.value}`}>
            {milestone.year ?? t('target.noYear')}{' '}
            {demandAmount(
              row.comparator,
              { value: milestone.value, valueMax: milestone.valueMax ?? null },
              row.judgedUnit,
              lang,
            )}
            {milestone.wording ? (
              <span className="note"> {t('target.wording', { words: milestone.wording })}</span>
            ) : null}
            {milestone.yearInferred ? <span className="note"> {t('target.yearInferred')}</span> : null}
          </li>
        ))}
      </ul>
      {detail.notes ? <p className="note">{detail.notes}</p> : null}
      {detail.definition ? (
        <p className="note">
          {t('target.definition')} {detail.definition}
        </p>
      ) : null}
    </section>
  );
}

/** Who answers for it, leading departments first. */
export function TargetDepartments({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const { departments } = detail.row;
  const ordered = [...departments].sort((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'));
  return (
    <section aria-labelledby="departments">
      <h2 id="departments">{t('target.column.departments')}</h2>
      {ordered.length === 0 ? (
        <p className="small">{t('target.noDepartment')}</p>
      ) : (
        <ul className="small">
          {ordered.map(({ name, role }) => (
            <li key={name}>
              <KeepLink to="/targets" search={{ department: name }}>
                {name}
              </KeepLink>{' '}
              <span className="note">{t(`target.role.${role}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Other targets on the same quantity. Nothing where there are none. */
export function RelatedTargets({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  if (detail.related.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">{t('target.related')}</h2>
      <ul className="small related">
        {detail.related.map((row) => (
          <li key={row.id}>
            <VerdictMark verdict={row.assessment.verdict} early={row.assessment.early} />
            <span>
              <KeepLink to={`/targets/${row.id}`}>
                {row.region.name} {(lang === 'en' && row.indicator.nameEn) || row.indicator.name}
              </KeepLink>{' '}
              <span className="note">
                {row.document.shortTitle}
                {row.restates === null ? '' : ` · ${t('target.restated')}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
