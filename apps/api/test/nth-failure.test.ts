import { firstBrokenAuditLine } from '@dabiao/store/audit';
import { releaseDue } from '@dabiao/store/release';
import { describe, expect, it } from 'vitest';
import type { App } from '../src/routes/routes.ts';
import { failingStore, stateOf } from './failing-store.ts';
import { stationsFile } from './handing.ts';
import { runningApp, upload } from './running-app.ts';

/** More writing statements than any of these takes. */
const MOST = 80;

interface Answer {
  statusCode: number;
  body: string;
}

/** A server of which one writing statement can be made to fail, a statistician and a reviewer. */
async function failing() {
  const running = await runningApp({ REVIEW: 'required' });
  const maker = (await running.signIn('li', ['statistician'], '370100')).cookie;
  const reviewer = (await running.signIn('wang', ['reviewer'])).cookie;
  const broken = failingStore(running.store);
  const app = await running.restart({ store: broken.store });
  /** Tries `work` with the first write failing, then the second, … until all come through; each failure must change nothing. */
  const allOrNothing = async (work: (app: App) => Promise<Answer>): Promise<{ failures: number; last: Answer }> => {
    for (let n = 1; n <= MOST; n += 1) {
      const before = await stateOf(running.store);
      broken.failAt(n);
      const answer = await work(app);
      const failed = broken.failed();
      broken.failAt(0);
      if (!failed) return { failures: n - 1, last: answer };
      expect([n, answer.statusCode, (JSON.parse(answer.body) as { code: string }).code]).toEqual([
        n,
        503,
        'store_unavailable',
      ]);
      expect([n, await stateOf(running.store)]).toEqual([n, before]);
    }
    throw new Error(`more than ${MOST} writes`);
  };
  const post =
    (url: string, cookie: string, payload: object = {}) =>
    (of: App) =>
      of.inject({ method: 'POST', url: `/api/v1${url}`, headers: { cookie }, payload });
  return { running, app, broken, maker, reviewer, allOrNothing, post };
}

describe('where the n-th write fails', () => {
  it('handing in, submitting, approving and returning are done whole or not at all', { timeout: 120_000 }, async () => {
    const { running, app: server, maker, reviewer, allOrNothing, post } = await failing();
    const { headers, payload } = upload(stationsFile(60_500, '济南市,5G基站数,2024,55000,个,年报\n'), 'figures.csv');
    const handIn = await allOrNothing((app) =>
      app.inject({ method: 'POST', url: '/api/v1/submissions', headers: { ...headers, cookie: maker }, payload }),
    );
    expect(handIn.failures).toBeGreaterThan(4);
    const { id } = JSON.parse(handIn.last.body) as { id: string };
    const reason = { reason: '核对无误', problems: 'skip' };
    const back = { reason: '请再核对' };
    for (const [verb, cookie, body] of [
      ['submit', maker, reason],
      ['return', reviewer, back],
      ['submit', maker, { ...reason, reason: '已再核对' }],
      ['approve', reviewer, {}],
    ] as const) {
      const done = await allOrNothing(post(`/submissions/${id}/${verb}`, cookie, body));
      expect([verb, done.last.statusCode, done.failures > 2]).toEqual([verb, 200, true]);
    }
    const figures = await server.inject('/api/v1/figures?indicator=5g-base-stations&region=370100&from=2025');
    expect(figures.json().items).toMatchObject([{ value: 60_500, version: 1 }]);
    expect(await firstBrokenAuditLine(running.store.read)).toBeNull();
  });

  it('a timed release happens whole, at the next look', { timeout: 60_000 }, async () => {
    const { running, broken, maker, reviewer, allOrNothing, post } = await failing();
    const { headers, payload } = upload(stationsFile(60_700), 'figures.csv');
    const handed = await allOrNothing((app) =>
      app.inject({ method: 'POST', url: '/api/v1/submissions', headers: { ...headers, cookie: maker }, payload }),
    );
    const { id } = JSON.parse(handed.last.body) as { id: string };
    await allOrNothing(post(`/submissions/${id}/submit`, maker, { reason: '核对无误', problems: 'skip' }));
    const releaseAt = new Date(Date.now() + 3_600_000).toISOString();
    const approved = await allOrNothing(post(`/submissions/${id}/approve`, reviewer, { releaseAt }));
    expect(approved.last.statusCode).toBe(200);

    const later = new Date(Date.now() + 7_200_000).toISOString();
    let failures = 0;
    for (;;) {
      const before = await stateOf(running.store);
      broken.failAt(failures + 1);
      const released = await releaseDue(broken.store, later, 2026).catch(() => null);
      if (!broken.failed()) {
        expect(released).toEqual([id]);
        break;
      }
      failures += 1;
      expect([failures, released, await stateOf(running.store)]).toEqual([failures, null, before]);
    }
    expect(failures).toBeGreaterThan(4);
  });
});
