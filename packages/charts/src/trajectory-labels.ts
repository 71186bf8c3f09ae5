import { decimalsOf, scale } from '@dabiao/domain/decimal';
import type { Lang } from '@dabiao/domain/number-text';
import { caveatLabel } from './caveat-label.ts';
import { type Box, type LabelWish, placeLabels, type Segment } from './label-layout.ts';
import { breaksOf, breakX } from './trajectory-breaks.ts';
import { type Frame, pathByYear } from './trajectory-frame.ts';
import {
  type ChartMilestone,
  type ChartPoint,
  latestOf,
  type TrajectorySeries,
  type TrajectorySettings,
} from './trajectory-series.ts';
import { axisTicks } from './value-axis.ts';
import { valueLabel } from './value-label.ts';

/** A label with its place; `id` names what it stands beside: point-2021, milestone-2025-60000, base, path. */
export interface TrajectoryLabel {
  id: string;
  lines: readonly string[];
  box: Box;
}

const WORDS = {
  target: { zh: '目标', en: 'Target' },
  base: { zh: '基期', en: 'Base' },
  path: { zh: '目标路径', en: 'Target path' },
  forecast: { zh: '预测', en: 'Forecast' },
  trial: { zh: '试算', en: 'If' },
  needed: { zh: '今后所需', en: 'Needed' },
  break: { zh: '口径变化', en: 'Scope changes' },
  asOf: { zh: (year: number) => `截至${year}年`, en: (year: number) => `As of ${year}` },
};

/** The milestone's label, as a line: 目标 6万个, 目标 15—20家. */
export function milestoneLabel(milestone: ChartMilestone, unit: string, lang: Lang): string {
  const { value, valueMax } = milestone;
  const text = (each: number) => valueLabel(each, decimalsOf(each), unit, lang);
  if (valueMax == null) return `${WORDS.target[lang]} ${text(value)}`;
  const low = unit !== '%' && text(value).endsWith(unit) ? text(value).slice(0, -unit.length) : text(value);
  return `${WORDS.target[lang]} ${low}${lang === 'zh' ? '—' : '–'}${text(valueMax)}`;
}

/** The value of a point, and below it its caveat where it has one. */
export function pointLines(point: ChartPoint, unit: string, lang: Lang): string[] {
  const caveat = caveatLabel(point.caveats, point.note ?? null, lang);
  const value = valueLabel(point.value, point.decimals, unit, lang);
  return caveat === '' ? [value] : [value, caveat];
}

/** The lines that stand to the right of the last year of the chart. */
export function endLines(series: TrajectorySeries, lang: Lang): string[] {
  const years = [...series.points, ...series.milestones, ...(series.forecast ?? [])].map(({ year }) => year);
  const last = Math.max(...years);
  const atEnd = series.milestones.filter(({ year }) => year === last).map((m) => milestoneLabel(m, series.unit, lang));
  return [
    ...atEnd,
    ...[trialLine(series, lang), forecastLine(series, lang)].flatMap((line) =>
      line?.year === last ? [line.text] : [],
    ),
    ...series.points.filter(({ year }) => year === last).flatMap((p) => pointLines(p, series.unit, lang)),
  ];
}

/** Places every label of the chart; the more important choose first. */
export function toTrajectoryLabels(
  series: TrajectorySeries,
  frame: Frame,
  settings: TrajectorySettings,
): TrajectoryLabel[] {
  const wishes = wishesOf(series, frame, settings);
  const bounds = { x: 0, y: 18, width: frame.width, height: frame.plot.y + frame.plot.height - 18 };
  const placed = placeLabels(wishes, marksOf(series, frame), segmentsOf(series, frame), bounds);
  return wishes.flatMap(({ id, lines }) => {
    const box = placed.get(id);
    return box ? [{ id, lines, box }] : [];
  });
}

