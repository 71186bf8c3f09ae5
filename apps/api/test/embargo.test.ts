import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { GOOD, look, send, stationsFile, stationsOf, step } from './handing.ts';
import { runningApp } from './running-app.ts';

const NOW = '2026-06-30T00:00:00.000Z';
const TIME = '2026-07-15T09:00:00+08:00';
const AFTER = '2026-07-15T01:00:00.000Z';
/** A value that appears nowhere else. */
const SECRET = 60_713;

const at = (time: string) => ({ clock: () => new Date(time) });

async function scheduled() {
  const running = await runningApp({ REVIEW: 'required' }, at(NOW));
  const { cookie } = await running.signIn('li', ['statistician'], '370100');
  const reviewer = await running.signIn('zhao', ['reviewer']);
  const { id } = (await send(running, cookie, stationsFile(SECRET))).json();
  await step(running, cookie, id, 'submit', { reason: '年报' });
  const approved = await step(running, reviewer.cookie, id, 'approve', { releaseAt: TIME });
  expect(approved.json()).toMatchObject({ state: 'approved', releaseAt: AFTER, releasedAt: null });
  return { running, cookie, reviewer: reviewer.cookie, id };
}

describe('a timed release', () => {
  it('shows the figures to nobody before, by whatever address', async () => {
    const { running, id } = await scheduled();
    const [viewer, auditor, admin, stranger] = [
      await running.signIn('view', ['viewer']),
      await running.signIn('audit', ['auditor']),
      await running.signIn('admin', ['system_admin']),
      await running.signIn('wang', ['statistician'], '370100'),
    ];
    const target = (await running.app.inject('/api/v1/targets?document=jinan&q=5G基站数')).json().items[0];
    const indicator = target.indicator.id;
    const paths = [
      '/overview?year=2025',
      '/documents/jinan',
      `/targets/${target.id}?year=2025`,
      '/targets?region=370100&limit=500',
      `/indicators/${indicator}`,
      '/figures?limit=500',
      '/figures?known_at=2027-01-01&limit=500',
      `/figures/history?indicator=${indicator}&region=370100&year=2025`,
      `/submissions/${id}`,
      `/submissions/${id}/figures`,
      `/submissions/${id}/effects`,
      `/submissions/${id}/sheets`,
      `/submissions/${id}/file`,
      `/submissions/progress/${id}`,
      '/submissions',
      '/completeness?year=2025&limit=500',
      '/audit',
      '/templates/figures.xlsx?region=370100&year=2025',
    ];
    for (const cookie of ['', viewer.cookie, auditor.cookie, admin.cookie, stranger.cookie]) {
      for (const path of paths) {
        const answer = await look(running, cookie, path);
        expect(answer.statusCode, path).toBeLessThan(500);
        expect(answer.body, path).not.toMatch(new RegExp(`${SECRET}|${SECRET.toLocaleString('en')}`));
      }
    }
    // Somebody who hands in the same figure is told who has it, not what it is.
    const rival = await send(running, stranger.cookie, stationsFile(1));
    expect(rival.json().problems.map(({ code }: { code: string }) => code)).toContain('figure_in_hand');
    expect(rival.body).not.toContain(String(SECRET));
  });

  it('shows them to their maker and to reviewers', async () => {
    const { running, cookie, reviewer, id } = await scheduled();
    for (const one of [cookie, reviewer])
      expect((await look(running, one, `/submissions/${id}`)).json().figures).toMatchObject([{ value: SECRET }]);
  });

  it('publishes at a restart what fell due meanwhile, once, and readers fetch anew', async () => {
    const { running, reviewer, id } = await scheduled();
    const before = await running.app.inject('/api/v1/figures?indicator=5g-base-stations&region=370100&from=2025');
    expect(await stationsOf(running)).toEqual([]);
    const app = await running.restart(at(AFTER));
    const url = '/api/v1/figures?indicator=5g-base-stations&region=370100&from=2025';
    const after = await app.inject({ url, headers: { 'if-none-match': String(before.headers.etag) } });
    expect(after.statusCode).toBe(200);
    expect(after.json().items).toMatchObject([{ value: SECRET, version: 1, recordedAt: AFTER, recordedBy: 'zhao' }]);
    const submission = (await app.inject({ url: `/api/v1/submissions/${id}`, headers: { cookie: reviewer } })).json();
    expect(submission).toMatchObject({ releasedAt: AFTER, may: ['file'] });
    expect(submission.steps.at(-1)).toMatchObject({ action: 'release', by: null });
    await running.restart(at(AFTER));
    expect(
      (await findAudit(running.store.read, 50)).filter(({ action }) => action === 'submission.release'),
    ).toHaveLength(1);
  });

  it('publishes while the server runs', { timeout: 30_000 }, async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { id } = (await send(running, cookie, GOOD)).json();
    const time = new Date(Date.now() + 3000);
    const answer = await step(running, cookie, id, 'submit', { releaseAt: time.toISOString() });
    expect(answer.json()).toMatchObject({ state: 'approved', releasedAt: null });
    await expect.poll(() => stationsOf(running), { timeout: 15_000, interval: 200 }).toHaveLength(1);
    const [figure] = (
      await running.app.inject('/api/v1/figures?indicator=5g-base-stations&region=370100&from=2025')
    ).json().items;
    expect(figure.recordedAt >= time.toISOString()).toBe(true);
  });

  it('is taken back by its maker or a reviewer, with a reason', async () => {
    for (const who of ['maker', 'reviewer'] as const) {
      const { running, cookie, reviewer, id } = await scheduled();
      const by = who === 'maker' ? cookie : reviewer;
      expect((await step(running, by, id, 'withdraw')).json().code).toBe('reason_missing');
      expect((await step(running, by, id, 'withdraw', { reason: '有误' })).json().state).toBe('withdrawn');
      const app = await running.restart(at('2026-08-01T00:00:00.000Z'));
      expect(
        (await app.inject('/api/v1/figures?indicator=5g-base-stations&region=370100&from=2025')).json().items,
      ).toEqual([]);
    }
  });

  it('is returned, put off and brought forward by a reviewer', async () => {
    const { running, cookie, reviewer, id } = await scheduled();
    const later = '2026-09-01T00:00:00.000Z';
    expect((await step(running, reviewer, id, 'approve', { releaseAt: later })).json().releaseAt).toBe(later);
    expect((await step(running, reviewer, id, 'approve')).json()).toMatchObject({ releaseAt: later, releasedAt: null });
    expect((await step(running, cookie, id, 'approve', { releaseAt: null })).statusCode).toBe(403);
    expect((await step(running, reviewer, id, 'return', { reason: '再核' })).json().state).toBe('returned');
    await step(running, cookie, id, 'submit', { reason: '核过' });
    await step(running, reviewer, id, 'approve', { releaseAt: TIME });
    expect((await step(running, reviewer, id, 'approve', { releaseAt: null })).json().releasedAt).not.toBeNull();
    expect(await stationsOf(running)).toMatchObject([{ value: SECRET }]);
  });

  it('cannot be withdrawn once it is out', async () => {
    const { running, cookie, reviewer, id } = await scheduled();
    await step(running, reviewer, id, 'approve', { releaseAt: null });
    for (const by of [cookie, reviewer]) {
      const refused = await step(running, by, id, 'withdraw', { reason: 'x' });
      expect(refused.statusCode).toBeGreaterThanOrEqual(400);
    }
    expect(await stationsOf(running)).toHaveLength(1);
  });

  it.each([
    ['no time', 'tomorrow'],
    ['a time without an offset', '2026-07-15T09:00:00'],
    ['a time that is over', '2026-06-29T09:00:00+08:00'],
    ['a day that does not exist', '2026-02-30T09:00:00+08:00'],
    ['more than two years', '2029-01-01T00:00:00Z'],
  ])('refuses %s', async (_what, releaseAt) => {
    const running = await runningApp({ REVIEW: 'required' }, at(NOW));
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const reviewer = await running.signIn('zhao', ['reviewer']);
    const { id } = (await send(running, cookie, GOOD)).json();
    await step(running, cookie, id, 'submit');
    const refused = await step(running, reviewer.cookie, id, 'approve', { releaseAt });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'release_time']);
    expect(await stationsOf(running)).toEqual([]);
  });

  it('is refused at once where a figure has moved on already', async () => {
    const running = await runningApp({ REVIEW: 'required' }, at(NOW));
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const reviewer = await running.signIn('zhao', ['reviewer']);
    const ids: string[] = [];
    for (const value of [SECRET, 60_800]) {
      const { id } = (await send(running, cookie, stationsFile(value))).json();
      await step(running, cookie, id, 'submit', { reason: '年报' });
      ids.push(id);
    }
    await step(running, reviewer.cookie, ids[1] ?? '', 'approve');
    const late = await step(running, reviewer.cookie, ids[0] ?? '', 'approve', { releaseAt: TIME });
    expect([late.statusCode, late.json().code]).toEqual([409, 'figure_moved_on']);
    expect((await look(running, cookie, `/submissions/${ids[0]}`)).json().state).toBe('submitted');
    expect(await stationsOf(running)).toMatchObject([{ value: 60_800 }]);
  });

  it('is the reviewer’s to set where there is a review', async () => {
    const running = await runningApp({ REVIEW: 'required' }, at(NOW));
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { id } = (await send(running, cookie, GOOD)).json();
    expect((await step(running, cookie, id, 'submit', { releaseAt: TIME })).json().code).toBe('body_invalid');
  });
});
