// A file of 100,000 rows read and checked by ingest and domain, against the bare library reading the same bytes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utils, write } from '@e965/xlsx';
import type { Reading } from './import-file.ts';
import { benchRows, benchVocabulary } from './import-rows.ts';
import { shown } from './measure.ts';

function writeFiles(folder: string, rows: (string | number)[][]): string[] {
  const csv = join(folder, 'figures.csv');
  writeFileSync(csv, rows.map((row) => `${row.join(',')}\r\n`).join(''));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '数据');
  const xlsx = join(folder, 'figures.xlsx');
  writeFileSync(xlsx, write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }) as Buffer);
  return [csv, xlsx];
}

const program = fileURLToPath(new URL('./import-file.ts', import.meta.url));
const readBy = (by: 'ingest' | 'bare', file: string): Reading =>
  JSON.parse(execFileSync(process.execPath, [program, by, file], { encoding: 'utf8' })) as Reading;

const folder = mkdtempSync(join(tmpdir(), 'dabiao-bench-'));
try {
  const rows = benchRows(await benchVocabulary());
  const count = rows.length - 1;
  for (const file of writeFiles(folder, rows)) {
    const [bare, ours] = [readBy('bare', file), readBy('ingest', file)];
    if (ours.rows !== count || bare.rows !== count) throw new Error(`${file}: read ${ours.rows} and ${bare.rows} rows`);
    const ratio = shown(ours.milliseconds / bare.milliseconds);
    const kind = file.endsWith('.csv') ? 'CSV ' : 'XLSX';
    console.log(
      `  ${kind} ${count} rows read and checked ${ratio.padStart(6)} × the bare library  (${shown(ours.milliseconds)} ms, bare ${shown(bare.milliseconds)} ms)`,
    );
    console.log(
      `       peak memory: server side ${shown(ours.own)} MB, reading process ${shown(ours.children)} MB, bare ${shown(bare.own)} MB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
