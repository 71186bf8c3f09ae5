import { describe, expect, it } from 'vitest';
import { onOneSheet, placeText, withoutPlace } from './place-text.ts';

describe('places', () => {
  it('leave out a sheet that is the only one', () => {
    expect(
      onOneSheet([
        { sheet: '表1', cell: 'A1' },
        { sheet: null, cell: null },
      ]),
    ).toBe(true);
    expect(
      onOneSheet([
        { sheet: '表1', cell: 'A1' },
        { sheet: '表2', cell: null },
      ]),
    ).toBe(false);
    expect(placeText({ sheet: '表1', cell: 'D5' }, true)).toBe('D5');
    expect(placeText({ sheet: '表1', cell: 'D5' }, false)).toBe('表1!D5');
    expect(placeText({ sheet: '表1', cell: null }, true)).toBe('表1');
    expect(placeText({ sheet: null, cell: null }, true)).toBeNull();
  });

  it('are not said twice', () => {
    expect(withoutPlace('工作表“表1”单元格D2：已发布为100个。', 'D2')).toBe('已发布为100个。');
    expect(withoutPlace('工作表“表1” D2：应填数字。', 'D2')).toBe('应填数字。');
    expect(withoutPlace('工作表“表1” AD2：应填数字。', 'D2')).toBe('工作表“表1” AD2：应填数字。');
    expect(withoutPlace('指标“甲：乙”不认识。', 'D2')).toBe('指标“甲：乙”不认识。');
    expect(withoutPlace('整个文件：没有表头。', null)).toBe('整个文件：没有表头。');
  });

  it('are not said twice in English either', () => {
    expect(withoutPlace('Sheet “表：1”, cell D2: Published as 100.', 'D2')).toBe('Published as 100.');
    expect(withoutPlace('Sheet “表1”, cell AD2: Not a number.', 'D2')).toBe('Sheet “表1”, cell AD2: Not a number.');
    expect(withoutPlace('Sheet “表1”: Nothing in it.', null)).toBe('Sheet “表1”: Nothing in it.');
    expect(withoutPlace('The year “a: b” is not understood.', 'D2')).toBe('The year “a: b” is not understood.');
  });
});
