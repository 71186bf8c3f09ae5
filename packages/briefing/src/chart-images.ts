import { completionChartSvg } from '@dabiao/charts/completion-chart';
import { renderSvg } from '@dabiao/charts/to-svg';
import { toTrajectoryOption } from '@dabiao/charts/trajectory';
import { verdictBarSvg } from '@dabiao/charts/verdict-bar';
import type { BriefingChart, BriefingModel } from './model.ts';

/** A chart as the layout wants it. */
export interface ChartImage {
  svg: string;
  caption: string;
  note: string | null;
  /** Whether it needs the whole width of the text. */
  wide: boolean;
}

/** Pixels across the text block of 156 mm: 12-pixel text comes out at about 9 points. */
const WIDTH = 590;
const HEIGHT = 188;
/** Across half of the compact form's 170 mm. */
const HALF = { width: 330, height: 190 };

/** Draws a chart of the model as SVG for print. */
export function drawChart(chart: BriefingChart, { lang, form }: Pick<BriefingModel, 'lang' | 'form'>): ChartImage {
  const { caption, note } = chart;
  const settings = { width: WIDTH, theme: 'print', lang } as const;
  if (chart.kind === 'verdicts') {
    return { svg: verdictBarSvg(chart.counts, settings).svg, caption, note, wide: true };
  }
  if (chart.kind === 'completion') {
    return { svg: completionChartSvg(chart.rows, settings).svg, caption, note, wide: true };
  }
  const size = form === 'modern' ? HALF : { width: WIDTH, height: HEIGHT };
  const option = toTrajectoryOption(chart.series, { ...settings, ...size, compact: form === 'modern' });
  return { svg: renderSvg(option, size), caption, note, wide: false };
}
