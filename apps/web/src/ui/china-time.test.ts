import { dayText } from '@dabiao/domain/day-text';
import { describe, expect, it } from 'vitest';
import { chinaClock, chinaMoment, chinaTime, dayAfter, releaseMoment } from './china-time.ts';

describe('the time in China', () => {
  it('is UTC+8 wherever the reader sits', () => {
    expect(chinaClock('2026-12-01T01:00:00.000Z')).toEqual({ day: '2026-12-01', time: '09:00' });
    expect(chinaClock('2025-12-31T16:30:00Z')).toEqual({ day: '2026-01-01', time: '00:30' });
    expect(chinaClock('2026-07-15T09:00:00+08:00')).toEqual({ day: '2026-07-15', time: '09:00' });
  });

  it('is said plainly', () => {
    expect(chinaTime('2026-12-01T01:00:00.000Z', 'zh')).toBe('2026年12月1日 09:00（北京时间）');
    expect(chinaTime('2026-12-01T01:00:00.000Z', 'en')).toBe('1 December 2026, 09:00 (China time)');
    expect(chinaMoment('2026-12-01T01:00:00.000Z')).toBe('2026-12-01 09:00');
    expect(dayText('2026-03-31', 'zh')).toBe('2026年3月31日');
    expect(dayText('2026-03-31', 'en')).toBe('31 March 2026');
  });

  it('leaves alone what is no moment', () => {
    expect(chinaClock('soon')).toBeNull();
    expect(chinaTime('soon', 'zh')).toBe('soon');
    expect(dayText('2024', 'zh')).toBe('2024');
  });
});

describe('a time of release', () => {
  const now = Date.parse('2026-11-22T00:00:00Z');

  it('is taken as the time in China', () => {
    expect(releaseMoment('2026-12-01', '09:00', now)).toEqual({ moment: '2026-12-01T09:00:00+08:00' });
    expect(releaseMoment('2026-11-22', '08:01', now)).toEqual({ moment: '2026-11-22T08:01:00+08:00' });
  });

  it('is refused by name', () => {
    expect(releaseMoment('2026-11-22', '08:00', now)).toEqual({ fault: 'past' });
    expect(releaseMoment('2026-11-22', '', now)).toEqual({ fault: 'incomplete' });
    expect(releaseMoment('', '09:00', now)).toEqual({ fault: 'incomplete' });
    expect(releaseMoment('2026-13-41', '09:00', now)).toEqual({ fault: 'incomplete' });
    expect(releaseMoment('2028-11-22', '09:00', now)).toEqual({ fault: 'far' });
  });

  it('is offered for the day after in China', () => {
    expect(dayAfter(Date.parse('2026-11-22T15:59:00Z'))).toBe('2026-11-23');
    expect(dayAfter(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-24');
  });
});
