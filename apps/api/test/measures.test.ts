import type { MeasureRow } from '@dabiao/contract/measure';
import { describe, expect, it } from 'vitest';
import { runningApp } from './running-app.ts';

describe('policy measures', () => {
  it('say who gets how much for what, by which clause and words', async () => {
    const { app } = await runningApp();
    const { items, total } = (await app.inject('/api/v1/measures?document=linzi&q=省级创新中心')).json();
    expect(total).toBe(2);
    expect(items[1]).toMatchObject({
      document: { id: 'linzi', shortTitle: expect.stringContaining('“四强”产业'), validTo: '2025-12-31' },
      clause: ['三、政策措施', '（九）培育高端创新中心'],
      form: 'subsidy',
      amount: { value: 50, unit: '万元' },
      per: 'year',
      years: { from: 2, count: 3 },
      share: null,
      ceiling: null,
      quote: expect.stringContaining('自第二年起，连续三年给予50万元/年'),
    });
  });

  it('are paged in the order of the documents', async () => {
    const { app } = await runningApp();
    const ids: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const page: { items: MeasureRow[]; next: string | null; total: number } = (
        await app.inject(`/api/v1/measures?limit=10${cursor}`)
      ).json();
      ids.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    const all: MeasureRow[] = (await app.inject('/api/v1/measures?limit=500')).json().items;
    expect(ids).toEqual(all.map(({ id }) => id));
    expect([...new Set(all.map(({ document }) => document.id))].toSorted()).toEqual(['linzi', 'zibo']);
    expect((await app.inject('/api/v1/measures?cursor=nowhere')).json().code).toBe('cursor_invalid');
  });

  it('are counted on the page of their document', async () => {
    const { app } = await runningApp();
    for (const id of ['linzi', 'zibo', 'jinan']) {
      const { measures } = (await app.inject(`/api/v1/documents/${id}`)).json();
      expect([id, measures]).toEqual([id, (await app.inject(`/api/v1/measures?document=${id}`)).json().total]);
      expect([id, measures > 0]).toEqual([id, id !== 'jinan']);
    }
  });

  it('are searched literally and by every word', async () => {
    const { app } = await runningApp();
    const total = async (q: string): Promise<number> =>
      (await app.inject(`/api/v1/measures?q=${encodeURIComponent(q)}`)).json().total;
    expect(await total('%')).toBeGreaterThan(0);
    expect([await total("' or 1=1--"), await total('_'), await total('省级 瞪羚 没有这个词')]).toEqual([0, 0, 0]);
    expect(await total('  ')).toBe(await total(''));
  });
});
