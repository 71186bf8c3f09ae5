import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { drawChart } from './chart-images.ts';
import { sansFiles } from './fonts.ts';
import type { BriefingChart, BriefingModel } from './model.ts';

/** A chart as a picture for a word processor; size in pixels of the page, of 96 to the inch. */
export interface ChartPng {
  png: Uint8Array;
  width: number;
  height: number;
  caption: string;
  note: string | null;
}

/** Pixels of the picture to one of the page: sharp in print. */
const SCALE = 2;

/** Paints a chart, `width` pixels wide on the page. */
export type ChartPainter = (chart: BriefingChart, model: Pick<BriefingModel, 'lang'>, width: number) => ChartPng;

let painter: Promise<ChartPainter> | null = null;

async function preparePainter(): Promise<ChartPainter> {
  const require = createRequire(import.meta.url);
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const fontBuffers = sansFiles().map((file) => new Uint8Array(readFileSync(file)));
  return (chart, { lang }, width) => {
    const { svg, caption, note } = drawChart(chart, { lang, form: 'official' });
    const font = { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' };
    const drawn = new Resvg(svg, { font, background: '#ffffff', fitTo: { mode: 'zoom', value: SCALE } });
    const image = drawn.render();
    const height = Math.round((image.height / image.width) * width);
    const png = image.asPng();
    image.free();
    drawn.free();
    return { png, width, height, caption, note };
  };
}

/** What paints charts as PNG; its fonts are loaded once. */
export function chartPainter(): Promise<ChartPainter> {
  painter ??= preparePainter();
  return painter;
}