function wishesOf(series: TrajectorySeries, frame: Frame, { lang, compact = false }: TrajectorySettings): LabelWish[] {
  const { unit, points, milestones, base } = series;
  const size = frame.fontSize;
  const current = points.filter(({ year }) => year <= series.asOf);
  const latest = current.at(-1) ?? points.at(-1);
  const at = ({ year, value }: { year: number; value: number }) => [{ x: frame.x(year), y: frame.y(value) }];
  const lastYear = frame.years.at(-1);
  const beside = (year: number): LabelWish['sides'] =>
    year === lastYear ? ['right', 'above', 'below'] : ['above', 'above_left', 'below', 'below_right', 'right', 'left'];
  const ofMilestone = (milestone: ChartMilestone): LabelWish => ({
    id: `milestone-${milestone.year}-${milestone.value}`,
    anchors: at({ year: milestone.year, value: milestone.valueMax ?? milestone.value }),
    lines: [milestoneLabel(milestone, unit, lang)],
    size,
    gap: 9,
    sides: beside(milestone.year),
    must: milestone === milestones.at(-1) || !compact,
  });
  const ofPoint = (point: ChartPoint): LabelWish => ({
    id: `point-${point.year}`,
    anchors: at(point),
    lines: pointLines(point, unit, lang),
    size,
    gap: 8,
    sides:
      point.year === lastYear
        ? ['right', 'below', 'above']
        : ['above', 'below', 'above_left', 'below_right', 'above_right', 'right', 'left'],
    must: point === latest || (point.caveats.length > 0 && !compact),
  });
  const rest = points.filter((point) => point !== latest);
  return [
    ...milestones.slice(-1).map(ofMilestone),
    ...(latest ? [ofPoint(latest)] : []),
    ...rest.filter(({ caveats }) => caveats.length > 0).map(ofPoint),
    ...ofBreaks(series, frame, lang),
    ...milestones.slice(0, -1).reverse().map(ofMilestone),
    ...ofTrial(series, frame, lang),
    ...ofForecast(series, frame, lang),
    ...(base && !points.some(({ year }) => year === base.year) ? [ofBase(base, unit, frame, lang)] : []),
    ...(compact ? [] : [...ofPath(series, frame, lang), ...ofNeeded(series, frame, lang)]),
    ...ofAsOf(series, frame, lang),
    ...rest
      .filter(({ caveats }) => caveats.length === 0)
      .filter((_, index) => !compact || index === 0)
      .map(ofPoint),
  ];
}

/** 试算 48.5%: the figure tried out. */
function trialLine({ trial, unit }: TrajectorySeries, lang: Lang): { year: number; text: string } | null {
  if (!trial) return null;
  return { year: trial.year, text: `${WORDS.trial[lang]} ${valueLabel(trial.value, trial.decimals, unit, lang)}` };
}

/** 预测 58.2%: the forecast of its last year, in the digits of the figures. */
function forecastLine(series: TrajectorySeries, lang: Lang): { year: number; text: string } | null {
  const last = series.forecast?.at(-1);
  if (!last) return null;
  const decimals = latestOf(series)?.decimals ?? 0;
  return { year: last.year, text: `${WORDS.forecast[lang]} ${valueLabel(last.value, decimals, series.unit, lang)}` };
}

function ofTrial(series: TrajectorySeries, frame: Frame, lang: Lang): LabelWish[] {
  const line = trialLine(series, lang);
  if (!line || !series.trial) return [];
  const anchors = [{ x: frame.x(line.year), y: frame.y(series.trial.value) }];
  const sides: LabelWish['sides'] = ['right', 'above', 'below', 'left'];
  return [{ id: 'trial', anchors, lines: [line.text], size: frame.fontSize, gap: 10, sides, must: true }];
}

function ofForecast(series: TrajectorySeries, frame: Frame, lang: Lang): LabelWish[] {
  const line = forecastLine(series, lang);
  const last = series.forecast?.at(-1);
  if (!line || !last) return [];
  const anchors = [{ x: frame.x(last.year), y: frame.y(last.value) }];
  const sides: LabelWish['sides'] = ['right', 'below_right', 'above_right', 'below', 'above'];
  return [{ id: 'forecast', anchors, lines: [line.text], size: frame.fontSize, gap: 8, sides, must: false }];
}

function ofBase(base: { year: number; value: number }, unit: string, frame: Frame, lang: Lang): LabelWish {
  return {
    id: 'base',
    anchors: [{ x: frame.x(base.year), y: frame.y(base.value) }],
    lines: [`${WORDS.base[lang]} ${valueLabel(base.value, decimalsOf(base.value), unit, lang)}`],
    size: frame.fontSize,
    gap: 8,
    sides: ['below', 'above', 'right', 'below_right', 'above_right'],
    must: false,
  };
}

