import { reassess } from '@dabiao/store/assessments';
import { appendFigures } from '@dabiao/store/figures';
import type { Store } from '@dabiao/store/open';
import { describe, expect, it } from 'vitest';
import { runningApp } from './running-app.ts';

const TARGET = 'jinan-digital-economy-share';
const OF = { indicator: 'digital-economy-gdp-share', region: '370100' };

/** Published at `recordedAt`, judged as a release judges. */
async function release(store: Store, year: number, value: number, recordedAt: string): Promise<void> {
  await store.transact(async (trx) => {
    const figure = {
      ...OF,
      year,
      value,
      decimals: 1,
      status: 'final' as const,
      caveats: [],
      note: null,
      source: { title: '年鉴', publisher: null, date: null, address: null },
    };
    await appendFigures(trx, [figure], recordedAt);
    await reassess(trx, { indicator: OF.indicator }, 2026);
  });
}

describe('as of', () => {
  it('a year: nothing later is judged, and the year before is judged as it was', async () => {
    const { app, store } = await runningApp();
    await release(store, 2024, 52, '2035-01-01T00:00:00.000Z');
    const verdict = async (year: number) => {
      const { row, points } = (await app.inject(`/api/v1/targets/${TARGET}?year=${year}`)).json();
      const years = points.map((point: { year: number }) => point.year);
      return { asOf: row.assessment.asOf, verdict: row.assessment.verdict, last: Math.max(...years) };
    };
    expect(await verdict(2024)).toEqual({ asOf: 2024, verdict: 'achieved', last: 2024 });
    expect((await verdict(2022)).last).toBeLessThan(2024);
    expect((await verdict(2022)).verdict).not.toBe('achieved');
  });

  it('a time: judged with what was known then, in every answer', async () => {
    const { app, store } = await runningApp();
    await release(store, 2024, 52, '2035-01-01T00:00:00.000Z');
    await release(store, 2024, 44, '2035-06-01T00:00:00.000Z');
    const known = async (path: string, at: string) =>
      (await app.inject(`/api/v1${path}year=2024${at && `&known_at=${at}`}`)).json();
    const detail = async (at: string) => {
      const { row, figures } = await known(`/targets/${TARGET}?`, at);
      const { verdict, latest } = row.assessment;
      return [verdict, latest?.value, figures.length, row.history.at(-1)?.verdict];
    };
    const [before, between, after] = ['2034-12-31', '2035-03-01T08:00:00%2B08:00', '2035-07-01'];
    const now = await detail('');
    expect((await detail(before))[1]).not.toBe(52);
    expect((await detail(between)).slice(0, 2)).toEqual(['achieved', 52]);
    expect(now[1]).toBe(44);
    expect(await detail(after)).toEqual(now);
    expect((await detail(between))[2]).toBe(Number(now[2]) - 1);
    const inList = async (at: string) => {
      const { items } = await known('/targets?document=jinan&limit=500&', at);
      return items.find(({ id }: { id: string }) => id === TARGET).assessment.verdict;
    };
    expect([await inList(between), await inList('')]).toEqual(['achieved', now[0]]);
    const achieved = ({ counts }: { counts: { verdict: string; count: number }[] }) =>
      counts.find(({ verdict }) => verdict === 'achieved')?.count ?? 0;
    const [then, today] = [await known('/overview?', between), await known('/overview?', '')];
    expect(achieved(then)).toBe(achieved(today) + 1);
  });

  it('a time before anything was known knows nothing, and never later figures', async () => {
    const { app } = await runningApp();
    const { counts, total } = (await app.inject('/api/v1/overview?year=2024&known_at=2000-01-01')).json();
    const judged = counts.filter(({ verdict }: { verdict: string }) => !['unassessable', 'not_due'].includes(verdict));
    expect([judged, total > 100]).toEqual([[], true]);
    const { figures, points } = (await app.inject(`/api/v1/targets/${TARGET}?known_at=2000-01-01`)).json();
    expect([figures, points]).toEqual([[], []]);
  });

  it.each(['/targets', '/overview', '/documents', '/documents/jinan', `/targets/${TARGET}`])(
    '%s refuses what is no time',
    async (path) => {
      const { app } = await runningApp();
      const answer = await app.inject(`/api/v1${path}?known_at=yesterday`);
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'query_invalid']);
    },
  );

  it('gives documents and the whole their mean score', async () => {
    const { app } = await runningApp();
    const { documents, score, scored, achieved } = (await app.inject('/api/v1/overview?year=2024')).json();
    const { items } = (await app.inject('/api/v1/targets?year=2024&limit=500')).json();
    const scores = items
      .filter((row: { restates: unknown }) => row.restates === null)
      .flatMap((row: { assessment: { score: number | null } }) => row.assessment.score ?? []);
    expect(scored).toBe(scores.length);
    expect(score).toBeCloseTo(scores.reduce((all: number, one: number) => all + one, 0) / scores.length, 12);
    expect(achieved).toBe(false);
    expect(documents.reduce((all: number, one: { scored: number }) => all + one.scored, 0)).toBe(scored);
  });
});
