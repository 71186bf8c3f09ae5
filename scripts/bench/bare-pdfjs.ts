// Takes the words of a PDF out as the handbook of pdfjs does, and nothing more; run by read-pdf.ts.
import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Pages {
  numPages: number;
  getPage: (number: number) => Promise<{ getTextContent: () => Promise<{ items: { str?: string }[] }> }>;
}

// The library is the reader's, and found where that finds it.
const reader = createRequire(import.meta.url).resolve('@dabiao/reader/read-file');
const folder = join(findPackageJSON('pdfjs-dist', pathToFileURL(reader)) ?? '', '..');
const { getDocument } = (await import(pathToFileURL(join(folder, 'legacy/build/pdf.mjs')).href)) as {
  getDocument: (source: object) => { promise: Promise<Pages> };
};
const data = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const pdf = await getDocument({ data, cMapUrl: `${join(folder, 'cmaps')}/`, cMapPacked: true, verbosity: 0 }).promise;
let letters = 0;
for (let number = 1; number <= pdf.numPages; number += 1) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  for (const { str } of items) letters += str?.length ?? 0;
}
console.log(letters);
