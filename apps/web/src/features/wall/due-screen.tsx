import type { TargetRow } from '@dabiao/contract/target';
import { attentionOrder, countVerdicts } from '@dabiao/domain/overview';
import { ATTENTION, VERDICTS, type Verdict } from '@dabiao/domain/verdict';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { Clauses } from '../../ui/clauses.tsx';
import { useLang } from '../../ui/lang.ts';
import type { Lang } from '../../ui/url-state.ts';
import type { DueYear } from './screens.ts';
import { WallBar, WallKey } from './wall-bar.tsx';

/** How many slipping targets fit under the bars: two fewer for each year after the first; English names take two lines. */
const roomFor = (years: number, lang: Lang): number => Math.max(2, (lang === 'en' ? 6 : 10) - 2 * years);

const GROUPS: readonly { key: 'dueMet' | 'dueBehind' | 'dueUnjudged'; verdicts: readonly Verdict[] }[] = [
  { key: 'dueMet', verdicts: ['achieved', 'ahead', 'on_track'] },
  { key: 'dueBehind', verdicts: ATTENTION },
  { key: 'dueUnjudged', verdicts: ['not_due', 'unassessable'] },
];

/** 2026年有33项目标到期：18项已实现或进度正常，15项滞后。 Groups without a target are not said. */
function dueSentence({ year, rows }: DueYear, t: TFunction): string {
  const parts = GROUPS.map(({ key, verdicts }) => ({
    key,
    n: rows.filter(({ assessment }) => verdicts.includes(assessment.verdict)).length,
  })).filter(({ n }) => n > 0);
  return `${t('wall.due', { year, n: rows.length })}${parts.map(({ key, n }) => t(`wall.${key}`, { n })).join(t('wall.and'))}`;
}

/** What falls due: the next year in a sentence, each year as a bar, and by name what of the next year slips. */
export function DueScreen({ years }: { years: readonly DueYear[] }) {
  const { t } = useTranslation();
  const lang = useLang();
  const [next] = years;
  if (!next) return null;
  const most = Math.max(...years.map(({ rows }) => rows.length));
  const slipping = attentionOrder(next.rows, ({ assessment }) => assessment);
  return (
    <>
      <h1>
        <Clauses sentence={dueSentence(next, t)} />
      </h1>
      <ul className="wall-due">
        {years.map(({ year, rows }) => (
          <li key={year}>
            <b>{year}</b>
            <span className="wall-documents__bar">
              <WallBar counts={countsOf(rows)} share={rows.length / most} />
              <b>{t('overview.items', { n: rows.length })}</b>
            </span>
          </li>
        ))}
      </ul>
      <WallKey counts={years.flatMap(({ rows }) => countsOf(rows))} />
      {slipping.length > 0 ? <Slipping rows={slipping} year={next.year} room={roomFor(years.length, lang)} /> : null}
    </>
  );
}

function countsOf(rows: readonly TargetRow[]) {
  const counts = countVerdicts(rows.map(({ assessment }) => assessment));
  return VERDICTS.map((verdict) => ({ verdict, count: counts[verdict] }));
}

function Slipping({ rows, year, room }: { rows: readonly TargetRow[]; year: number; room: number }) {
  const { t } = useTranslation();
  const lang = useLang();
  const more = rows.length - room;
  return (
    <section aria-labelledby="wall-slipping" className="wall-due__slipping">
      <h2 id="wall-slipping">{t('wall.dueSlipping', { year })}</h2>
      <ul>
        {rows.slice(0, room).map((row) => (
          <li key={row.id}>
            <AssessmentMark assessment={row.assessment} />
            <span>
              {(lang === 'en' && row.indicator.nameEn) || row.indicator.name}{' '}
              <span className="note">{row.region.name}</span>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="wall-more">{t('wall.more', { n: more })}</p> : null}
    </section>
  );
}
