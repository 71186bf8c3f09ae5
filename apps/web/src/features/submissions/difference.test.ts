import { describe, expect, it } from 'vitest';
import { differenceText } from './difference.ts';

const earlier = (value: number, decimals = 0) => ({ value, decimals, status: 'final' as const, version: 1 });

describe('difference from the published figure', () => {
  it('is exact, with its share', () => {
    expect(differenceText({ value: 101, decimals: 0, unit: '家', earlier: earlier(75) }, 'zh')).toBe('+26家（+34.7%）');
    expect(differenceText({ value: 0.3, decimals: 1, unit: '亿元', earlier: earlier(0.1, 1) }, 'zh')).toBe(
      '+0.2亿元（+200.0%）',
    );
    expect(differenceText({ value: 50, decimals: 0, unit: '家', earlier: earlier(75) }, 'zh')).toBe('−25家（−33.3%）');
  });

  it('of percentages is in percentage points', () => {
    expect(differenceText({ value: 39.7, decimals: 1, unit: '%', earlier: earlier(38, 1) }, 'zh')).toBe('+1.7个百分点');
  });

  it('has no share of zero', () => {
    expect(differenceText({ value: 5, decimals: 0, unit: '家', earlier: earlier(0) }, 'zh')).toBe('+5家');
  });

  it('is none for a first or an equal figure', () => {
    expect(differenceText({ value: 5, decimals: 0, unit: '家', earlier: null }, 'zh')).toBeNull();
    expect(differenceText({ value: 5, decimals: 0, unit: '家', earlier: earlier(5) }, 'zh')).toBe('不变');
  });
});
