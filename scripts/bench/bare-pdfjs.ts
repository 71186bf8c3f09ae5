// Takes the words of a PDF out as the handbook of pdfjs does, and nothing more; run by read-pdf.ts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Pages {
  numPages: number;
  getPage: (number: number) => Promise<{ getTextContent: () => Promise<{ items: { str?: string }[] }> }>;
}

// The library is the reader's, and found where that finds it.
const require = createRequire(createRequire(import.meta.url).resolve('@dabiao/reader/read-file'));
const { getDocument } = (await import(require.resolve('pdfjs-dist/legacy/build/pdf.mjs'))) as {
  getDocument: (source: object) => { promise: Promise<Pages> };
};
const folder = dirname(require.resolve('pdfjs-dist/package.json'));
const data = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const pdf = await getDocument({ data, cMapUrl: `${join(folder, 'cmaps')}/`, cMapPacked: true, verbosity: 0 }).promise;
let letters = 0;
for (let number = 1; number <= pdf.numPages; number += 1) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  for (const { str } of items) letters += str?.length ?? 0;
}
console.log(letters);
