// The library as one file: a process that draws once loads it in a tenth of the time of its several hundred modules.
import { init } from 'echarts/dist/echarts.esm.min.mjs';
import type { ChartOption } from './trajectory.ts';

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
