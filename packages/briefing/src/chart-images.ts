import { completionChartSvg } from '@dabiao/charts/completion-chart';
import { renderSvg } from '@dabiao/charts/to-svg';
import { toTrajectoryOption } from '@dabiao/charts/trajectory';
import { verdictBarSvg } from '@dabiao/charts/verdict-bar';
import type { BriefingChart, BriefingModel } from './model.ts';

/** A chart as the layout wants it: the picture, and its width as a share of the text block's. */
export interface ChartImage {
  svg: string;
  caption: string;
  note: string | null;
}

/** Pixels across the text block of 156 mm: 12-pixel text comes out at about 9 points. */
const WIDTH = 590;
const HEIGHT = 188;

/** Draws a chart of the model as SVG for print. */
export function drawChart(chart: BriefingChart, lang: BriefingModel['lang']): ChartImage {
  const { caption, note } = chart;
  return { svg: svgOf(chart, lang), caption, note };
}

function svgOf(chart: BriefingChart, lang: BriefingModel['lang']): string {
  const settings = { width: WIDTH, theme: 'print', lang } as const;
  if (chart.kind === 'verdicts') return verdictBarSvg(chart.counts, settings).svg;
  if (chart.kind === 'completion') return completionChartSvg(chart.rows, settings).svg;
  const size = { width: WIDTH, height: HEIGHT };
  return renderSvg(toTrajectoryOption(chart.series, { ...settings, height: HEIGHT }), size);
}
