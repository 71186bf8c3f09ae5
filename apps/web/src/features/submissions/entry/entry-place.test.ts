import { describe, expect, it } from 'vitest';
import { cellKey, entryStep, readCellKey } from './entry-place.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
const at = (start: number, end: number, value = '济南市') => ({ selectionStart: start, selectionEnd: end, value });
const step = (key: string, caret = at(1, 1), more = {}) =>
  entryStep({ ...plain, key, ...more }, caret, { row: 2, column: 'year' }, 4);

describe('moving over the grid', () => {
  it('goes up and down with arrows and Enter', () => {
    expect(step('ArrowUp')).toEqual({ row: 1, column: 'year' });
    expect(step('ArrowDown')).toEqual({ row: 3, column: 'year' });
    expect(step('Enter')).toEqual({ row: 3, column: 'year' });
    expect(step('Enter', at(1, 1), { shiftKey: true })).toEqual({ row: 1, column: 'year' });
  });

  it('goes sideways only from the ends of the text, or when all of it is chosen', () => {
    expect(step('ArrowLeft')).toBeNull();
    expect(step('ArrowRight')).toBeNull();
    expect(step('ArrowLeft', at(0, 0))).toEqual({ row: 2, column: 'region' });
    expect(step('ArrowRight', at(3, 3))).toEqual({ row: 2, column: 'value' });
    expect(step('ArrowRight', at(0, 3))).toEqual({ row: 2, column: 'value' });
    expect(step('ArrowLeft', at(0, 0, ''))).toEqual({ row: 2, column: 'region' });
  });

  it('leaves the text its own keys, and words that are being composed', () => {
    expect(step('a')).toBeNull();
    expect(step('Enter', at(1, 1), { isComposing: true })).toBeNull();
    expect(step('ArrowDown', at(1, 1), { ctrlKey: true })).toBeNull();
    expect(step('ArrowRight', at(3, 3), { shiftKey: true })).toBeNull();
  });

  it('ends with the grid', () => {
    const corner = (key: string, row: number, column: 'indicator' | 'status') =>
      entryStep({ ...plain, key }, at(0, 0, ''), { row, column }, 4);
    expect(corner('ArrowUp', 0, 'indicator')).toBeNull();
    expect(corner('ArrowLeft', 0, 'indicator')).toBeNull();
    expect(corner('Enter', 3, 'status')).toBeNull();
    expect(corner('ArrowRight', 3, 'status')).toBeNull();
  });
});

describe('a cell of the grid', () => {
  it('is written and read back', () => {
    expect(readCellKey(cellKey({ row: 12, column: 'value' }))).toEqual({ row: 12, column: 'value' });
    expect(readCellKey('x:value')).toBeNull();
    expect(readCellKey('1:word')).toBeNull();
    expect(readCellKey(undefined)).toBeNull();
  });
});
