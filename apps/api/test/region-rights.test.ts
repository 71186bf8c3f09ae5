import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { look, send, step } from './handing.ts';
import { BELOW, REGIONS } from './regions-by-hand.ts';
import { type Running, runningApp } from './running-app.ts';

const STATIONS = '5g-base-stations';

interface Made {
  id: string;
  /** Region of its maker. */
  region: string;
  maker: string;
  /** A value that stands in no other submission. */
  value: number;
}

/** Hands in one file for each of some regions, each by a statistician of that region. */
async function handedIn(running: Running, regions: readonly string[]): Promise<Made[]> {
  const made: Made[] = [];
  for (const [at, region] of regions.entries()) {
    const value = 51_000 + 7 * at;
    const { cookie } = await running.signIn(`maker-${at}`, ['statistician'], region);
    const file = `地区,指标,年份,数值,单位,状态\n${region},5G基站数,2025,${value},个,年报\n`;
    const { id } = (await send(running, cookie, file, { name: `file-${at}.csv` })).json() as { id: string };
    await step(running, cookie, id, 'submit', { reason: '核对无误' });
    made.push({ id, region, maker: cookie, value });
  }
  return made;
}

const WAYS = ['', '/figures', '/effects', '/sheets', '/file', '/marked.xlsx'];

/** What somebody sees of some submissions must be what is granted, and all that is granted. */
async function sees(running: Running, cookie: string, made: readonly Made[], granted: (one: Made) => boolean) {
  const list = await look(running, cookie, '/submissions?limit=500');
  const meant = made.filter(granted).map(({ id }) => id);
  expect(new Set((list.json() as { items: Made[] }).items.map(({ id }) => id))).toEqual(new Set(meant));
  expect(list.json().total).toBe(meant.length);
  for (const one of made) {
    const unknown = (await look(running, cookie, '/submissions/0190-unknown')).json();
    for (const way of WAYS) {
      const answer = await look(running, cookie, `/submissions/${one.id}${way}`);
      expect([one.region, way, answer.statusCode]).toEqual([one.region, way, granted(one) ? 200 : 404]);
      if (!granted(one)) expect(answer.json().code).toBe(unknown.code);
    }
  }
  const completeness = await look(running, cookie, '/completeness?year=2025&limit=500');
  const cells = (completeness.json() as { items: { submission: string | null }[] }).items;
  for (const { submission } of cells) if (submission !== null) expect(meant).toContain(submission);
  for (const one of made) if (!granted(one)) expect(list.body + completeness.body).not.toContain(String(one.value));
}

