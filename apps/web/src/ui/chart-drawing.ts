import { CHART_PARTS } from '@dabiao/charts/chart-parts';
import type { ChartOption } from '@dabiao/charts/trajectory';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([...CHART_PARTS, SVGRenderer]);

const STILL = '(prefers-reduced-motion: reduce)';

/** Draws an option in `element`, in the chart that is there already or a new one. Sizes in pixels. */
export function draw(
  element: HTMLElement,
  known: EChartsType | null,
  option: ChartOption,
  size: { width: number; height: number },
): EChartsType {
  const chart = known ?? init(element, null, { renderer: 'svg', ...size });
  chart.resize(size);
  const moving = option.animation !== false && !window.matchMedia(STILL).matches;
  chart.setOption({ ...option, animation: moving }, { notMerge: true });
  // Lets a narrower sheet of paper shrink the picture instead of cutting it.
  element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  return chart;
}
