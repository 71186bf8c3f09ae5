import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { PASSWORD, type Running, runningApp } from './running-app.ts';

const URL = '/api/v1/security-policy';
const POLICY = {
  passwords: 'dengbao',
  twoFactor: 'optional',
  idleMinutes: 30,
  sessionHours: 8,
  lockTries: 5,
  lockMinutes: 15,
  disableUnusedDays: 90,
};

async function stage(env: Record<string, string> = {}) {
  const running = await runningApp(env);
  const security = await running.signIn('sec', ['security_admin']);
  const put = (payload: object) => running.app.inject({ method: 'PUT', url: URL, headers: security, payload });
  const read = async () => (await running.app.inject({ url: URL, headers: security })).json();
  return { ...running, security, put, read };
}

const me = async ({ app }: Pick<Running, 'app'>, headers: { cookie: string }) =>
  (await app.inject({ url: '/api/v1/session', headers })).json().user;

describe('the security policy', () => {
  it('is what the server was started with until somebody decides, and then what was decided, over a restart', async () => {
    const { put, read, restart, security } = await stage({ SESSION_HOURS: '6' });
    expect(await read()).toEqual({ policy: { ...POLICY, sessionHours: 6 }, set: false });
    expect((await put({ ...POLICY, idleMinutes: 10 })).json().set).toBe(true);
    const again = await restart();
    const kept = (await again.inject({ url: URL, headers: security })).json();
    expect(kept).toEqual({ policy: { ...POLICY, idleMinutes: 10 }, set: true });
  });

  it('is written down with before and after, and only what changed', async () => {
    const { put, store } = await stage();
    await put({ ...POLICY, passwords: 'nist', lockTries: 3 });
    await put({ ...POLICY, passwords: 'nist', lockTries: 3 });
    const lines = await findAudit(store.read, 5, undefined, { action: 'policy.set' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ user: 'sec', outcome: 'done' });
    expect(JSON.parse(lines[0]?.detail ?? '')).toEqual({
      before: { passwords: 'dengbao', lockTries: 5 },
      after: { passwords: 'nist', lockTries: 3 },
    });
  });

  it('refuses what leaves its bounds, is incomplete or would have the audit removed', async () => {
    const { put, read } = await stage();
    const wrong = [
      { idleMinutes: 4 },
      { idleMinutes: 121 },
      { idleMinutes: 10.5 },
      { sessionHours: 0 },
      { sessionHours: 25 },
      { lockTries: 2 },
      { lockTries: 11 },
      { lockMinutes: 4 },
      { disableUnusedDays: 0 },
      { disableUnusedDays: '90' },
      { passwords: 'none' },
      { twoFactor: null },
      { auditDays: 30 },
      { auditDays: 183 },
    ];
    for (const change of wrong)
      expect([change, (await put({ ...POLICY, ...change })).statusCode]).toEqual([change, 400]);
    const { lockTries: _, ...incomplete } = POLICY;
    expect((await put(incomplete)).statusCode).toBe(400);
    expect((await read()).set).toBe(false);
  });

  it('ends open sessions that are too old by it, at the next request', async () => {
    const running = await stage();
    const li = await running.signIn('li', ['viewer']);
    const back = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const set = (values: { created_at?: string; last_seen_at?: string }) =>
      running.store.transact((trx) =>
        trx
          .updateTable('session')
          .set(values)
          .where('user', 'in', (from) => from.selectFrom('user').select('id').where('name', '=', 'li'))
          .execute(),
      );
    await set({ last_seen_at: back(20) });
    expect(await me(running, li)).not.toBeNull();
    await set({ last_seen_at: back(20) });
    await running.put({ ...POLICY, idleMinutes: 15 });
    expect(await me(running, li)).toBeNull();
    await set({ last_seen_at: back(0), created_at: back(180) });
    expect(await me(running, li)).not.toBeNull();
    await running.put({ ...POLICY, sessionHours: 2 });
    expect(await me(running, li)).toBeNull();
  });

  it('decides on locks, new passwords and second factors at once', async () => {
    const running = await stage();
    await running.signIn('li', ['viewer']);
    const zhao = await running.signIn('zhao', ['reviewer']);
    await running.put({ ...POLICY, lockTries: 3, passwords: 'nist', twoFactor: 'required' });
    const signIn = (password: string) =>
      running.app.inject({ method: 'POST', url: '/api/v1/session', payload: { name: 'li', password } });
    for (let time = 0; time < 3; time += 1) await signIn('wrong');
    expect((await signIn(PASSWORD)).json().code).toBe('sign_in_locked');
    const list = await running.app.inject({ url: '/api/v1/submissions', headers: zhao });
    expect(list.json().code).toBe('second_factor_needed');
    const change = (next: string) =>
      running.app.inject({
        method: 'PUT',
        url: '/api/v1/session/password',
        headers: zhao,
        payload: { current: PASSWORD, next },
      });
    // Fourteen signs of four kinds are enough for dengbao, not for nist; three words without any are enough for nist.
    expect((await change('Granite-Lake-9')).json().code).toBe('password_weak');
    expect((await change('granite lake harbour')).statusCode).toBe(200);
  });
});
