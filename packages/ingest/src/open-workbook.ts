import { readCsv } from './csv-grid.ts';
import { detectFileKind } from './file-kind.ts';
import type { Sheet } from './grid.ts';
import { parseWorkbook } from './parse-workbook.ts';
import type { Refusal } from './refusal.ts';
import { guardZip } from './zip-guard.ts';

/** Last part of a path-like name, without extension and control characters: safe to show. */
function sheetNameOf(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  return last
    .replace(/\.[a-z]+$/i, '')
    .replace(/\p{C}/gu, '')
    .slice(0, 100);
}

/**
 * Opens a file as sheets of cells: checks kind and size, guards the zip, parses workbooks in a process of their own.
 * @returns the sheets in their order (one for a CSV, named like the file), or the refusal; never throws.
 */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<Sheet[] | Refusal> {
  const kind = detectFileKind(bytes, fileName);
  if (typeof kind !== 'string') return kind;
  if (kind === 'csv') {
    const sheet = readCsv(bytes, sheetNameOf(fileName));
    return 'code' in sheet ? sheet : [sheet];
  }
  const refusal = kind === 'xlsx' ? await guardZip(bytes) : null;
  return refusal ?? parseWorkbook(bytes);
}
