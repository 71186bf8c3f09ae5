import type { CellMark, SheetView } from '@dabiao/domain/sheet-view';
import { describe, expect, it } from 'vitest';
import { leftOutLabels, noteOf } from './mark-note.ts';

const names = {
  indicatorName: (id: string) => (id === 'output' ? '工业产值' : id),
  regionName: (code: string) => (code === '370100' ? '济南市' : code),
};
const note = (text: string, mark: Partial<CellMark> & Pick<CellMark, 'role'>, leftOut = new Set<string>()) =>
  noteOf(
    text,
    { row: 0, column: 0, lastRow: 0, lastColumn: 0, table: 0, ...mark },
    names,
    leftOut,
    (year) => `${year}年`,
  );

describe('the note beside a label', () => {
  it('says what it stands for only where that is another word', () => {
    expect(note('工业总产值（亿元）', { role: 'indicator', indicator: 'output' })).toEqual({
      kind: 'is',
      text: '工业产值',
    });
    expect(note('工业 产值（亿元）', { role: 'indicator', indicator: 'output' })).toBeNull();
    expect(note('济　南　市', { role: 'region', region: '370100' })).toBeNull();
    expect(note('济南', { role: 'region', region: '370100' })).toEqual({ kind: 'is', text: '济南市' });
    expect(note('２０２１年', { role: 'year', year: 2021 })).toBeNull();
    expect(note('本年', { role: 'year', year: 2021 })).toEqual({ kind: 'is', text: '2021年' });
    expect(note('单位：亿元', { role: 'unit', unit: '亿元' })).toBeNull();
    expect(note('1,234', { role: 'value', year: 2021 })).toBeNull();
    expect(note('地区', { role: 'header' })).toBeNull();
  });

  it('tells a name that is unknown from one that was left out', () => {
    expect(note('其他', { role: 'region', label: '其他', region: null })).toEqual({ kind: 'unknown' });
    expect(note('其他', { role: 'region', label: '其他', region: null }, new Set(['其他']))).toEqual({
      kind: 'left_out',
    });
  });

  it('knows what was left out from the corrections', () => {
    const used = {
      shape: 's',
      names: [],
      indicators: [
        { label: '增速', indicator: null },
        { label: '产值', indicator: 'output' },
        { label: '税收', unit: '万元' },
      ],
      regions: [{ label: '其他', region: null }],
    };
    const view = { corrections: { from: 'given', used } } as unknown as SheetView;
    expect([...leftOutLabels(view)]).toEqual(['增速', '其他']);
  });
});
