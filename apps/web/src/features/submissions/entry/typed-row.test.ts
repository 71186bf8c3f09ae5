import { GridBody } from '@dabiao/contract/grid-rows';
import fc from 'fast-check';
import Value from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { type EntryRow, emptyRow } from './entry-rows.ts';
import { readNumber, readStatus, readYear, toEntryRows, toGridRows } from './typed-row.ts';

const NO_DEFAULTS = { region: '', year: '', status: '' };
const row = (own: Partial<EntryRow>): EntryRow => ({
  ...emptyRow(),
  indicator: '5G基站数',
  region: '济南市',
  year: '2024',
  value: '12',
  ...own,
});
const faultsOf = (own: Partial<EntryRow>) =>
  toGridRows([row(own)], NO_DEFAULTS).faults.map(({ column, reason }) => [column, reason]);

describe('a typed number', () => {
  it.each([
    ['12', '12'],
    ['38.0', '38.0'],
    ['１，２３４．５０', '1234.50'],
    ['1,234,567', '1234567'],
    ['1 863', '1863'],
    [' -0.5 ', '-0.5'],
    ['－3', '-3'],
    ['.5', '0.5'],
  ])('%s is %s', (text, value) => {
    expect(readNumber(text)).toEqual({ value, percent: false });
  });

  it('keeps its per cent sign as a unit', () => {
    expect(readNumber('４７．２％')).toEqual({ value: '47.2', percent: true });
  });

  it.each(['', '十二', '1,23', '12,34,567', '1.2.3', '3万', '1e5', '0x10', '—', '…', '12-13', '约5'])(
    '%s is none',
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );
});

describe('a typed year and status', () => {
  it('are read as people write them', () => {
    expect(['2024', '２０２４年', '2024年度', ' 2024 年 ', '2024.0'].map(readYear)).toEqual(Array(5).fill(2024));
    expect(['24', '1948', '2201', '2023-2024', '', '二〇二四'].map(readYear)).toEqual(Array(6).fill(null));
    expect(['快报', '年报数', '修订', '估计', 'Final', 'preliminary'].map(readStatus)).toEqual([
      'preliminary',
      'final',
      'revised',
      'estimated',
      'final',
      'preliminary',
    ]);
    expect(readStatus('草稿')).toBeNull();
  });
});

describe('rows to be sent', () => {
  it('leave out what was not typed, never as zero', () => {
    expect(toGridRows([row({}), emptyRow()], NO_DEFAULTS)).toEqual({
      rows: [{ indicator: '5G基站数', region: '济南市', year: 2024, value: '12' }],
      faults: [],
    });
    expect(faultsOf({ value: '' })).toEqual([['value', 'missing']]);
    expect(faultsOf({ value: '…' })).toEqual([['value', 'mark']]);
    expect(faultsOf({ value: '－' })).toEqual([['value', 'mark']]);
    expect(faultsOf({ value: '十二' })).toEqual([['value', 'number']]);
  });

  it('name every fault with its row and column', () => {
    const { rows, faults } = toGridRows(
      [row({}), emptyRow(), row({ year: '24', indicator: '' }), row({ status: '？' })],
      NO_DEFAULTS,
    );
    expect(rows).toEqual([]);
    expect(faults.map(({ row: at, column, reason }) => [at, column, reason])).toEqual([
      [2, 'indicator', 'missing'],
      [2, 'year', 'year'],
      [3, 'status', 'status'],
    ]);
  });

  it('take the defaults where a cell is empty', () => {
    const defaults = { region: '淄博市', year: '2023', status: '年报' };
    const { rows } = toGridRows([row({ region: '', year: '' }), row({ status: '修订' })], defaults);
    expect(rows).toEqual([
      { indicator: '5G基站数', region: '淄博市', year: 2023, value: '12', status: 'final' },
      { indicator: '5G基站数', region: '济南市', year: 2024, value: '12', status: 'revised' },
    ]);
    expect(toGridRows([emptyRow()], defaults)).toEqual({ rows: [], faults: [] });
  });

  it('have the unit typed in the cell', () => {
    expect(toGridRows([row({ value: '38%' })], NO_DEFAULTS).rows[0]).toMatchObject({ value: '38', unit: '%' });
    expect(toGridRows([row({ value: '38%', unit: '％' })], NO_DEFAULTS).rows[0]).toMatchObject({ unit: '%' });
    expect(faultsOf({ value: '38%', unit: '万' })).toEqual([['unit', 'percent']]);
  });

  it('are taken by the contract whatever was typed', () => {
    const text = fc.string({
      unit: fc.constantFrom('1', '９', '.', ',', '-', '%', '济', ' ', '年', '\u00a0'),
      maxLength: 8,
    });
    const typed = fc.record({
      indicator: text,
      region: text,
      year: fc.constantFrom('2024', '２０２３年', '24', ''),
      value: text,
      unit: text,
      status: fc.constantFrom('', '年报', '？'),
    });
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 4 }), (typedRows) => {
        const { rows, faults } = toGridRows(typedRows, NO_DEFAULTS);
        if (rows.length > 0) expect(Value.Check(GridBody, { rows })).toBe(true);
        else
          expect(
            faults.length > 0 || typedRows.every((one) => Object.values(one).every((cell) => cell.trim() === '')),
          ).toBe(true);
      }),
    );
  });

  it('come back into the grid as they were', () => {
    const sent = toGridRows([row({ status: '年报', unit: '个', value: '38.0' })], NO_DEFAULTS).rows;
    expect(toGridRows(toEntryRows(sent, 'zh'), NO_DEFAULTS).rows).toEqual(sent);
  });
});
