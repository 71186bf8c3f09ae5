import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type OnPage, type PlacedText, pageLines, type Share } from './pdf-lines.ts';
import { nearWorker } from './pdf-port.ts';
import { PASSWORD, type Refusal, TOO_COMPLEX, UNREADABLE } from './refusal.ts';

const MAX_PAGES = 1_500;

/**
 * The lines of a share of a PDF's pages. pdfjs-dist because it knows the encodings of Chinese fonts, is written in
 * JavaScript only and is kept by Mozilla.
 * @param onPage told after every page
 */
export async function pdfPages(bytes: Uint8Array, share: Share, onPage: OnPage): Promise<string[][] | Refusal> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    const task = getDocument({
      data: new Uint8Array(bytes),
      worker: nearWorker(),
      cMapUrl: `${join(folder, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PAGES) return TOO_COMPLEX;
    const pages: string[][] = [];
    for (let number = share.nth + 1; number <= pdf.numPages; number += share.of) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(pageLines(items.filter((item) => 'str' in item).map(toPlaced)));
      page.cleanup();
      onPage(pages.length, pdf.numPages);
    }
    return pages;
  } catch (error) {
    return (error as Error).name === 'PasswordException' ? PASSWORD : UNREADABLE;
  }
}

const toPlaced = (item: { str: string; transform: number[]; width: number; height: number }): PlacedText => ({
  text: item.str,
  x: item.transform[4] ?? 0,
  y: item.transform[5] ?? 0,
  width: item.width,
  size: Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0) || item.height || 10,
});
