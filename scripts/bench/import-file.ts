// Reads one file three times, by ingest with the checks of the domain or by the bare library, and prints the times and
// the memory as JSON.
import { readFileSync } from 'node:fs';
import { siftFigures } from '@dabiao/domain/check-figures';
import { readWorkbook } from '@dabiao/ingest/read-workbook';
import { read } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { benchVocabulary } from './import-rows.ts';
import { timed } from './measure.ts';
import { ownPeak, watchChildren } from './peak-memory.ts';

const TURNS = 3;
/** The year the bench takes for the current one. */
const THIS_YEAR = 2026;

/** What one reading of a file took: milliseconds in the middle of three turns, megabytes at the peak. */
export interface Reading {
  milliseconds: number;
  own: number;
  children: number;
  rows: number;
}

const [by = '', file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);
const vocabulary = by === 'ingest' ? await benchVocabulary() : null;

async function readOnce(): Promise<number> {
  if (vocabulary) {
    const { indicators, regions } = vocabulary;
    const found = await readWorkbook(bytes, file, { indicators, regions });
    const context = { indicators, regions: null, catalogueRegions: regions, earlier: () => null };
    const { figures, problems } = siftFigures(found, context, THIS_YEAR);
    const wrong = problems.find(({ severity }) => severity === 'error');
    if (wrong) throw new Error(wrong.message);
    return figures.length;
  }
  if (file.endsWith('.csv')) return parse(bytes).length - 1;
  const book = read(bytes, { dense: true });
  return (book.Sheets[book.SheetNames[0] ?? '']?.['!data']?.length ?? 0) - 1;
}

const times: number[] = [];
let rows = 0;
const children = await watchChildren(async () => {
  for (let turn = 0; turn < TURNS; turn += 1) {
    times.push(
      await timed(async () => {
        rows = await readOnce();
      }),
    );
  }
});
const reading: Reading = {
  milliseconds: times.toSorted((a, b) => a - b)[1] ?? Number.NaN,
  own: ownPeak(),
  children,
  rows,
};
process.stdout.write(JSON.stringify(reading));