describe('rights bound to a region', () => {
  it('reach it and those below it, and nothing else, for any makers and reviewers', { timeout: 120_000 }, async () => {
    const region = fc.constantFrom(...REGIONS);
    const check = async (makers: string[], reviewers: string[]) => {
      const running = await runningApp({ REVIEW: 'required' });
      const made = await handedIn(running, makers);
      for (const [at, bound] of reviewers.entries()) {
        const { cookie } = await running.signIn(`reviewer-${at}`, ['reviewer'], bound);
        await sees(running, cookie, made, (one) => BELOW[bound]?.includes(one.region) ?? false);
      }
      // A statistician sees only the own ones, of whatever region.
      for (const { maker, id } of made) await sees(running, maker, made, (one) => one.id === id);
      const free = await running.signIn('free', ['reviewer']);
      await sees(running, free.cookie, made, () => true);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(region, { minLength: 1, maxLength: 4 }),
        fc.array(region, { minLength: 1, maxLength: 3 }),
        check,
      ),
      { numRuns: 5 },
    );
  });

  it('hold for deciding, drafts of briefings, completeness and labels', { timeout: 60_000 }, async () => {
    const running = await runningApp({ REVIEW: 'required' });
    const [linyi] = await handedIn(running, ['371300']);
    if (!linyi) throw new Error('nothing handed in');
    const other = (await running.signIn('jinan-reviewer', ['reviewer'], '370100')).cookie;
    const own = (await running.signIn('linyi-reviewer', ['reviewer'], '371300')).cookie;
    for (const verb of ['approve', 'return', 'withdraw']) {
      expect((await step(running, other, linyi.id, verb, { reason: '不该成功' })).statusCode).toBe(404);
    }
    const draft = (cookie: string) =>
      running.app.inject({
        method: 'POST',
        url: '/api/v1/briefings',
        headers: { cookie },
        payload: { region: '371300', submission: linyi.id, length: 'short', sections: ['table'] },
      });
    expect((await draft(other)).statusCode).toBe(404);
    const made = await draft(own);
    expect(made.statusCode).toBe(201);
    const { id } = made.json() as { id: string };
    for (const way of ['', '.pdf', '.xlsx']) {
      expect([way, (await look(running, other, `/briefings/${id}${way}`)).statusCode]).toEqual([way, 404]);
      expect([way, (await look(running, own, `/briefings/${id}${way}`)).statusCode]).toEqual([way, 200]);
    }
    expect((await look(running, other, '/briefings')).json().total).toBe(0);

    expect((await look(running, other, '/completeness?year=2025&region=371300')).statusCode).toBe(404);
    const due = (cookie: string, region: string | null) =>
      running.app.inject({
        method: 'PUT',
        url: '/api/v1/completeness/due-dates',
        headers: { cookie },
        payload: { year: 2026, ...(region === null ? {} : { region }), dueOn: '2027-01-31' },
      });
    expect((await due(other, '371311')).statusCode).toBe(404);
    expect((await due(other, null)).statusCode).toBe(403);
    expect((await due(own, '371311')).statusCode).toBe(200);

    const label = (cookie: string, kind: string, thing: string) =>
      running.app.inject({
        method: 'PUT',
        url: '/api/v1/labels',
        headers: { cookie },
        payload: { kind, id: thing, label: 'internal' },
      });
    expect((await label(other, 'submission', linyi.id)).statusCode).toBe(404);
    expect((await label(other, 'document', 'linyi')).statusCode).toBe(403);
    expect((await label(own, 'submission', linyi.id)).statusCode).toBe(200);
  });

  it('of a released file: its reviewers and auditors open it, the others see the figure only', async () => {
    const running = await runningApp({ REVIEW: 'required' });
    const [linyi] = await handedIn(running, ['371300']);
    if (!linyi) throw new Error('nothing handed in');
    const own = (await running.signIn('linyi-reviewer', ['reviewer'], '370000')).cookie;
    expect((await step(running, own, linyi.id, 'approve')).statusCode).toBe(200);
    const other = (await running.signIn('jinan-reviewer', ['reviewer'], '370100')).cookie;
    const auditor = (await running.signIn('auditor-of-all', ['auditor'])).cookie;
    const history = `/figures/history?indicator=${STATIONS}&region=371300&year=2025`;
    const mayOpen = async (cookie: string) => (await look(running, cookie, history)).json().versions[0].file.mayOpen;
    expect([await mayOpen(own), await mayOpen(other), await mayOpen(auditor)]).toEqual([true, false, true]);
    expect((await look(running, other, `/submissions/${linyi.id}/file`)).statusCode).toBe(404);
    expect((await look(running, auditor, `/submissions/${linyi.id}/file`)).statusCode).toBe(200);
  });

  it('count by the figures as well, where the maker was given another region since', async () => {
    const running = await runningApp({ REVIEW: 'required' });
    const [linyi] = await handedIn(running, ['371300']);
    if (!linyi) throw new Error('nothing handed in');
    await running.store.transact((trx) =>
      trx.updateTable('user').set({ region: '370100' }).where('name', '=', 'maker-0').execute(),
    );
    const { cookie } = await running.signIn('jinan-reviewer', ['reviewer'], '370100');
    await sees(running, cookie, [linyi], () => false);
  });
});
