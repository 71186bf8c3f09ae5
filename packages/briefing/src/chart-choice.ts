import { toTrajectorySeries } from '@dabiao/charts/target-trajectory';
import type { TrajectorySeries } from '@dabiao/charts/trajectory-series';
import { targetFinding } from '@dabiao/domain/finding';
import { ATTENTION, type Verdict } from '@dabiao/domain/verdict';
import type { BriefedTarget, BriefingChart, BriefingInput } from './model.ts';
import type { Notes } from './source-notes.ts';
import { countVerdicts, indicatorName } from './summary.ts';
import { shownCompletion } from './target-table.ts';
import { type BriefingWords, briefingWords } from './words.ts';

const MOST_TRAJECTORIES = 6;
const LEAST_CHARTS = 3;
const MOST_BARS = 24;

/** The verdicts of all targets, and the completion of those that have one. */
export function chooseOverviewCharts({ targets, year, lang }: BriefingInput): BriefingChart[] {
  const words = briefingWords(lang);
  const charts: BriefingChart[] = [];
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
    const shown = rows.slice(0, MOST_BARS);
    charts.push({
      kind: 'completion',
      caption: words.completionCaption,
      note: words.completionNote(left),
      rows: shown,
    });
  }
  return charts;
}

/** Gravest first, unjudged last. */
const GRAVITY: readonly Verdict[] = [...ATTENTION, 'on_track', 'ahead', 'achieved', 'not_due', 'unassessable'];

function gravity({ assessment }: BriefedTarget): number {
  return GRAVITY.indexOf(assessment.verdict);
}

/**
 * Trajectories of the most telling targets: those with at least two figures, the slipping ones first; single figures,
 * and milestones without any figure yet, only as far as a briefing needs them to have three charts.
 */
export function chooseTargetCharts(input: BriefingInput, notes: Notes, overview: number): BriefingChart[] {
  const drawn = input.targets.map((briefed) => ({ briefed, series: seriesOf(briefed, input.year) }));
  const telling = drawn
    .filter(({ series }) => series.points.length > 0 || series.milestones.length > 0)
    .sort((a, b) => weight(b.series) - weight(a.series) || gravity(a.briefed) - gravity(b.briefed));
  const many = telling.filter(({ series }) => series.points.length >= 2).length;
  const least = LEAST_CHARTS - overview;
  const shown = telling.slice(0, Math.min(MOST_TRAJECTORIES, Math.max(many, least)));
  return shown.map(({ briefed, series }) => toChart(briefed, series, input, notes));
}

/** Series with three figures and more are alike telling; then two, then one, then none. */
function weight({ points }: TrajectorySeries): number {
  return Math.min(3, points.length);
}

function seriesOf({ target, indicator, figures, assessment }: BriefedTarget, year: number): TrajectorySeries {
  const known = figures.filter((figure) => figure.year <= year);
  return toTrajectorySeries(target, indicator, known, assessment);
}

function toChart(briefed: BriefedTarget, series: TrajectorySeries, input: BriefingInput, notes: Notes): BriefingChart {
  const { lang } = input;
  const words = briefingWords(lang);
  const numbers = notes.numbersOf(
    briefed,
    series.points.map(({ year }) => year),
  );
  const parts = [numbers.length > 0 ? words.sourcesNote(numbers) : '', marksNote(series, words, lang)];
  const note = parts.filter((part) => part !== '').join(lang === 'zh' ? '' : ' ');
  const caption = targetFinding('', briefed.target, briefed.indicator, briefed.assessment, lang).replace(/^, /, '');
  return { kind: 'trajectory', caption, note: note === '' ? null : note, series };
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
