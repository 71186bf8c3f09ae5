import { describe, expect, it } from 'vitest';
import type { DrawnCell, DrawnSheet } from './drawn-sheet.ts';
import { nextPlace, placeText, readPlace } from './grid-place.ts';

const cell = (column: number, rowSpan = 1, colSpan = 1): DrawnCell => ({
  column,
  text: '',
  mark: null,
  first: false,
  rowSpan,
  colSpan,
});

/** Three rows and columns; the first cell spans two rows and two columns. */
const drawn: DrawnSheet = {
  columns: 3,
  rows: [
    { row: 0, role: null, cells: [cell(0, 2, 2), cell(2)] },
    { row: 1, role: null, cells: [cell(2)] },
    { row: 2, role: null, cells: [cell(0), cell(1), cell(2)] },
  ],
};
const go = (row: number, column: number, key: string) => nextPlace(drawn, { row, column }, key);

describe('moving over a sheet', () => {
  it('steps over merged cells and stops at their first cell', () => {
    expect(go(0, 0, 'ArrowDown')).toEqual({ row: 2, column: 0 });
    expect(go(0, 0, 'ArrowRight')).toEqual({ row: 0, column: 2 });
    expect(go(2, 1, 'ArrowUp')).toEqual({ row: 0, column: 0 });
    expect(go(1, 2, 'ArrowLeft')).toEqual({ row: 0, column: 0 });
  });

  it('reaches the heads of columns and rows and goes no further', () => {
    expect(go(0, 2, 'ArrowUp')).toEqual({ row: -1, column: 2 });
    expect(go(2, 0, 'ArrowLeft')).toEqual({ row: 2, column: -1 });
    expect(go(-1, 2, 'ArrowDown')).toEqual({ row: 0, column: 2 });
    expect(go(-1, 0, 'ArrowLeft')).toBeNull();
    expect(go(-1, 0, 'ArrowUp')).toBeNull();
    expect(go(2, 2, 'ArrowRight')).toBeNull();
    expect(go(2, 2, 'ArrowDown')).toBeNull();
    expect(go(1, 2, 'a')).toBeNull();
  });

  it('goes to the ends of a row and by pages', () => {
    expect(go(2, 1, 'Home')).toEqual({ row: 2, column: -1 });
    expect(go(-1, 2, 'Home')).toEqual({ row: -1, column: 0 });
    expect(go(2, 0, 'End')).toEqual({ row: 2, column: 2 });
    expect(go(0, 2, 'PageDown')).toEqual({ row: 2, column: 2 });
    expect(go(2, 2, 'PageUp')).toEqual({ row: 0, column: 2 });
  });
});

describe('places', () => {
  it('are written and read back', () => {
    expect(readPlace(placeText({ row: -1, column: 12 }))).toEqual({ row: -1, column: 12 });
    expect(readPlace(undefined)).toBeNull();
    expect(readPlace('1:')).toBeNull();
  });
});
