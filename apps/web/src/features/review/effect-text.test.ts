import { describe, expect, it } from 'vitest';
import { differenceText, relativeText } from './effect-text.ts';

const side = (decimals: number) => ({ value: 0, decimals, status: 'final' as const, caveats: [], version: 1 });
const said = (difference: number | null, differenceUnit: string, decimals = 0) =>
  differenceText({ difference, differenceUnit, before: side(decimals), after: side(decimals) }, 'zh');

describe('the difference of old and new', () => {
  it('has sign, digits and unit', () => {
    expect(said(12_234, '个')).toBe('+12,234个');
    expect(said(-0.3, '亿元', 1)).toBe('−0.3亿元');
    expect(said(5.5, '个百分点', 1)).toBe('+5.5个百分点');
    expect(said(2, '个百分点', 1)).toBe('+2.0个百分点');
    expect(said(null, '个')).toBeNull();
  });

  it('loses no digit of its own', () => {
    expect(said(0.25, '亿元', 1)).toBe('+0.25亿元');
  });

  it('is in English where asked', () => {
    expect(
      differenceText({ difference: -1.7, differenceUnit: '个百分点', before: side(1), after: side(0) }, 'en'),
    ).toBe('−1.7 percentage points');
  });
});

describe('the change as a share', () => {
  it('has a sign, and never says nothing of something', () => {
    expect(relativeText(0.2497)).toBe('+25.0%');
    expect(relativeText(-0.5)).toBe('−50.0%');
    expect(relativeText(0.0004)).toBe('<0.1%');
    expect(relativeText(0)).toBe('0.0%');
    expect(relativeText(null)).toBeNull();
  });
});
