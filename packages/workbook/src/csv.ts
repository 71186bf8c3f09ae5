import { stringify } from 'csv-stringify/sync';
import { startsFormula } from './cell-text.ts';
import type { Table } from './table.ts';

/**
 * A table as CSV (RFC 4180, UTF-8). Text that a spreadsheet would run as a formula is made harmless with a leading
 * quote; negative numbers stay numbers. `mark` puts the byte order mark that Excel needs to see UTF-8.
 */
export const csvText = ({ columns, rows }: Table, { mark }: { mark: boolean }): string =>
  stringify([columns, ...rows], {
    bom: mark,
    record_delimiter: 'windows',
    cast: { string: (text) => (startsFormula(text) ? `'${text}` : text) },
  });
