import { figureNote } from '@dabiao/charts/caveat-label';
import { assessmentText } from '@dabiao/domain/assessment-text';
import { decimalsOf, subtract } from '@dabiao/domain/decimal';
import { demandText } from '@dabiao/domain/demand-text';
import { judgedSeries } from '@dabiao/domain/judged-series';
import { datedMilestones } from '@dabiao/domain/milestones';
import { formatPercent, formatValue, type Lang } from '@dabiao/domain/number-text';
import { verdictWord } from '@dabiao/domain/verdict';
import type { Grouped } from './grouping.ts';
import type { BriefedTarget, BriefingInput, RowGroup, TargetRow } from './model.ts';
import { paceOf } from './needed.ts';
import type { Notes } from './source-notes.ts';
import { indicatorName } from './summary.ts';
import { briefingWords } from './words.ts';

const NAMED = { table: 2, text: 4 };

/** What the target demands and when; the milestone judged against, else its last one; null where it has none. */
export function demandOfTarget(briefed: BriefedTarget, lang: Lang): { text: string; year: number } | null {
  const { target, indicator, assessment } = briefed;
  const due = assessment.due ?? datedMilestones(target).at(-1) ?? null;
  return due ? { text: demandText(target, indicator, due, lang), year: due.year } : null;
}

/** The departments a target names, lead ones first; null where it names none. */
export function departmentLine(
  { target }: BriefedTarget,
  lang: Lang,
  place: keyof typeof NAMED = 'text',
): string | null {
  const names = target.departments.filter(({ role }) => role === 'lead').map(({ name }) => name);
  for (const { name } of target.departments) if (!names.includes(name)) names.push(name);
  if (names.length === 0) return null;
  const words = briefingWords(lang);
  const shown = names.slice(0, NAMED[place]).join(words.listSeparator);
  return words.departments(shown, names.length > NAMED[place] ? names.length : 0);
}

/** 完成率, 1 = 100 %; null where it is not known, and for growth rates, of which a share says nothing. */
export function shownCompletion({ target, assessment }: BriefedTarget): number | null {
  return target.kind === 'growth_rate' || (assessment.completion ?? -1) < 0 ? null : assessment.completion;
}

/** All targets as rows under the headings they stand under. */
export function toTable(groups: readonly Grouped<BriefedTarget>[], notes: Notes, input: BriefingInput): RowGroup[] {
  return groups.map(({ heading, members }) => ({
    heading,
    rows: members.map((briefed) => toRow(briefed, notes, input)),
  }));
}

/** What a row is called: the indicator; the document where all rows are of one indicator. */
function rowName(briefed: BriefedTarget, { subject, lang }: BriefingInput): string {
  return subject.scope === 'indicator' ? briefed.documentTitle : indicatorName(briefed, lang);
}

function toRow(briefed: BriefedTarget, notes: Notes, input: BriefingInput): TargetRow {
  const { lang } = input;
  const { target, indicator, assessment, figures } = briefed;
  const words = briefingWords(lang);
  const { latest, verdict, early, base, due } = assessment;
  const text = assessmentText(target, indicator, assessment, lang);
  const pace = paceOf(briefed, lang);
  const demand = demandOfTarget(briefed, lang);
  const completion = shownCompletion(briefed);
  const note = latest ? (figures.findLast(({ year }) => year === latest.year)?.note ?? null) : null;
  const standing = latest ? figureNote(latest.status, latest.caveats, note, lang) : '';
  return {
    indicator: rowName(briefed, input),
    demand: demand?.text ?? target.milestones.at(-1)?.wording ?? target.qualifier ?? '—',
    demandYear: demand ? words.year(demand.year) : '',
    value: latest ? formatValue(latest.value, text.decimals, text.unit, lang) : null,
    valueNote: latest ? [words.year(latest.year), standing].filter((part) => part !== '').join(' ') : null,
    sources: latest ? notes.numbersOf(briefed, [latest.year]) : [],
    completion: completion === null ? null : (text.completion ?? formatPercent(completion)),
    bullet: bulletOf(briefed),
    verdict,
    word: verdictWord(verdict, lang, early),
    departments: departmentLine(briefed, lang, 'table') ?? words.noDepartment,
    base: base ? `${words.year(base.year)} ${formatValue(base.value, decimalsOf(base.value), text.unit, lang)}` : null,
    gap: signed(text.gap, assessment.gapToTarget),
    pathGap: signed(text.pathGap, assessment.gapToPath),
    pace: signed(pace.needed, pace.value),
    raw: {
      unit: text.unit,
      value: latest?.value ?? null,
      year: latest?.year ?? null,
      goal: due?.value ?? target.milestones.at(-1)?.value ?? null,
      goalYear: due?.year ?? target.milestones.at(-1)?.year ?? null,
      completion,
    },
  };
}

/** A size with its sign: +3.0个百分点, −88家. */
function signed(size: string | null, value: number | null): string | null {
  if (size === null || value === null) return null;
  return `${value < 0 ? '−' : value > 0 ? '+' : ''}${size}`;
}

function bulletOf({ target, indicator, assessment, figures }: BriefedTarget): TargetRow['bullet'] {
  const { latest, due, gapToPath, asOf } = assessment;
  const { points } = judgedSeries(target, indicator, figures, asOf);
  return {
    value: latest?.value ?? null,
    last: latest ? (points.find(({ year }) => year === latest.year - 1)?.value ?? null) : null,
    milestone: due?.value ?? null,
    milestoneMax: due?.valueMax ?? null,
    path: latest && gapToPath !== null ? subtract(latest.value, gapToPath) : null,
  };
}
