import { describe, expect, it } from 'vitest';
import { messageText, onOneSheet, placeText } from './place-text.ts';

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
    expect(messageText({ message: '工作表“表1”单元格D2：已发布为100个。', cell: 'D2' })).toBe('已发布为100个。');
    expect(messageText({ message: '工作表“表1” D2：应填数字。', cell: 'D2' })).toBe('应填数字。');
    expect(messageText({ message: '工作表“表1” AD2：应填数字。', cell: 'D2' })).toBe('工作表“表1” AD2：应填数字。');
    expect(messageText({ message: '指标“甲：乙”不认识。', cell: 'D2' })).toBe('指标“甲：乙”不认识。');
    expect(messageText({ message: '整个文件：没有表头。', cell: null })).toBe('整个文件：没有表头。');
  });
});
