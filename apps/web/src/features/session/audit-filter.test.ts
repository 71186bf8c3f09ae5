import { describe, expect, it } from 'vitest';
import { readAuditFilter } from './audit-filter.ts';

const read = (text: string) => readAuditFilter(new URLSearchParams(text));

describe('the filter of the audit', () => {
  it('takes days of China, the last one whole', () => {
    expect(read('from=2026-11-22&to=2026-11-22')).toMatchObject({
      from: '2026-11-21T16:00:00.000Z',
      to: '2026-11-22T16:00:00.000Z',
    });
  });

  it('leaves out what the server would refuse', () => {
    const nothing = { user: null, action: null, outcome: null, from: null, to: null };
    expect(read('action=DROP TABLE&outcome=maybe&from=yesterday&to=2026')).toEqual(nothing);
    expect(read('user=li&action=session.open&outcome=refused')).toMatchObject({
      user: 'li',
      action: 'session.open',
      outcome: 'refused',
    });
  });
});
