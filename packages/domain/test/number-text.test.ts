import { describe, expect, it } from 'vitest';
import {
  formatDifference,
  formatNumber,
  formatPercent,
  formatValue,
  unitBehind,
  unitName,
} from '../src/number-text.ts';

describe('unitName', () => {
  it.each([
    ['亿元', '100 million yuan'],
    ['万元', '10,000 yuan'],
    ['万亿元', 'trillion yuan'],
    ['个', 'number'],
    ['万户', '10,000'],
    ['个百分点', 'percentage points'],
    ['%', '%'],
    ['指数', 'index'],
    ['立方米/万元', 'm³ per 10,000 yuan'],
    ['人次', 'person-times'],
    ['斛', '斛'],
  ])('%s is %s in English, and itself in Chinese', (unit, en) => {
    expect([unitName(unit, 'en'), unitName(unit, 'zh')]).toEqual([en, unit]);
  });
});

describe('unitBehind', () => {
  it.each([
    ['亿元', '亿元', 'billion yuan'],
    ['万元', '万元', 'yuan'],
    ['个', '个', ''],
    ['指数', '', ''],
    ['%', '%', '%'],
  ])('%s', (unit, zh, en) => {
    expect([unitBehind(unit, 'zh'), unitBehind(unit, 'en')]).toEqual([zh, en]);
  });
});

describe('formatValue', () => {
  it.each([
    [20000, 0, '个', '20,000个', '20,000'],
    [6025, 0, '家', '6,025家', '6,025'],
    [99999, 0, '个', '99,999个', '99,999'],
    [109000, 0, '架', '10.9万架', '109,000'],
    [123456, 0, '家', '123,456家', '123,456'],
    [2500000, 0, '人', '250万人', '2.5 million people'],
    [300000000, 0, '元', '3亿元', '300 million yuan'],
    [10189.4, 1, '亿元', '10,189.4亿元', '1,018.94 billion yuan'],
    [10000, 0, '亿元', '10,000亿元', '1,000 billion yuan'],
    [120000, 0, '亿元', '12万亿元', '12,000 billion yuan'],
    [250000, 0, '万元', '25亿元', '2.5 billion yuan'],
    [1.5, 1, '万亿元', '1.5万亿元', '1.5 trillion yuan'],
    [38, 1, '%', '38.0%', '38.0%'],
    [1.2, 1, '个百分点', '1.2个百分点', '1.2 percentage points'],
    [1.52, 2, '倍', '1.52倍', '1.52 times'],
    [0.52, 2, '吨标准煤/万元', '0.52吨标准煤/万元', '0.52 tonnes of standard coal per 10,000 yuan'],
    [88.6, 1, '指数', '88.6', '88.6'],
    [200000, 0, '%', '200,000%', '200,000%'],
    [-150000, 0, '个', '-15万个', '-150,000'],
    [0, 0, '个', '0个', '0'],
  ])('%d (%d decimals) %s', (value, decimals, unit, zh, en) => {
    expect(formatValue(value, decimals, unit, 'zh')).toBe(zh);
    expect(formatValue(value, decimals, unit, 'en')).toBe(en);
  });
});

describe('formatNumber', () => {
  it('rounds half up, groups by thousands and has no −0', () => {
    expect(formatNumber(1234567.25, 1)).toBe('1,234,567.3');
    expect(formatNumber(-0.04, 1)).toBe('0.0');
    expect(formatNumber(-1234.5, 1)).toBe('-1,234.5');
  });
});

describe('formatDifference', () => {
  it('calls a difference of percentages 个百分点, and drops its sign', () => {
    expect(formatDifference(-1.2, 1, '%', 'zh')).toBe('1.2个百分点');
    expect(formatDifference(-88, 0, '家', 'zh')).toBe('88家');
    expect(formatDifference(0.3, 1, '%', 'en')).toBe('0.3 percentage points');
  });
});

describe('formatPercent', () => {
  it('shows a share of 1', () => {
    expect(formatPercent(0.8167)).toBe('81.7%');
    expect(formatPercent(0.5, 0)).toBe('50%');
  });
});
