import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type PlacedText, pageLines, withoutRunningHeads } from './pdf-lines.ts';
import { PASSWORD, type Refusal, TOO_COMPLEX, UNREADABLE } from './refusal.ts';

const MAX_PAGES = 1_500;

/**
 * The text of a PDF, a line for each line of the page and a form feed between pages. pdfjs-dist because it knows the
 * encodings of Chinese fonts, is written in JavaScript only and is kept by Mozilla.
 * @param onPage told after every page
 */
export async function pdfText(
  bytes: Uint8Array,
  onPage: (page: number, pages: number) => void,
): Promise<string | Refusal> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    const task = getDocument({
      data: new Uint8Array(bytes),
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
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(pageLines(items.filter((item) => 'str' in item).map(toPlaced)));
      page.cleanup();
      onPage(number, pdf.numPages);
    }
    return withoutRunningHeads(pages)
      .map((lines) => lines.join('\n'))
      .join('\n\f');
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
