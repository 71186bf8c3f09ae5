import { toTrajectorySeries } from '@dabiao/charts/target-trajectory';
import type { TrajectorySeries } from '@dabiao/charts/trajectory-series';
import { targetFinding } from '@dabiao/domain/finding';
import { ATTENTION, type Verdict } from '@dabiao/domain/verdict';
import type { BriefedTarget, BriefingChart, BriefingInput } from './model.ts';
import type { Notes } from './source-notes.ts';
import { countVerdicts, indicatorName } from './summary.ts';
import { shownCompletion } from './target-table.ts';
import type { BriefingWords } from './word-list.ts';
import { briefingWords } from './words.ts';

/** Trajectories of one group, and of the whole briefing. */
const MOST_OF_GROUP = 4;
const MOST = 24;
const LEAST_CHARTS = 3;
const MOST_BARS = 24;

/** A chart that has no number yet. */
export type Unnumbered = BriefingChart extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'number'>
    : never
  : never;

/** The verdicts of all targets, and the completion of those that have one. */
export function chooseOverviewCharts({ targets, year, lang }: BriefingInput): Unnumbered[] {
  const words = briefingWords(lang);
  const charts: Unnumbered[] = [];
  if (targets.length > 0) {
    charts.push({ kind: 'verdicts', caption: words.verdictsCaption(year), note: null, counts: countVerdicts(targets) });
  }
  const rows = [...targets]
    .sort((a, b) => gravity(a) - gravity(b) || (a.assessment.completion ?? 0) - (b.assessment.completion ?? 0))
    .flatMap((each) => {
      const completion = shownCompletion(each);
      const { verdict } = each.assessment;
      return completion === null ? [] : [{ name: indicatorName(each, lang), completion, verdict }];
    });
  if (rows.length > 0) {
    const left = Math.max(0, rows.length - MOST_BARS);
    const note = words.completionNote(left);
    charts.push({ kind: 'completion', caption: words.completionCaption, note, rows: rows.slice(0, MOST_BARS) });
  }
  return charts;
}

/** Gravest first, unjudged last. */
const GRAVITY: readonly Verdict[] = [...ATTENTION, 'on_track', 'ahead', 'achieved', 'not_due', 'unassessable'];

function gravity({ assessment }: BriefedTarget): number {
  return GRAVITY.indexOf(assessment.verdict);
}

/**
 * Targets whose trajectories tell most: those with at least two figures, the slipping ones first, at most four of a
 * group; single figures, and milestones without any figure yet, only as far as a briefing needs them to have three
 * charts.
 * @param groupOf the heading a target stands under
 */
export function tellingTargets(
  { targets, year }: BriefingInput,
  groupOf: (briefed: BriefedTarget) => string,
  overview: number,
): Set<BriefedTarget> {
  const telling = targets
    .map((briefed) => ({ briefed, series: seriesOf(briefed, year) }))
    .filter(({ series }) => series.points.length > 0 || series.milestones.length > 0)
    .sort((a, b) => weight(b.series) - weight(a.series) || gravity(a.briefed) - gravity(b.briefed));
  const chosen = new Set<BriefedTarget>();
  const used = new Map<string, number>();
  for (const { briefed, series } of telling) {
    const group = groupOf(briefed);
    const count = used.get(group) ?? 0;
    const wanted = series.points.length >= 2 ? count < MOST_OF_GROUP : chosen.size < LEAST_CHARTS - overview;
    if (!wanted || chosen.size >= MOST) continue;
    used.set(group, count + 1);
    chosen.add(briefed);
  }
  return chosen;
}

/** Series with three figures and more are alike telling; then two, then one, then none. */
function weight({ points }: TrajectorySeries): number {
  return Math.min(3, points.length);
}

function seriesOf({ target, indicator, figures, assessment }: BriefedTarget, year: number): TrajectorySeries {
  const known = figures.filter((figure) => figure.year <= year);
  return toTrajectorySeries(target, indicator, known, assessment);
}

/** The trajectory of one target, captioned with what was found of it. */
export function trajectoryChart(briefed: BriefedTarget, input: BriefingInput, notes: Notes): Unnumbered {
  const { lang, subject, year } = input;
  const words = briefingWords(lang);
  const series = seriesOf(briefed, year);
  const numbers = notes.numbersOf(
    briefed,
    series.points.map((point) => point.year),
  );
  const parts = [numbers.length > 0 ? words.sourcesNote(numbers) : '', marksNote(series, words, lang)];
  const note = parts.filter((part) => part !== '').join(lang === 'zh' ? '' : ' ');
  const place = subject.scope === 'document' || subject.scope === 'region' ? '' : briefed.regionName;
  const finding = targetFinding(place, briefed.target, briefed.indicator, briefed.assessment, lang);
  return { kind: 'trajectory', caption: finding.replace(/^, /, ''), note: note === '' ? null : note, series };
}

/** Says what hollow, square and triangular points mean, where there are any. */
function marksNote({ points }: TrajectorySeries, words: BriefingWords, lang: BriefingInput['lang']): string {
  const caveats = points.flatMap((point) => point.caveats);
  const said = [
    points.some(({ status }) => status === 'preliminary' || status === 'estimated') ? words.marks.hollow : '',
    caveats.includes('part_year') || caveats.includes('scope') ? words.marks.square : '',
    caveats.includes('at_least') || caveats.includes('at_most') ? words.marks.triangle : '',
  ].filter((part) => part !== '');
  if (said.length === 0) return '';
  const text = said.join(lang === 'zh' ? '，' : ', ');
  return lang === 'zh' ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
