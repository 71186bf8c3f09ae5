import { describe, expect, it } from 'vitest';
import { isExpired } from './validity.ts';

const period = { from: 2021, to: 2025 };

describe('validity of a document', () => {
  it('ends on its own date', () => {
    expect(isExpired({ validTo: '2025-12-31', period }, 2025)).toBe(false);
    expect(isExpired({ validTo: '2025-12-31', period }, 2026)).toBe(true);
    expect(isExpired({ validTo: '2025-06-30', period }, 2025)).toBe(true);
  });

  it('without a date ends with its demands', () => {
    expect(isExpired({ validTo: null, period }, 2025)).toBe(false);
    expect(isExpired({ validTo: null, period }, 2026)).toBe(true);
  });
});
