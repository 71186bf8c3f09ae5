import { writeIn } from '@dabiao/domain/magnitude';
import { afterEach, describe, expect, it } from 'vitest';
import { localTime } from './local-time.ts';
import { computedText, demandAmount, figureText, inReadersUnits, plainText } from './value-text.ts';

afterEach(() => writeIn('auto'));

describe('values in words', () => {
  it('give what was worked out the digits of what it stands beside, one at least', () => {
    expect(computedText(1366.66666666667, 0, '家', 'zh')).toBe('1,366.7家');
    expect(computedText(46.66666666667, 2, '%', 'zh')).toBe('46.67%');
    expect(computedText(45, 2, '%', 'en')).toBe('45%');
    expect(computedText(2.04, 0, '家', 'zh')).toBe('2家');
  });

  it('say what a figure is', () => {
    expect(figureText({ value: 7000, decimals: 0, caveats: ['at_least'] }, '亿元', 'zh')).toBe('≥7,000亿元（下限）');
    expect(
      figureText({ value: 49000, decimals: 0, caveats: ['part_year'] }, '个', 'zh', '截至2024年9月，非年末数'),
    ).toBe('49,000个（截至9月）');
    expect(figureText({ value: 49000, decimals: 0, caveats: ['part_year'] }, '个', 'zh')).toBe('49,000个（非年末数）');
    expect(figureText({ value: 20000, decimals: 0, caveats: ['about', 'part_year'] }, '个', 'zh', '上半年')).toMatch(
      /^约20,000个（.*截至6月.*）$/,
    );
    expect(figureText({ value: 38, decimals: 1, caveats: [] }, '%', 'zh')).toBe('38.0%');
    expect(figureText({ value: 5, decimals: 0, caveats: ['at_most'] }, '%', 'en')).toMatch(/^≤ 5% \(.+\)$/);
  });

  it('keep the digits a value has', () => {
    expect(plainText(39.7, '%', 'zh')).toBe('39.7%');
    expect(plainText(40, '%', 'zh')).toBe('40%');
  });

  it('say how a target compares', () => {
    expect(demandAmount('gte', { value: 60000 }, '个', 'zh')).toBe('≥60,000个');
    expect(demandAmount('gt', { value: 10000 }, '亿元', 'zh')).toBe('>10,000亿元');
    expect(demandAmount('lte', { value: 5 }, '%', 'en')).toBe('≤ 5%');
    expect(demandAmount('approx', { value: 45 }, '%', 'zh')).toBe('45%左右');
    expect(demandAmount('eq', { value: 100 }, '%', 'zh')).toBe('100%');
    expect(demandAmount('range', { value: 15, valueMax: 20 }, '家', 'zh')).toBe('15—20家');
    expect(demandAmount('range', { value: 35, valueMax: 40 }, '%', 'zh')).toBe('35—40%');
    expect(demandAmount('range', { value: 100000, valueMax: 123456 }, '家', 'zh')).toBe('10万—123,456家');
    expect(demandAmount('gte', { value: 15, valueMax: null }, '家', 'zh')).toBe('≥15家');
  });

  it('show moments by the local clock', () => {
    const moment = new Date(2026, 0, 5, 9, 7).toISOString();
    expect(localTime(moment)).toBe('2026-01-05 09:07');
    expect(localTime('去年')).toBe('去年');
  });

  it('are rewritten in a sentence that came ready-made, and nothing else is', () => {
    const said = '2025年为10,039亿元，比2021年增加1.2万亿元，低于路径500元/人，共20000家企业，占38.5%';
    expect(inReadersUnits(said, '亿元')).toBe(said);
    writeIn('wan');
    expect(inReadersUnits(said, '亿元')).toBe(
      '2025年为100,390,000万元，比2021年增加120,000,000万元，低于路径500元/人，共20000家企业，占38.5%',
    );
    expect(inReadersUnits('由12,060个增至18,155个', '个')).toBe('由1.206万个增至1.8155万个');
    expect(inReadersUnits('提高1.2个百分点', '个')).toBe('提高1.2个百分点');
    expect(inReadersUnits('提高20000个百分点', '个')).toBe('提高20000个百分点');
    expect(inReadersUnits('占38.5%', '%')).toBe('占38.5%');
  });
});
