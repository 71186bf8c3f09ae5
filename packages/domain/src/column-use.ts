/**
 * What a column of a table is. `value`: the one column of values of a table with a figure a row; `data`: values under
 * a name, a region or a year; `note`: not read (remarks, codes, numbering); `blank`: nothing in it.
 */
export const COLUMN_USES = ['region', 'indicator', 'year', 'unit', 'status', 'value', 'data', 'note', 'blank'] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];
