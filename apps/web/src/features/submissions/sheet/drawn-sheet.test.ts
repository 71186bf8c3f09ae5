import type { CellMark, SheetView } from '@dabiao/domain/sheet-view';
import { describe, expect, it } from 'vitest';
import { meaningOf } from './cell-meaning.ts';
import { drawSheet, findDrawn } from './drawn-sheet.ts';

const at = (row: number, column: number): Pick<CellMark, 'row' | 'column' | 'lastRow' | 'lastColumn'> => ({
  row,
  column,
  lastRow: row,
  lastColumn: column,
});

/** A title over three columns, regions down, two years across. */
const view: SheetView = {
  sheet: 'Sheet1',
  hidden: false,
  shape: 's',
  names: [],
  rows: 4,
  columns: 3,
  cells: [['工业产值（亿元）'], ['地区', '2023', '2024'], ['济南', '1.0', '2.0'], ['淄博', '3.0', '…']],
  merges: [{ row: 0, column: 0, lastRow: 0, lastColumn: 2 }],
  marks: [
    { row: 0, column: 0, lastRow: 0, lastColumn: 2, role: 'title', table: 0 },
    { ...at(1, 0), role: 'header', table: 0 },
    { ...at(1, 1), role: 'year', table: 0, year: 2023 },
    { ...at(1, 2), role: 'year', table: 0, year: 2024 },
    { ...at(2, 0), role: 'region', table: 0, label: '济南', region: '370100' },
    { ...at(3, 0), role: 'region', table: 0, label: '淄博', region: '370300' },
    { row: 2, column: 1, lastRow: 3, lastColumn: 1, role: 'value', table: 0, year: 2023 },
    { row: 2, column: 2, lastRow: 3, lastColumn: 2, role: 'value', table: 0, year: 2024 },
  ],
  tables: [
    {
      title: '工业产值（亿元）',
      layout: 'matrix',
      header: { first: 1, last: 1 },
      body: { first: 2, last: 3 },
      columns: [
        { column: 0, header: '地区', use: 'region' },
        { column: 1, header: '2023', use: 'data' },
        { column: 2, header: '2024', use: 'data' },
      ],
      quantity: { label: '工业产值', indicator: 'output' },
      year: null,
      region: null,
      unit: '亿元',
    },
  ],
  corrections: null,
};

describe('a drawn sheet', () => {
  const drawn = drawSheet(view);

  it('spans merged cells and leaves out those they cover', () => {
    expect(drawn.columns).toBe(3);
    expect(drawn.rows[0]?.cells).toHaveLength(1);
    expect(drawn.rows[0]?.cells[0]).toMatchObject({ colSpan: 3, rowSpan: 1, text: '工业产值（亿元）' });
    expect(drawn.rows[1]?.cells).toHaveLength(3);
  });

  it('names a band once', () => {
    const firsts = drawn.rows.flatMap(({ row, cells }) => cells.flatMap((c) => (c.first ? [[row, c.column]] : [])));
    expect(firsts).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ]);
  });

  it('tells header rows from those above the table', () => {
    expect(drawn.rows.map(({ role }) => role)).toEqual(['title', 'header', null, null]);
  });

  it('finds the merged cell that covers a place', () => {
    expect(findDrawn(drawn, 0, 2)).toMatchObject({ row: 0, cell: { column: 0 } });
    expect(findDrawn(drawn, 2, 2)).toMatchObject({ row: 2, cell: { text: '2.0' } });
    expect(findDrawn(drawn, 3, 9)).toBeNull();
    expect(findDrawn(drawn, 40, 0)).toBeNull();
  });

  it('draws a merge that goes beyond the view as far as the view goes', () => {
    const tall = drawSheet({ ...view, merges: [{ row: 2, column: 0, lastRow: 199, lastColumn: 0 }] });
    expect(tall.rows[2]?.cells[0]).toMatchObject({ rowSpan: 2 });
    expect(tall.rows[3]?.cells).toHaveLength(2);
  });
});

describe('what a cell was taken for', () => {
  it('names a value by its row, its column and its table', () => {
    expect(meaningOf(view, 2, 2)).toMatchObject({
      mark: { role: 'value' },
      table: 0,
      use: { use: 'data', header: '2024' },
      says: { indicator: 'output', region: '370100', year: 2024, unit: '亿元' },
    });
    expect(meaningOf(view, 3, 1).says).toMatchObject({ region: '370300', year: 2023 });
  });

  it('says nothing of the value under a label', () => {
    expect(meaningOf(view, 2, 0)).toMatchObject({ mark: { role: 'region' }, use: { use: 'region' }, says: {} });
    expect(meaningOf({ ...view, tables: [], marks: [] }, 2, 0)).toEqual({
      mark: null,
      table: null,
      use: null,
      says: {},
    });
  });
});
