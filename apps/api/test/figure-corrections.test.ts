import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { GOOD, look, send, stationsOf, step } from './handing.ts';
import { type Running, runningApp } from './running-app.ts';

const STATIONS = { indicator: '5g-base-stations', region: '370100', year: 2025 };
const HISTORY = '/figures/history?indicator=5g-base-stations&region=370100&year=2025';

/** Jinan's base stations of 2025 published by a statistician. */
async function published(env: Record<string, string> = {}) {
  const running = await runningApp();
  const { cookie } = await running.signIn('li', ['statistician'], '370100');
  const { id } = (await send(running, cookie, GOOD)).json();
  await step(running, cookie, id, 'submit');
  if (env.REVIEW === undefined) return { running, cookie, id };
  Object.assign(running.config, { review: env.REVIEW });
  return { running: { ...running, app: await running.restart() }, cookie, id };
}

const correct = (running: Running, cookie: string, rows: object[], more: { reason?: string; key?: string } = {}) =>
  running.app.inject({
    method: 'POST',
    url: '/api/v1/figures/corrections',
    headers: { cookie, ...(more.key === undefined ? {} : { 'idempotency-key': more.key }) },
    payload: { reason: more.reason ?? '录入有误', rows },
  });

describe('correcting a published figure', () => {
  it('adds a version with the reason; the history says who, when, why and from where', async () => {
    const { running, cookie, id } = await published();
    const answer = await correct(running, cookie, [{ ...STATIONS, version: 1, value: '60512' }]);
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ kind: 'correction', state: 'approved', fileName: '更正数据' });
    expect(await stationsOf(running)).toMatchObject([
      { value: 60_512, version: 2, status: 'revised', reason: '录入有误' },
    ]);
    const { versions, ...of } = (await look(running, cookie, HISTORY)).json();
    expect(of).toMatchObject({ indicatorName: '5G基站数', regionName: '济南市', year: 2025, unit: '个' });
    expect(versions).toMatchObject([
      {
        version: 2,
        value: 60_512,
        withdrawn: false,
        reason: '录入有误',
        recordedBy: 'li',
        submittedBy: 'li',
        file: { submission: answer.json().id, kind: 'correction', raw: '60512' },
      },
      {
        version: 1,
        value: 60_500,
        reason: null,
        file: {
          submission: id,
          kind: 'file',
          name: 'figures.csv',
          sheet: 'figures',
          cell: 'D2',
          raw: '6.05',
          rawUnit: '万个',
          mayOpen: true,
        },
      },
    ]);
    const line = (await findAudit(running.store.read, 10)).find(({ action }) => action === 'submission.approve');
    expect(line?.detail).toContain('录入有误');
  });

  it('takes one back: it no longer counts anywhere, its history stays', async () => {
    const { running, cookie } = await published();
    const target = (await running.app.inject('/api/v1/targets?document=jinan&q=5G基站数&year=2025')).json().items[0];
    expect(target.assessment.latest.year).toBe(2025);
    const answer = await correct(running, cookie, [{ ...STATIONS, version: 1, withdraw: true }]);
    expect(answer.json()).toMatchObject({ state: 'approved', fileName: '撤回数据', figures: [{ withdrawn: true }] });
    expect(answer.json().targetsTouched).toContain(target.id);
    expect(await stationsOf(running)).toEqual([]);
    const after = (await running.app.inject(`/api/v1/targets/${target.id}?year=2025`)).json();
    expect(after.row.assessment.latest?.year).not.toBe(2025);
    expect(after.points.map(({ year }: { year: number }) => year)).not.toContain(2025);
    expect((await look(running, cookie, HISTORY)).json().versions).toMatchObject([
      { version: 2, withdrawn: true, reason: '录入有误' },
      { version: 1, withdrawn: false },
    ]);
    const again = await correct(running, cookie, [{ ...STATIONS, version: 2, withdraw: true }]);
    expect(again.json()).toMatchObject({ code: 'correction_invalid', errors: [{ field: 'rows.0' }] });
  });

  it('goes through the review where there is one', async () => {
    const { running, cookie } = await published({ REVIEW: 'required' });
    const reviewer = await running.signIn('zhao', ['reviewer']);
    const { id, state } = (await correct(running, cookie, [{ ...STATIONS, version: 1, withdraw: true }])).json();
    expect(state).toBe('submitted');
    expect(await stationsOf(running)).toHaveLength(1);
    const effects = (await look(running, reviewer.cookie, `/submissions/${id}/effects`)).json();
    expect(effects).toMatchObject({
      counts: { withdrawn: 1 },
      figures: { items: [{ change: 'withdrawn', before: { value: 60_500 }, after: null, difference: null }] },
    });
    expect(effects.targets.some(({ changes }: { changes: boolean }) => changes)).toBe(true);
    expect((await step(running, reviewer.cookie, id, 'approve')).json().state).toBe('approved');
    expect(await stationsOf(running)).toEqual([]);
    expect((await look(running, cookie, HISTORY)).json().versions[0]).toMatchObject({
      recordedBy: 'zhao',
      submittedBy: 'li',
      reason: '录入有误',
    });
  });

  it('changes the status alone, and converts units', async () => {
    const { running, cookie } = await published();
    await correct(running, cookie, [{ ...STATIONS, version: 1, status: 'preliminary' }]);
    expect(await stationsOf(running)).toMatchObject([{ value: 60_500, status: 'preliminary', version: 2 }]);
    await correct(running, cookie, [{ ...STATIONS, version: 2, value: '6.07', unit: '万个' }]);
    expect(await stationsOf(running)).toMatchObject([{ value: 60_700, status: 'revised', version: 3 }]);
  });

  it('is refused whole where anything is wrong, with every field', async () => {
    const { running, cookie } = await published();
    const wrong = await correct(running, cookie, [
      { ...STATIONS, version: 1, value: -5 },
      { ...STATIONS, year: 2001, version: 1, value: 1 },
      { ...STATIONS, version: 1, value: 7, unit: '亿元' },
    ]);
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'correction_invalid']);
    const fields = wrong.json().errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(['rows.0', 'rows.1', 'rows.2']));
    expect((await look(running, cookie, '/submissions')).json().total).toBe(1);
    expect(await stationsOf(running)).toMatchObject([{ version: 1 }]);
  });

  it('never overwrites a version that was not looked at', async () => {
    const { running, cookie } = await published();
    const both = await Promise.all(
      ['60511', '60522'].map((value) => correct(running, cookie, [{ ...STATIONS, version: 1, value }])),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect((await look(running, cookie, HISTORY)).json().versions).toHaveLength(2);
    const late = await correct(running, cookie, [{ ...STATIONS, version: 1, value: '1' }]);
    expect(late.json().code).toBe('figure_moved_on');
  });

  it('needs a reason, and a region of one’s own', async () => {
    const { running, cookie } = await published();
    const rows = [{ ...STATIONS, version: 1, withdraw: true }];
    const silent = await correct(running, cookie, rows, { reason: '  ' });
    expect([silent.statusCode, silent.json().code]).toEqual([422, 'reason_missing']);
    const stranger = await running.signIn('wang', ['statistician'], '370300');
    for (const row of [rows[0], { ...STATIONS, version: 1, value: 60_501 }]) {
      const refused = await correct(running, stranger.cookie, [row ?? {}]);
      expect([refused.statusCode, refused.json().code]).toEqual([422, 'correction_invalid']);
    }
    const reviewer = await running.signIn('zhao', ['reviewer']);
    expect((await correct(running, reviewer.cookie, rows)).statusCode).toBe(403);
    expect(await stationsOf(running)).toHaveLength(1);
  });

  it('answers a repeated request the same and stores it once', async () => {
    const { running, cookie } = await published();
    const rows = [{ ...STATIONS, version: 1, value: '60512' }];
    const [first, again] = [
      await correct(running, cookie, rows, { key: 'k' }),
      await correct(running, cookie, rows, { key: 'k' }),
    ];
    expect(again.json()).toEqual(first.json());
    expect((await correct(running, cookie, rows, { key: 'k', reason: '别的' })).json().code).toBe('key_reused');
    expect((await look(running, cookie, HISTORY)).json().versions).toHaveLength(2);
  });

  it.each([
    ['null for a value', { value: null }],
    ['text for a version', { version: '1', value: 1 }],
    ['a field it does not know', { value: 1, note: 'x' }],
    ['words for a value', { value: '很多' }],
  ])('never coerces %s', async (_what, more) => {
    const { running, cookie } = await published();
    const refused = await correct(running, cookie, [{ ...STATIONS, version: 1, ...more }]);
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'body_invalid']);
  });
});

describe('the history of a figure', () => {
  it('is there for readers, who cannot open the file', async () => {
    const { running } = await published();
    const { versions, unit } = (await running.app.inject(`/api/v1${HISTORY}`)).json();
    expect(unit).toBe('个');
    expect(versions).toMatchObject([{ file: { mayOpen: false } }]);
    expect((await running.app.inject(`/api/v1${HISTORY.replace('2025', '1999')}`)).statusCode).toBe(404);
  });

  it('is asked for exactly', async () => {
    const running = await runningApp();
    for (const query of ['', '?indicator=x&region=370100', '?indicator=x&region=37&year=2025'])
      expect((await running.app.inject(`/api/v1/figures/history${query}`)).statusCode).toBe(400);
  });
});
