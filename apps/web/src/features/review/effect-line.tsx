import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { ProblemSentence } from '../../ui/problem-sentence.tsx';
import { figureText } from '../../ui/value-text.ts';
import { type EffectRow, isLarge, losesCaveats, type Problem } from './effect-rows.ts';
import { differenceText, relativeText } from './effect-text.ts';
import { placeText, withoutPlace } from './place-text.ts';

interface EffectLineProps {
  row: EffectRow;
  /** What was found at its cell. */
  problems: readonly Problem[];
  /** The file has one sheet only. */
  oneSheet: boolean;
}

/** One figure: old → new, difference, what to look at twice, where it stands in the file, the way to its history. */
export function EffectLine({ row, problems, oneSheet }: EffectLineProps) {
  const { t } = useTranslation();
  const confirm = problems.filter(({ needsReason }) => needsReason);
  const relative = row.change === 'changed' ? relativeText(row.relative) : null;
  return (
    <tr className={`effect effect--${row.change}`}>
      <th scope="row">
        {row.indicatorName}
        <span className="note effect__region">{row.regionName}</span>
        <Marks row={row} problems={confirm} />
      </th>
      <td className="effect__year" data-label={t('review.rowColumn.year')}>
        {row.year}
      </td>
      <td className="number" data-label={t('review.rowColumn.before')}>
        <Value side={row.before} unit={row.unit} />
      </td>
      <td className="number effect__after" data-label={t('review.rowColumn.after')}>
        {row.change === 'withdrawn' ? (
          <span className="effect__taken">✕ {t('review.takenBack')}</span>
        ) : (
          <Value side={row.after} unit={row.unit} />
        )}
      </td>
      <td className="number" data-label={t('review.rowColumn.difference')}>
        <Difference row={row} />
      </td>
      <td className="number" data-label={t('review.rowColumn.relative')}>
        {relative === null ? <span className="note">—</span> : relative}
      </td>
      <td className="effect__place" data-label={t('review.rowColumn.place')}>
        {placeText(row, oneSheet)}
      </td>
      <td className="effect__history">
        <HistoryLink row={row} />
      </td>
    </tr>
  );
}

interface ValueProps {
  side: EffectRow['after'];
  unit: string;
}

function Value({ side, unit }: ValueProps) {
  const lang = useLang();
  if (!side) return <span className="note">—</span>;
  return (
    <>
      {figureText(side, unit, lang)}
      <span className="note effect__status">{FIGURE_STATUS_WORDS[side.status][lang]}</span>
    </>
  );
}

function Difference({ row }: { row: EffectRow }) {
  const { t } = useTranslation();
  const lang = useLang();
  if (row.change === 'new') return <span className="note">{t('review.first')}</span>;
  if (row.difference === 0) return <span className="note">{t('review.sameValue')}</span>;
  return <>{differenceText(row, lang) ?? '—'}</>;
}

/** What to look at twice. That a published value changes is seen from the row itself. */
function Marks({ row, problems }: Omit<EffectLineProps, 'oneSheet'>) {
  const { t } = useTranslation();
  const large = isLarge(row) && row.change !== 'withdrawn';
  const lost = losesCaveats(row);
  if (!large && !lost && !row.movedOn && problems.length === 0) return null;
  return (
    <ul className="effect__marks">
      {row.movedOn ? <li className="effect__overtaken">✕ {t('review.overtaken')}</li> : null}
      {large ? <li>◆ {t('review.large')}</li> : null}
      {lost ? <li>◆ {t('review.caveatsLost')}</li> : null}
      {problems.map((problem) => (
        <li key={problem.code + problem.message}>
          ◆{' '}
          {problem.code === 'value_changed' ? (
            t('review.mustSay')
          ) : (
            <ProblemSentence problem={problem} shorten={(sentence) => withoutPlace(sentence, problem.cell)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function HistoryLink({ row }: { row: EffectRow }) {
  const { t } = useTranslation();
  if (!row.before) return null;
  const { indicator, region, year, indicatorName, regionName } = row;
  return (
    <KeepLink
      to={`/figures/${encodeURIComponent(indicator)}/${region}/${year}`}
      label={t('review.historyOf', { name: `${regionName}${year}${indicatorName}` })}
    >
      {t('review.rowColumn.history')}
    </KeepLink>
  );
}
