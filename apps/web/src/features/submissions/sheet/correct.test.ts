import { readCorrections } from '@dabiao/domain/corrections';
import type { SheetView } from '@dabiao/domain/sheet-view';
import { describe, expect, it } from 'vitest';
import { type Change, correct, correctionsOf, undoing } from './correct.ts';

const view: SheetView = {
  sheet: '2024',
  hidden: false,
  shape: 'abc',
  names: ['地区', '企业数'],
  rows: 6,
  columns: 3,
  cells: [['全市情况'], ['辖区', '企业数', '备注'], ['济南市', '120'], ['', ''], ['辖区', '产值'], ['济南市', '3.5']],
  merges: [],
  marks: [],
  tables: [
    {
      title: '全市情况',
      layout: 'matrix',
      header: { first: 1, last: 1 },
      body: { first: 2, last: 2 },
      columns: [{ column: 0, header: '辖区', use: 'note' }],
      quantity: null,
      year: 2024,
      region: null,
      unit: null,
    },
    {
      title: null,
      layout: 'matrix',
      header: { first: 4, last: 4 },
      body: { first: 5, last: 5 },
      columns: [{ column: 0, header: '辖区', use: 'note' }],
      quantity: null,
      year: 2024,
      region: null,
      unit: null,
    },
  ],
  corrections: null,
};
const nothing = { shapes: [], sheets: [] };
const shapeAfter = (change: Change, of = view, now = nothing as ReturnType<typeof correctionsOf>) =>
  correct(of, now, change).shapes[0];

describe('a correction', () => {
  it('of a column names it by place and header, and keeps what was said of it before', () => {
    const first = correct(view, nothing, { kind: 'column', column: 0, header: '辖区', use: 'region' });
    expect(first.shapes).toEqual([
      { shape: 'abc', names: view.names, columns: [{ column: 0, text: '辖区', use: 'region' }] },
    ]);
    const second = correct(view, first, { kind: 'column', column: 0, header: '辖区', unit: '万元' });
    expect(second.shapes[0]?.columns).toEqual([{ column: 0, text: '辖区', use: 'region', unit: '万元' }]);
    const third = correct(view, second, { kind: 'column', column: 0, header: '辖区', use: 'note' });
    expect(third.shapes[0]?.columns).toEqual([{ column: 0, text: '辖区', use: 'note', unit: '万元' }]);
  });

  it('of a name replaces the last one of that name alone', () => {
    const first = correct(view, nothing, { kind: 'indicator', label: '产值', indicator: 'industrial-output' });
    const second = correct(view, first, { kind: 'indicator', label: '产值', unit: '亿元' });
    expect(second.shapes[0]?.indicators).toEqual([{ label: '产值', indicator: 'industrial-output', unit: '亿元' }]);
    const third = correct(view, second, { kind: 'indicator', label: '企业数', indicator: null });
    expect(third.shapes[0]?.indicators).toHaveLength(2);
    expect(shapeAfter({ kind: 'region', label: '市区', region: '370100' })?.regions).toEqual([
      { label: '市区', region: '370100' },
    ]);
  });

  it('of a header names every header of the sheet', () => {
    expect(shapeAfter({ kind: 'header', row: 0, rows: 2, how: 'move' })?.headers).toEqual([
      { row: 0, text: '全市情况', rows: 2 },
      { row: 4, text: '辖区', rows: 1 },
    ]);
    expect(shapeAfter({ kind: 'header', row: 2, rows: 1, how: 'add' })?.headers?.map(({ row }) => row)).toEqual([
      1, 2, 4,
    ]);
    expect(shapeAfter({ kind: 'header', row: 4, rows: 1, how: 'drop' })?.headers?.map(({ row }) => row)).toEqual([1]);
    expect(shapeAfter({ kind: 'header', row: 5, rows: 1, how: 'move' })?.headers?.map(({ row }) => row)).toEqual([
      1, 5,
    ]);
  });

  it('of years is of this file alone', () => {
    const first = correct(view, nothing, { kind: 'sheetYear', year: 2023 });
    const second = correct(view, first, { kind: 'columnYear', column: 1, year: 2022 });
    const third = correct(view, second, { kind: 'columnYear', column: 1, year: 2021 });
    expect(third).toEqual({
      shapes: [],
      sheets: [{ sheet: '2024', year: 2023, columns: [{ column: 1, year: 2021 }] }],
    });
  });

  it('starts from what the sheet was read with, as the shape of this sheet', () => {
    const used = { shape: 'nearly', names: ['地区'], unit: '亿元' };
    const alike: SheetView = { ...view, corrections: { from: 'alike', used } };
    expect(shapeAfter({ kind: 'across', across: 'region' }, alike)).toEqual({
      shape: 'abc',
      names: view.names,
      unit: '亿元',
      across: 'region',
    });
  });

  it('may be to forget all of them', () => {
    const used = { shape: 'abc', names: view.names, unit: '亿元' };
    const known: SheetView = { ...view, corrections: { from: 'remembered', used } };
    expect(shapeAfter({ kind: 'reset' }, known)).toEqual({ shape: 'abc', names: view.names });
  });

  it('keeps those of other shapes', () => {
    const other = { shape: 'other', names: [], ignore: true };
    const after = correct(view, { shapes: [other], sheets: [] }, { kind: 'sheet', unit: '万元' });
    expect(after.shapes).toEqual([other, { shape: 'abc', names: view.names, unit: '万元' }]);
  });

  it.each<Change>([
    { kind: 'column', column: 2, header: '备注', use: 'note', unit: '个' },
    { kind: 'columnYear', column: 2, year: 2020 },
    { kind: 'indicator', label: '企业数', indicator: null, unit: '家' },
    { kind: 'region', label: '济南市', region: null },
    { kind: 'header', row: 4, rows: 1, how: 'drop' },
    { kind: 'across', across: 'indicator' },
    { kind: 'sheet', ignore: true },
    { kind: 'sheetYear', year: 2024 },
    { kind: 'reset' },
  ])('%o is one the server takes', (change) => {
    const made = correct(view, nothing, change);
    expect(readCorrections(made)).toEqual({ corrections: made });
  });
});

describe('taking back', () => {
  it('names the shape with what it was read with before', () => {
    const change: Change = { kind: 'across', across: 'region' };
    expect(undoing(view, nothing, change)).toEqual({ shapes: [{ shape: 'abc', names: view.names }], sheets: [] });
    const used = { shape: 'abc', names: view.names, unit: '亿元' };
    const remembered: SheetView = { ...view, corrections: { from: 'remembered', used } };
    expect(undoing(remembered, nothing, change).shapes).toEqual([used]);
  });

  it('of a year is what was said before', () => {
    const now = { shapes: [], sheets: [{ sheet: '2024', year: 2022 }] };
    expect(undoing(view, now, { kind: 'sheetYear', year: 2023 })).toBe(now);
  });
});

describe('the corrections of a file', () => {
  it('are those given, one a shape', () => {
    const used = { shape: 'abc', names: [], unit: '亿元' };
    const given: SheetView = { ...view, corrections: { from: 'given', used } };
    const kept: SheetView = { ...view, corrections: { from: 'remembered', used: { ...used, shape: 'kept' } } };
    expect(correctionsOf([given, { ...given, sheet: '2023' }, kept, view])).toEqual({ shapes: [used], sheets: [] });
  });
});
