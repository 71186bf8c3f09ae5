// Takes the words of a PDF out as the handbook of pdfjs does, and nothing more; run by read-pdf.ts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(createRequire(import.meta.url).resolve('@dabiao/reader/read-file'));
const { getDocument } = (await import(
  require.resolve('pdfjs-dist/legacy/build/pdf.mjs')
)) as typeof import('pdfjs-dist/legacy/build/pdf.mjs');
const folder = dirname(require.resolve('pdfjs-dist/package.json'));
const data = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const pdf = await getDocument({ data, cMapUrl: `${join(folder, 'cmaps')}/`, cMapPacked: true, verbosity: 0 }).promise;
let letters = 0;
for (let number = 1; number <= pdf.numPages; number += 1) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  for (const item of items) if ('str' in item) letters += item.str.length;
}
console.log(letters);
