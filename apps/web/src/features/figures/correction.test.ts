import { describe, expect, it } from 'vitest';
import { type Draft, differenceFrom, draftFaults, toCorrection, typedNumber } from './correction.ts';
import type { Version } from './queries.ts';

const version = (changes: Partial<Version> = {}): Version => ({
  label: 'public',
  version: 2,
  value: 66_000,
  decimals: 0,
  status: 'final',
  withdrawn: false,
  caveats: [],
  note: null,
  reason: null,
  recordedAt: '2026-11-22T07:56:44.073Z',
  recordedBy: '审核员',
  submittedBy: '统计员',
  source: { title: '济南2025.xlsx', publisher: null, date: null, address: null },
  file: null,
  ...changes,
});
const draft = (changes: Partial<Draft> = {}): Draft => ({
  withdraw: false,
  value: '66500',
  status: 'revised',
  reason: '抄录错误',
  ...changes,
});
const key = { indicator: '5g-base-stations', region: '370100', year: 2025 };

describe('a number as typed', () => {
  it('keeps its digits', () => {
    expect(typedNumber('38.0')).toBe('38.0');
    expect(typedNumber(' 66,500 ')).toBe('66500');
    expect(typedNumber('６６５００．５')).toBe('66500.5');
    expect(typedNumber('−3.9')).toBe('-3.9');
  });

  it.each(['', '  ', '三万', '1e3', '3.', '.5', '1 000', '1,00', '0x10', '12345678901234567890', 'NaN', 'Infinity'])(
    'is none: %j',
    (text) => {
      expect(typedNumber(text)).toBeNull();
    },
  );
});

describe('a correction', () => {
  it('needs a number, a change and a reason', () => {
    expect(draftFaults(draft(), version())).toEqual([]);
    expect(draftFaults(draft({ value: '', reason: ' ' }), version())).toEqual(['value', 'reason']);
    expect(draftFaults(draft({ value: '66000', status: 'final' }), version())).toEqual(['same']);
    expect(draftFaults(draft({ value: '66000' }), version())).toEqual([]);
    expect(draftFaults(draft({ value: '66000', status: 'final' }), version({ withdrawn: true }))).toEqual([]);
  });

  it('that takes back needs a reason only', () => {
    expect(draftFaults(draft({ withdraw: true, value: '' }), version())).toEqual([]);
    expect(draftFaults(draft({ withdraw: true, value: '', reason: '' }), version())).toEqual(['reason']);
  });

  it('is of the version that was looked at', () => {
    expect(toCorrection(key, draft({ value: '66,500.0' }), version())).toEqual({
      ...key,
      version: 2,
      value: '66500.0',
      status: 'revised',
    });
    expect(toCorrection(key, draft({ withdraw: true }), version())).toEqual({ ...key, version: 2, withdraw: true });
  });
});

describe('the difference from the version before', () => {
  it('is exact, and none where one of them does not count', () => {
    expect(differenceFrom(version({ value: 39.7 }), version({ value: 38 }))).toBe(1.7);
    expect(differenceFrom(version(), undefined)).toBeNull();
    expect(differenceFrom(version({ withdrawn: true }), version())).toBeNull();
    expect(differenceFrom(version(), version({ withdrawn: true }))).toBeNull();
  });
});
