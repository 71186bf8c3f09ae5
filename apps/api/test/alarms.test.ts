import { findAlarms } from '@dabiao/store/alarms';
import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { AlarmBell } from '../src/alarm-bell.ts';
import { PASSWORD, type Running, runningApp } from './running-app.ts';

/** A running application whose alarms go by a clock that the test moves. */
async function watched() {
  let at = Date.parse('2026-06-30T08:00:00Z');
  const running = await runningApp({}, { clock: () => new Date(at) });
  const security = await running.signIn('sec', ['security_admin']);
  const alarms = async (headers: { cookie: string } = security) =>
    (await running.app.inject({ url: '/api/v1/alarms', headers })).json().items;
  const pass = (seconds: number) => {
    at += seconds * 1000;
  };
  const failAt = (name: string) =>
    running.app.inject({ method: 'POST', url: '/api/v1/session', payload: { name, password: 'wrong' } });
  return { ...running, security, alarms, pass, failAt };
}

const times = async (count: number, work: (index: number) => Promise<unknown>) => {
  for (let index = 0; index < count; index += 1) await work(index);
};

/** Something a viewer may not do, and is not told apart by the audit when done again and again. */
const forbid = (running: Running, headers: { cookie: string }) => running.app.inject({ url: '/api/v1/users', headers });

describe('an alarm', () => {
  it('comes of the tenth failed sign-in within a minute, whatever the names, with where they came from', async () => {
    const { alarms, failAt, store } = await watched();
    await times(9, (index) => failAt(`name-${index}`));
    expect(await alarms()).toEqual([]);
    await failAt('one-more');
    expect(await alarms()).toMatchObject([
      { kind: 'sign-ins', count: 10, addresses: ['127.0.0.1'], acknowledgedAt: null },
    ]);
    const [line] = await findAudit(store.read, 1, undefined, { action: 'alarm.raise' });
    expect(line).toMatchObject({ user: null, outcome: 'done', address: '127.0.0.1' });
  });

  it('does not come of ten spread over two minutes, nor of right ones', async () => {
    const { alarms, failAt, pass, app, signIn } = await watched();
    await times(10, async () => {
      await failAt('li');
      pass(13);
    });
    await signIn('wang', ['viewer']);
    const right = { name: 'wang', password: PASSWORD };
    await times(10, () => app.inject({ method: 'POST', url: '/api/v1/session', payload: right }));
    expect(await alarms()).toEqual([]);
  });

  it('comes of fifty refusals within a minute, also of the same thing by the same person', async () => {
    const running = await watched();
    const viewer = await running.signIn('li', ['viewer']);
    await times(49, () => forbid(running, viewer));
    expect(await running.alarms()).toEqual([]);
    await forbid(running, viewer);
    expect(await running.alarms()).toMatchObject([{ kind: 'refusals', count: 50 }]);
  });

  it('comes again for another attack, later', async () => {
    const { alarms, failAt, pass } = await watched();
    await times(14, (index) => failAt(`a-${index}`));
    expect(await alarms()).toHaveLength(1);
    pass(301);
    await times(10, (index) => failAt(`b-${index}`));
    expect((await alarms()).map(({ count }: { count: number }) => count)).toEqual([10, 10]);
  });

  it('tells of an attack that goes on every five minutes, with all since', async () => {
    const { store } = await runningApp();
    let at = Date.parse('2026-06-30T08:00:00Z');
    const bell = new AlarmBell({
      store,
      clock: () => new Date(at),
      today: () => '2026-06-30',
      pagesDir: null,
      version: 't',
    });
    // One every five seconds: the tenth comes after 45 seconds, the quiet ends 300 later.
    await times(85, async (index) => {
      await bell.note('sign-ins', `10.0.0.${index}`);
      at += 5000;
    });
    const { items } = await findAlarms(store.read, 10);
    expect(items.map(({ count }) => count)).toEqual([60, 10]);
    expect(items.map(({ firstAt }) => firstAt)).toEqual(['2026-06-30T08:00:50.000Z', '2026-06-30T08:00:00.000Z']);
    expect(items[0]?.addresses).toHaveLength(20);
  });

  it('is seen by the security administrator and the auditor, and acknowledged once with a word', async () => {
    const { alarms, failAt, signIn, app, security, store } = await watched();
    await times(10, (index) => failAt(`a-${index}`));
    const [auditor, system] = [await signIn('au', ['auditor']), await signIn('sys', ['system_admin'])];
    const [alarm] = await alarms(auditor);
    expect(alarm.kind).toBe('sign-ins');
    expect((await app.inject({ url: '/api/v1/alarms', headers: system })).json().code).toBe('role_missing');
    const acknowledge = (headers: { cookie: string }, note: string) =>
      app.inject({ method: 'POST', url: `/api/v1/alarms/${alarm.id}/acknowledge`, headers, payload: { note } });
    expect((await acknowledge(auditor, 'x')).json().code).toBe('role_missing');
    expect((await acknowledge(security, '')).statusCode).toBe(400);
    expect((await acknowledge(security, '已核实：忘记密码')).statusCode).toBe(204);
    expect((await acknowledge(security, 'again')).statusCode).toBe(404);
    expect(await alarms()).toMatchObject([{ acknowledgedBy: 'sec', note: '已核实：忘记密码' }]);
    const lines = await findAudit(store.read, 5, undefined, { action: 'alarm.acknowledge' });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.detail).toContain('忘记密码');
  });
});
