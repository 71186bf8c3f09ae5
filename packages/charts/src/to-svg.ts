import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { CHART_PARTS } from './chart-parts.ts';
import type { ChartOption } from './trajectory.ts';

use([...CHART_PARTS, SVGRenderer]);

/**
 * Draws an option as an SVG document without a browser, `width` × `height` in pixels. Equal options give equal bytes:
 * the running numbers in the ids of clip paths and classes are counted anew for each picture.
 */
export function renderSvg(option: ChartOption, { width, height }: { width: number; height: number }): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    return renumber(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

function renumber(svg: string): string {
  const seen = new Map<string, string>();
  return svg.replace(/\bzr\d+-[a-z]+-?\d+/g, (id) => {
    const known = seen.get(id) ?? `z${seen.size}`;
    seen.set(id, known);
    return known;
  });
}
