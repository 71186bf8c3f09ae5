import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { GOOD, look, send, step } from './handing.ts';
import { type Running, runningApp } from './running-app.ts';

const setDue = (running: Running, cookie: string, payload: object) =>
  running.app.inject({ method: 'PUT', url: '/api/v1/completeness/due-dates', headers: { cookie }, payload });

interface Cell {
  id: string;
  region: string;
  indicator: string;
  state: string;
  overdue: boolean;
  submission: string | null;
}

const stationsIn = async (running: Running, cookie: string): Promise<Cell | undefined> => {
  const { items } = (await look(running, cookie, '/completeness?year=2025&region=370100&limit=500')).json();
  return items.find(({ indicator }: Cell) => indicator === '5g-base-stations');
};

describe('who has not reported', () => {
  it('follows a figure from missing to released', async () => {
    const running = await runningApp({ REVIEW: 'required' });
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const reviewer = await running.signIn('zhao', ['reviewer']);
    const state = async () => (await stationsIn(running, cookie))?.state;
    expect(await state()).toBe('missing');
    const { id } = (await send(running, cookie, GOOD)).json();
    expect(await state()).toBe('draft');
    await step(running, cookie, id, 'submit');
    expect(await state()).toBe('in_review');
    await step(running, reviewer.cookie, id, 'approve', { releaseAt: '2027-01-01T00:00:00Z' });
    expect(await stationsIn(running, cookie)).toMatchObject({ state: 'scheduled', submission: id, figure: null });
    await step(running, reviewer.cookie, id, 'approve', { releaseAt: null });
    expect(await stationsIn(running, cookie)).toMatchObject({
      state: 'released',
      inherited: false,
      figure: { status: 'final', version: 1 },
    });
  });

  it('says what is late, counts it and finds it', async () => {
    const running = await runningApp();
    const reviewer = await running.signIn('zhao', ['reviewer']);
    const put = await setDue(running, reviewer.cookie, { year: 2025, dueOn: '2026-06-29' });
    expect(put.json()).toMatchObject({
      year: 2025,
      items: [{ indicator: null, region: null, dueOn: '2026-06-29', setBy: 'zhao' }],
    });
    const all = (await look(running, reviewer.cookie, '/completeness?year=2025&limit=500')).json();
    expect(all.counts.overdue).toBe(all.counts.missing);
    expect(all.counts.overdue).toBeGreaterThan(50);
    const late = (await look(running, reviewer.cookie, '/completeness?year=2025&state=overdue&limit=500')).json();
    expect(late.total).toBe(all.counts.overdue);
    const jinan = all.regions.find(({ code }: { code: string }) => code === '370100');
    expect(jinan.counts.missing + jinan.counts.released).toBe(
      all.items.filter(({ region }: Cell) => region === '370100').length,
    );
    // Today is 2026-06-30: a day later nothing of that indicator is late.
    await setDue(running, reviewer.cookie, { year: 2025, indicator: '5g-base-stations', dueOn: '2026-06-30' });
    expect(await stationsIn(running, reviewer.cookie)).toMatchObject({ overdue: false, dueOn: '2026-06-30' });
    expect((await findAudit(running.store.read, 1))[0]).toMatchObject({
      action: 'due_date.set',
      object: '2025 5g-base-stations *',
    });
  });

  it('pages through all of it', async () => {
    const running = await runningApp();
    const viewer = await running.signIn('view', ['viewer']);
    const seen: string[] = [];
    let path = '/completeness?year=2025&limit=60';
    for (;;) {
      const page = (await look(running, viewer.cookie, path)).json();
      seen.push(...page.items.map(({ id }: Cell) => id));
      if (page.next === null) {
        expect(seen).toHaveLength(page.total);
        break;
      }
      path = `/completeness?year=2025&limit=60&cursor=${encodeURIComponent(page.next)}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('shows a statistician their own regions, and nobody another’s submission', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '371300');
    const { regions } = (await look(running, cookie, '/completeness?year=2025')).json();
    expect(regions.map(({ code }: { code: string }) => code).sort()).toEqual(['371300', '371311']);
    const jinan = await running.signIn('wang', ['statistician'], '370100');
    const { id } = (await send(running, jinan.cookie, GOOD)).json();
    const viewer = await running.signIn('view', ['viewer']);
    expect(await stationsIn(running, viewer.cookie)).toMatchObject({ state: 'draft', submission: null });
    expect(await stationsIn(running, jinan.cookie)).toMatchObject({ state: 'draft', submission: id });
    // Another region is to them as one that does not exist.
    expect((await look(running, cookie, '/completeness?year=2025&region=370100')).statusCode).toBe(404);
    expect((await look(running, cookie, '/completeness?year=2025&limit=500')).body).not.toContain(id);
  });

  it('lets reviewers and system administrators set due dates, and nobody else', async () => {
    const running = await runningApp();
    const due = { year: 2025, dueOn: '2026-03-31' };
    for (const [role, status] of [
      ['statistician', 403],
      ['viewer', 403],
      ['auditor', 403],
      ['security_admin', 403],
      ['reviewer', 200],
      ['system_admin', 200],
    ] as const) {
      const { cookie } = await running.signIn(role, [role], role === 'statistician' ? '370100' : undefined);
      expect((await setDue(running, cookie, due)).statusCode, role).toBe(status);
    }
    expect((await look(running, '', '/completeness')).statusCode).toBe(401);
  });

  it.each([
    ['a day that does not exist', { dueOn: '2026-02-30' }, 400],
    ['another form of date', { dueOn: '2026/03/31' }, 400],
    ['no date', { dueOn: undefined }, 400],
    ['an unknown indicator', { indicator: 'nothing' }, 404],
    ['an unknown region', { region: '000000' }, 404],
  ])('refuses %s', async (_what, more, status) => {
    const running = await runningApp();
    const { cookie } = await running.signIn('zhao', ['reviewer']);
    expect((await setDue(running, cookie, { year: 2025, dueOn: '2026-03-31', ...more })).statusCode).toBe(status);
    expect((await look(running, cookie, '/completeness/due-dates?year=2025')).json().items).toEqual([]);
  });

  it('takes a due date away with null', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('zhao', ['reviewer']);
    await setDue(running, cookie, { year: 2025, dueOn: '2026-03-31' });
    expect((await setDue(running, cookie, { year: 2025, dueOn: null })).json().items).toEqual([]);
  });
});
