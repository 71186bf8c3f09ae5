import type { YearValue } from '@dabiao/domain/assessment';
import { scale } from '@dabiao/domain/decimal';
import type { ScatterSeriesOption } from 'echarts/charts';
import { figureNote } from './caveat-label.ts';
import { LINE_HEIGHT } from './label-layout.ts';
import { at, comparable, type Drawing } from './trajectory-drawing.ts';
import { milestoneLabel } from './trajectory-labels.ts';
import { type ChartMilestone, type ChartPoint, latestOf } from './trajectory-series.ts';
import { valueLabel } from './value-label.ts';

type ScatterItem = NonNullable<ScatterSeriesOption['data']>[number];

/** Figures round (hollow while preliminary), parts of years square, bounds triangular, milestones as diamonds. */
export function marks(drawing: Drawing): ScatterSeriesOption {
  const { series, theme } = drawing;
  const base = series.base;
  const ofBase: ScatterItem[] =
    base && !series.points.some(({ year }) => year === base.year)
      ? [{ value: at(drawing, base), symbol: 'rect', symbolSize: [12, 2], itemStyle: { color: theme.ink, opacity: 1 } }]
      : [];
  const ofMilestones = series.milestones.map((milestone) => milestoneMark(drawing, milestone));
  const ofPoints = series.points.map((point) => pointMark(drawing, point));
  const ofTrial = series.trial ? [trialMark(drawing, series.trial)] : [];
  return { type: 'scatter', id: 'marks', z: 5, data: [...ofBase, ...ofMilestones, ...ofPoints, ...ofTrial] };
}

function milestoneMark(drawing: Drawing, milestone: ChartMilestone): ScatterItem {
  const { series, theme, settings } = drawing;
  const item = {
    value: at(drawing, milestone),
    symbol: 'diamond',
    symbolSize: 12,
    itemStyle: { color: milestone.met ? theme.ink : theme.paper, borderColor: theme.ink, borderWidth: 1.6, opacity: 1 },
    tooltip: { formatter: plain(`${milestone.year}  ${milestoneLabel(milestone, series.unit, settings.lang)}`) },
  };
  return item;
}

function pointMark(drawing: Drawing, point: ChartPoint): ScatterItem {
  const { series, theme, settings } = drawing;
  const colour = point.year <= series.asOf ? theme.accent : theme.soft;
  const hollow = point.status === 'preliminary' || point.status === 'estimated' || !comparable(point);
  const bound = point.caveats.includes('at_least') || point.caveats.includes('at_most');
  const note = figureNote(point.status, point.caveats, point.note ?? null, settings.lang);
  const value = valueLabel(point.value, point.decimals, series.unit, settings.lang);
  const item = {
    value: at(drawing, point),
    symbol: bound ? 'triangle' : comparable(point) ? 'circle' : 'rect',
    symbolSize: 9,
    symbolRotate: point.caveats.includes('at_most') ? 180 : 0,
    itemStyle: { color: hollow ? theme.paper : colour, borderColor: colour, borderWidth: 2, opacity: 1 },
    tooltip: { formatter: plain(`${point.year}  ${value}${note === '' ? '' : `  ${note}`}`) },
  };
  return item;
}

/** A figure tried out: a larger hollow ring with a broken edge. */
function trialMark(drawing: Drawing, trial: YearValue): ScatterItem {
  const { theme } = drawing;
  return {
    value: at(drawing, trial),
    symbol: 'circle',
    symbolSize: 13,
    itemStyle: { color: theme.paper, borderColor: theme.accent, borderWidth: 2, borderType: [3, 2], opacity: 1 },
  };
}

/** Labels hang on invisible points of their own, at the offset that was worked out for them. */
export function words(drawing: Drawing): ScatterSeriesOption {
  const { series, frame, theme } = drawing;
  const origin = { year: frame.years[0] ?? 0, value: scale(frame.axis.min, frame.axis.divisor) };
  const [x, y] = [frame.x(origin.year), frame.y(origin.value)];
  const latest = latestOf(series)?.year;
  const data = drawing.labels.map(({ id, lines, box }): ScatterItem => {
    const loud = id === `point-${latest}` || id === 'trial';
    const colour = loud ? theme.accent : id.startsWith('milestone') ? theme.ink : theme.soft;
    return {
      value: at(drawing, origin),
      name: id,
      label: {
        show: true,
        formatter: lines.map(plain).join('\n'),
        position: [box.x - x + 0.5, box.y - y + 0.5],
        align: 'left',
        verticalAlign: 'top',
        color: colour,
        textBorderColor: theme.paper,
        textBorderWidth: 3,
        fontSize: frame.fontSize,
        lineHeight: frame.fontSize * LINE_HEIGHT,
        fontWeight: loud || id.startsWith('milestone') ? 'bold' : 'normal',
      },
    };
  });
  return {
    type: 'scatter',
    id: 'labels',
    z: 6,
    silent: true,
    symbol: 'circle',
    symbolSize: 1,
    itemStyle: { color: 'transparent', opacity: 1 },
    data,
  };
}

/** Braces mean something to the chart library's templates; ours are always text. */
function plain(text: string): string {
  return text.replaceAll('{', '｛').replaceAll('}', '｝');
}
