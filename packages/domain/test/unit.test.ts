import { describe, expect, it } from 'vitest';
import { convert, parseUnit, readQuantity, unitWithoutMagnitude } from '../src/unit.ts';

describe('parseUnit', () => {
  it.each([
    ['亿元', '元', '100000000'],
    ['万亿元', '元', '1000000000000'],
    ['（万元）', '元', '10000'],
    ['单位：万个', '个', '10000'],
    ['％', '%', '1'],
    ['‰', '%', '0.1'],
    ['个百分点', '百分点', '1'],
    ['家', '个', '1'],
    ['吨标准煤/万元', '吨标准煤/元', '0.0001'],
    ['万 吨', '吨', '10000'],
    ['', '指数', '1'],
    ['—', '指数', '1'],
  ])('understands %s', (text, dimension, factor) => {
    const unit = parseUnit(text);
    expect(unit?.dimension).toBe(dimension);
    expect(Number(unit?.factor)).toBe(Number(factor));
  });

  it.each(['苹果', '万%', '元/元/元', '亿', 'constructor'])('does not know %s', (text) => {
    expect(parseUnit(text)).toBeNull();
  });
});

describe('convert', () => {
  it('is exact', () => {
    expect(convert(1.2345, '万亿元', '亿元')).toBe(12345);
    expect(convert(1.1, '亿元', '万元')).toBe(11000);
    expect(convert(6, '万个', '个')).toBe(60000);
    expect(convert(20000, '家', '万个')).toBe(2);
    expect(convert(0.52, '吨标准煤/万元', '吨标准煤/元')).toBe(0.000052);
  });

  it('keeps apart what measures different things', () => {
    expect(convert(3, '个百分点', '%')).toBeNull();
    expect(convert(3, '元', '美元')).toBeNull();
    expect(convert(3, '苹果', '元')).toBeNull();
    expect(convert(3, '苹果', '苹果')).toBe(3);
  });
});

describe('unitWithoutMagnitude', () => {
  it.each([
    ['亿元', '元'],
    ['万亿元', '元'],
    ['（万个）', '个'],
    ['万千瓦时', '千瓦时'],
    ['万元/吨', '元/吨'],
    ['个', null],
    ['千瓦', null],
    ['百分点', null],
    ['吨标准煤/万元', null],
    ['亿', null],
    ['', null],
  ])('of %s is %s', (unit, expected) => {
    expect(unitWithoutMagnitude(unit)).toBe(expected);
  });
});

describe('readQuantity', () => {
  it.each([
    ['1.5万亿元', { value: 1.5, decimals: 1, unit: '万亿元' }],
    ['20000个', { value: 20000, decimals: 0, unit: '个' }],
    ['３８％', { value: 38, decimals: 0, unit: '%' }],
    ['-3.9 个百分点', { value: -3.9, decimals: 1, unit: '个百分点' }],
    ['2.5万', { value: 25000, decimals: 0, unit: '', magnitude: '万' }],
    ['1.23456万', { value: 12345.6, decimals: 1, unit: '', magnitude: '万' }],
    ['1.234567万', { value: 12345.67, decimals: 2, unit: '', magnitude: '万' }],
    ['1.200000万', { value: 12000, decimals: 2, unit: '', magnitude: '万' }],
    ['1.2万亿', { value: 1_200_000_000_000, decimals: 0, unit: '', magnitude: '万亿' }],
    ['47', { value: 47, decimals: 0, unit: '' }],
  ])('reads %s', (text, expected) => {
    expect(readQuantity(text)).toEqual(expected);
  });

  it.each(['', '约20家', '20苹果', '1.2.3', '亿元'])('reads nothing in "%s"', (text) => {
    expect(readQuantity(text)).toBeNull();
  });
});