function ofPath(series: TrajectorySeries, frame: Frame, lang: Lang): LabelWish[] {
  const known = [...pathByYear(series.path)].sort(([a], [b]) => b - a);
  const middles = known.slice(1).map(([year, value], index) => {
    const [laterYear, laterValue] = known[index] ?? [year, value];
    return { x: (frame.x(year) + frame.x(laterYear)) / 2, y: (frame.y(value) + frame.y(laterValue)) / 2 };
  });
  if (middles.length === 0) return [];
  const sides: LabelWish['sides'] = ['above_left', 'below_right', 'above', 'below', 'below_left', 'above_right'];
  return [
    { id: 'path', anchors: middles, lines: [WORDS.path[lang]], size: frame.fontSize, gap: 5, sides, must: false },
  ];
}

/** Beside a forecast the dotted line is left without a word: there would be too many. */
function ofNeeded({ needed, trial, forecast = [] }: TrajectorySeries, frame: Frame, lang: Lang): LabelWish[] {
  if (!needed || trial || forecast.length > 0) return [];
  const middle = {
    x: (frame.x(needed.from.year) + frame.x(needed.to.year)) / 2,
    y: (frame.y(needed.from.value) + frame.y(needed.to.value)) / 2,
  };
  const sides: LabelWish['sides'] = ['below_right', 'above_left', 'below_left', 'above_right'];
  return [
    { id: 'needed', anchors: [middle], lines: [WORDS.needed[lang]], size: frame.fontSize, gap: 5, sides, must: false },
  ];
}

function ofBreaks(series: TrajectorySeries, frame: Frame, lang: Lang): LabelWish[] {
  return breaksOf(series).map((each): LabelWish => {
    const anchors = [{ x: breakX(frame, each), y: frame.plot.y }];
    const sides: LabelWish['sides'] = ['above', 'above_right', 'above_left', 'below_right', 'below_left'];
    const lines = [WORDS.break[lang]];
    return { id: `break-${each.after}`, anchors, lines, size: frame.fontSize, gap: 3, sides, must: true };
  });
}

function ofAsOf({ asOf }: TrajectorySeries, frame: Frame, lang: Lang): LabelWish[] {
  if (asOf < (frame.years[0] ?? asOf) || asOf >= (frame.years.at(-1) ?? asOf)) return [];
  const anchors = [{ x: frame.x(asOf), y: frame.plot.y }];
  const lines = [WORDS.asOf[lang](asOf)];
  return [{ id: 'as-of', anchors, lines, size: frame.fontSize, gap: 3, sides: ['above'], must: false }];
}

function marksOf(series: TrajectorySeries, frame: Frame): Box[] {
  const ends = series.milestones.flatMap((m) => (m.valueMax == null ? [] : [{ year: m.year, value: m.valueMax }]));
  const trial = series.trial ? [series.trial] : [];
  const marks = [...series.points, ...series.milestones, ...ends, ...trial, ...(series.base ? [series.base] : [])];
  const ticks = axisTicks(frame.axis).map((tick) => frame.y(scale(tick, frame.axis.divisor)));
  return [
    ...marks.map(({ year, value }) => ({ x: frame.x(year) - 6, y: frame.y(value) - 6, width: 12, height: 12 })),
    ...ticks.map((y) => ({ x: 0, y: y - frame.fontSize / 2, width: frame.plot.x - 6, height: frame.fontSize })),
  ];
}

function segmentsOf(series: TrajectorySeries, frame: Frame): Segment[] {
  const path = [...pathByYear(series.path)].map(([year, value]) => ({ year, value }));
  const { y, height } = frame.plot;
  const breaks = breaksOf(series).map((each): Segment => {
    const x = breakX(frame, each);
    return { from: { x, y }, to: { x, y: y + height } };
  });
  const lines = [series.points, path.sort((a, b) => a.year - b.year)].flatMap((line) =>
    line.slice(1).flatMap((to, index) => {
      const from = line[index];
      if (!from || to.year - from.year > 1) return [];
      return [
        { from: { x: frame.x(from.year), y: frame.y(from.value) }, to: { x: frame.x(to.year), y: frame.y(to.value) } },
      ];
    }),
  );
  return [...lines, ...breaks];
}
