import type { TargetRow } from '@dabiao/contract/target';
import { TARGET_KIND_WORDS } from '@dabiao/domain/target';
import { useTranslation } from 'react-i18next';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { Clauses } from '../../ui/clauses.tsx';
import { useLang } from '../../ui/lang.ts';
import { demandAmount, figureText } from '../../ui/value-text.ts';

const SHOWN = 6;

interface AchievedScreenProps {
  /** The newest first. */
  rows: readonly TargetRow[];
  /** How many were met in the as-of year, and how many before their year. */
  news: number;
  early: number;
  year: number;
}

/** What was achieved: how much, and the newest by name. */
export function AchievedScreen({ rows, news, early, year }: AchievedScreenProps) {
  const { t } = useTranslation();
  const parts = [
    t('wall.achieved', { n: rows.length }),
    ...(news > 0 ? [t('wall.achievedNew', { n: news, year })] : []),
    ...(early > 0 ? [t('wall.achievedEarly', { n: early })] : []),
  ];
  const more = rows.length - SHOWN;
  return (
    <>
      <h1>
        <Clauses sentence={parts.join(t('wall.and'))} />
      </h1>
      <ul className="wall-achieved">
        {rows.slice(0, SHOWN).map((row) => (
          <Achieved key={row.id} row={row} />
        ))}
      </ul>
      {more > 0 ? <p className="wall-more">{t('wall.more', { n: more })}</p> : null}
    </>
  );
}

function Achieved({ row }: { row: TargetRow }) {
  const lang = useLang();
  const { latest, due } = row.assessment;
  return (
    <li>
      <AssessmentMark assessment={row.assessment} />
      <span className="wall-achieved__name">
        {(lang === 'en' && row.indicator.nameEn) || row.indicator.name}
        <span className="note">
          {row.region.name}
          {row.kind === 'level' || row.kind === 'share' ? '' : ` · ${TARGET_KIND_WORDS[row.kind][lang]}`}
        </span>
      </span>
      <span className="wall-achieved__value">
        <b>{latest ? figureText(latest, row.judgedUnit, lang) : ''}</b>
        {due ? <span className="note">{` / ${demandAmount(row.comparator, due, row.judgedUnit, lang)}`}</span> : null}
      </span>
    </li>
  );
}
