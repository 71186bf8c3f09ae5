import { decimalsOf } from '@dabiao/domain/decimal';
import { formatNumber } from '@dabiao/domain/number-text';
import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { GridComponentOption, MarkLineComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { textWidth } from './text-width.ts';
import { THEMES } from './theme.ts';
import type { Drawing } from './trajectory-drawing.ts';
import { dottedLines, forecastLines } from './trajectory-forecast.ts';
import { toFrame } from './trajectory-frame.ts';
import { endLines, toTrajectoryLabels } from './trajectory-labels.ts';
import { actualLines, band, breakLines, pathLine, ranges } from './trajectory-lines.ts';
import { marks, words } from './trajectory-marks.ts';
import type { TrajectorySeries, TrajectorySettings } from './trajectory-series.ts';

/** The parts of ECharts that our options need; `chart-parts.ts` registers them. */
export type ChartOption = ComposeOption<
  LineSeriesOption | ScatterSeriesOption | GridComponentOption | MarkLineComponentOption | TooltipComponentOption
>;

/**
 * The trajectory of one target: figures, milestones, path with its tolerance band, all labelled directly. The option is
 * plain data without functions, so equal input gives equal JSON; draw it with `notMerge` at the width it was made for.
 */
export function toTrajectoryOption(series: TrajectorySeries, settings: TrajectorySettings): ChartOption {
  const sorted = {
    ...series,
    points: [...series.points].sort((a, b) => a.year - b.year),
    milestones: [...series.milestones].sort((a, b) => a.year - b.year),
  };
  const theme = THEMES[settings.theme];
  const frame = toFrame(sorted, settings, endLines(sorted, settings.lang));
  const labels = toTrajectoryLabels(sorted, frame, settings);
  const drawing: Drawing = { series: sorted, settings, frame, theme, labels };
  return {
    animation: theme.animation,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: theme.font, fontSize: frame.fontSize, color: theme.ink },
    grid: {
      left: frame.plot.x,
      top: frame.plot.y,
      width: frame.plot.width,
      height: frame.plot.height,
      outerBoundsMode: 'none',
    },
    ...(settings.theme === 'print' ? {} : { tooltip: { trigger: 'item', renderMode: 'richText', confine: true } }),
    xAxis: yearAxis(drawing),
    yAxis: valueAxis(drawing),
    series: [
      ...band(drawing),
      ...forecastLines(drawing),
      ...dottedLines(drawing),
      pathLine(drawing),
      ...actualLines(drawing),
      ...ranges(drawing),
      ...breakLines(drawing),
      marks(drawing),
      words(drawing),
    ],
  };
}

function yearAxis({ frame, theme, settings }: Drawing): NonNullable<ChartOption['xAxis']> {
  const room = frame.plot.width / frame.years.length;
  const every = Math.ceil((textWidth('2025', frame.fontSize) + 8) / room);
  return {
    type: 'category',
    data: frame.years.map(String),
    axisTick: { show: false },
    axisLine: { onZero: false, lineStyle: { color: theme.soft, width: 1 } },
    axisLabel: { interval: every - 1, color: theme.soft, fontSize: frame.fontSize, margin: settings.compact ? 7 : 9 },
  };
}

function valueAxis({ frame, theme, settings }: Drawing): NonNullable<ChartOption['yAxis']> {
  const { axis } = frame;
  const start = formatNumber(axis.min, decimalsOf(axis.min));
  const starts = settings.lang === 'zh' ? `（纵轴从${start}起）` : ` (axis starts at ${start})`;
  return {
    type: 'value',
    min: axis.min,
    max: axis.max,
    interval: axis.step,
    name: `${axis.unit}${axis.cut ? starts : ''}`,
    nameLocation: 'end',
    nameGap: frame.plot.y - 14,
    nameTextStyle: { color: theme.soft, fontSize: frame.fontSize, align: 'left', padding: [0, 0, 0, -frame.plot.x] },
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: theme.soft, fontSize: frame.fontSize, margin: 8 },
    splitLine: { lineStyle: { color: theme.faint, width: 1 } },
  };
}
