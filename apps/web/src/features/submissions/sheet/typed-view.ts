import type { GridRow } from '@dabiao/contract/grid-rows';
import type { ColumnUse } from '@dabiao/domain/column-use';
import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { type CellRole, type SheetView, VIEW_ROWS } from '@dabiao/domain/sheet-view';

/** What places of typed rows call their sheet. */
const SHEET = '填报表';

const COLUMNS = [
  ['indicator', 'indicator'],
  ['region', 'region'],
  ['year', 'year'],
  ['value', 'value'],
  ['unit', 'unit'],
  ['status', 'status'],
] as const satisfies readonly (readonly [ColumnUse, CellRole])[];

/** Rows that were typed in, as a sheet: the first row is row 1, columns A … F, no header. */
export function typedView(rows: readonly GridRow[], lang: 'zh' | 'en'): SheetView {
  const cells = rows
    .slice(0, VIEW_ROWS)
    .map(({ indicator, region, year, value, unit, status }) => [
      indicator,
      region,
      String(year),
      String(value),
      unit ?? '',
      status === undefined ? '' : FIGURE_STATUS_WORDS[status][lang],
    ]);
  const last = cells.length - 1;
  return {
    sheet: SHEET,
    hidden: false,
    shape: '',
    names: [],
    rows: rows.length,
    columns: COLUMNS.length,
    cells,
    merges: [],
    marks: COLUMNS.map(([, role], column) => ({ row: 0, column, lastRow: last, lastColumn: column, role, table: 0 })),
    tables: [
      {
        title: null,
        layout: 'long',
        header: { first: -1, last: -1 },
        body: { first: 0, last },
        columns: COLUMNS.map(([use], column) => ({ column, header: '', use })),
        quantity: null,
        year: null,
        region: null,
        unit: null,
      },
    ],
    corrections: null,
  };
}
