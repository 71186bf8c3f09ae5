import { CHART_PARTS } from '@dabiao/charts/chart-parts';
import type { ChartOption } from '@dabiao/charts/trajectory';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([...CHART_PARTS, SVGRenderer]);

/** Nothing moves for readers who asked for it, nor on paper. */
const STILL = '(prefers-reduced-motion: reduce), print';

/** Draws an option in `element`, in the chart that is there already or a new one. Sizes in pixels. */
export function draw(
  element: HTMLElement,
  known: EChartsType | null,
  option: ChartOption,
  size: { width: number; height: number },
): EChartsType {
  const chart = known ?? init(element, null, { renderer: 'svg', ...size });
  chart.resize(size);
  // The first drawing stands at once; what a reader changes in it is seen to change.
  const moving = known !== null && option.animation !== false && !window.matchMedia(STILL).matches;
  chart.setOption({ ...option, animation: moving }, { notMerge: true });
  followPaper(element, size);
  return chart;
}

/** Draws an option as an SVG document, not on the page. Sizes in pixels. */
export function drawSvg(option: ChartOption, size: { width: number; height: number }): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ ...option, animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** Lets a narrower sheet of paper shrink the picture instead of cutting it: the frame gives way, the drawing scales. */
function followPaper(element: HTMLElement, { width, height }: { width: number; height: number }): void {
  const svg = element.querySelector('svg');
  svg?.setAttribute('viewBox', `0 0 ${width} ${height}`);
  if (svg?.parentElement) {
    svg.parentElement.style.width = '100%';
    svg.parentElement.style.height = '100%';
  }
}
