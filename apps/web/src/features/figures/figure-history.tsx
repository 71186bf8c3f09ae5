import type { FigureHistory } from '@dabiao/contract/figure-history';
import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { formatDifference, formatValue, shownUnit } from '@dabiao/domain/number-text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chinaMoment } from '../../ui/china-time.ts';
import { DownloadLink } from '../../ui/download-link.tsx';
import { LabelMark } from '../../ui/label-mark.tsx';
import { useLang } from '../../ui/lang.ts';
import { figureText } from '../../ui/value-text.ts';
import { differenceFrom } from './correction.ts';
import type { Version } from './queries.ts';

interface HistoryTableProps {
  history: FigureHistory;
  /** Draws the way to a submission for those who may open it. */
  submissionLink: (version: Version) => ReactNode;
}

/** Every version of a figure, the newest first: value, status, who, when, why, from which file and cell. */
export function HistoryTable({ history, submissionLink }: HistoryTableProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const { versions, unit } = history;
  return (
    <table className="figure-history">
      <caption>{t('history.unit', { unit: shownUnit(unit, lang), n: versions.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('history.column.version')}</th>
          <th scope="col" className="number">
            {t('history.column.value')}
          </th>
          <th scope="col" className="number">
            {t('history.column.difference')}
          </th>
          <th scope="col">{t('history.column.status')}</th>
          <th scope="col">{t('history.column.who')}</th>
          <th scope="col">{t('history.column.why')}</th>
          <th scope="col">{t('history.column.from')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version, index) => (
          <VersionLine
            key={version.version}
            version={version}
            before={versions[index + 1]}
            unit={unit}
            latest={index === 0}
            link={submissionLink(version)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface VersionLineProps {
  version: Version;
  before: Version | undefined;
  unit: string;
  latest: boolean;
  link: ReactNode;
}

function VersionLine({ version, before, unit, latest, link }: VersionLineProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const { withdrawn, value, decimals, status } = version;
  return (
    <tr className={latest ? 'figure-history__latest' : undefined}>
      <th scope="row">
        <LabelMark label={version.label} />
        {version.version}
        {latest ? <span className="note"> {t('history.latest')}</span> : null}
      </th>
      <td className="number" data-label={t('history.column.value')}>
        {withdrawn ? (
          <>
            <b>✕ {t('history.withdrawn')}</b>
            <span className="note figure-history__note">
              {t('history.valueTaken', { value: formatValue(value, decimals, unit, lang) })}
            </span>
          </>
        ) : (
          figureText(version, unit, lang, version.note)
        )}
      </td>
      <td className="number" data-label={t('history.column.difference')}>
        <Difference version={version} before={before} unit={unit} />
      </td>
      <td data-label={t('history.column.status')}>{withdrawn ? '—' : FIGURE_STATUS_WORDS[status][lang]}</td>
      <td data-label={t('history.column.who')}>
        <Who version={version} />
      </td>
      <td data-label={t('history.column.why')}>
        {version.reason ?? (version.file ? <span className="note">{t('history.noReason')}</span> : null)}
        {version.note && version.note !== version.source.title ? (
          <span className="note figure-history__note">{version.note}</span>
        ) : null}
      </td>
      <td data-label={t('history.column.from')} className="figure-history__from">
        <From version={version} />
        {link}
      </td>
    </tr>
  );
}

function Difference({ version, before, unit }: Pick<VersionLineProps, 'version' | 'before' | 'unit'>) {
  const { t } = useTranslation();
  const lang = useLang();
  const difference = differenceFrom(version, before);
  if (!before) return <span className="note">{t('history.first')}</span>;
  if (difference === null) return <>—</>;
  if (difference === 0) return <span className="note">{t('history.same')}</span>;
  const size = formatDifference(difference, Math.max(version.decimals, before.decimals), unit, lang);
  return <>{`${difference > 0 ? '+' : '−'}${size}`}</>;
}

function Who({ version }: { version: Version }) {
  const { t } = useTranslation();
  const { recordedBy, submittedBy, recordedAt } = version;
  return (
    <>
      {submittedBy ? (
        <span className="figure-history__who">{t('history.submitted', { name: submittedBy })}</span>
      ) : null}
      <span className="figure-history__who">
        {recordedBy ? t('history.published', { name: recordedBy }) : t('history.catalogue')}
      </span>
      <span className="note figure-history__note">{chinaMoment(recordedAt)}</span>
    </>
  );
}

function From({ version: { source, file } }: { version: Version }) {
  const { t } = useTranslation();
  const facts = [source.publisher, source.date].filter((fact) => fact !== null);
  return (
    <>
      {source.address ? (
        <a href={source.address} rel="noreferrer">
          {source.title}
        </a>
      ) : (
        <span>{file ? file.name : source.title}</span>
      )}
      {facts.length > 0 ? <span className="note"> {facts.join(' · ')}</span> : null}
      {file ? (
        <span className="note figure-history__note">
          {t('history.place', { sheet: file.sheet, cell: file.cell, raw: `${file.raw}${file.rawUnit ?? ''}` })}
        </span>
      ) : null}
      {file?.mayOpen ? (
        <DownloadLink path={`/submissions/${encodeURIComponent(file.submission)}/file`}>
          {t(`history.kind.${file.kind}`)}
        </DownloadLink>
      ) : null}
    </>
  );
}
