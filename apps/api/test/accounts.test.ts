import { findAudit } from '@dabiao/store/audit';
import { findUsers } from '@dabiao/store/users';
import { describe, expect, it } from 'vitest';
import { PASSWORD, type Running, runningApp } from './running-app.ts';

/** Of the tests' password, at 4 MiB and 3 passes. */
const WEAK_HASH = '$argon2id$v=19$m=4096,t=3,p=1$qqHhNT2TDwWDmUyBeSEcBw$MTbYzNo8PPP7RSdGcYkat9EorU2Ra/6oI6lECusYhDU';

const signInAs = (running: Running, name: string, password: string) =>
  running.app.inject({ method: 'POST', url: '/api/v1/session', payload: { name, password } });

const idOf = async (running: Running, wanted: string): Promise<string> =>
  (await findUsers(running.store.read)).find(({ name }) => name === wanted)?.id ?? '';

/** Puts a time of a user's back by days, as if they had passed. */
const age = (running: Running, column: 'password_set_at' | 'last_sign_in_at' | 'created_at', days: number) =>
  running.store.transact((trx) =>
    trx
      .updateTable('user')
      .set({ [column]: new Date(Date.now() - days * 86_400_000).toISOString() })
      .where('name', '=', 'li')
      .execute(),
  );

describe('the lock', () => {
  it('outlasts a restart and is taken away by the security administrator', async () => {
    const running = await runningApp();
    const headers = await running.signIn('sec', ['security_admin']);
    await running.signIn('li', ['viewer']);
    for (let time = 0; time < 5; time += 1) await signInAs(running, 'li', 'wrong');
    await signInAs(running, 'nobody', 'wrong');
    running.app = await running.restart();
    expect((await signInAs(running, 'li', PASSWORD)).json().code).toBe('sign_in_locked');
    const users = (await running.app.inject({ url: '/api/v1/users', headers })).json().items;
    expect(users.find(({ name }: { name: string }) => name === 'li').locked).toBe(true);
    const url = `/api/v1/users/${await idOf(running, 'li')}/unlock`;
    expect((await running.app.inject({ method: 'POST', url, headers })).statusCode).toBe(204);
    expect((await signInAs(running, 'li', PASSWORD)).statusCode).toBe(200);
  });

  it('counts tries sent at once: of twenty with the right one among them, none gets past the fifth', async () => {
    const running = await runningApp();
    await running.signIn('li', ['viewer']);
    const tries = Array.from({ length: 20 }, (_, at) => signInAs(running, 'li', at === 19 ? PASSWORD : 'wrong'));
    const codes = (await Promise.all(tries)).map((answer) => answer.statusCode);
    expect(codes.filter((code) => code === 200)).toEqual([]);
    expect(codes.filter((code) => code === 401)).toHaveLength(5);
  });

  it('is written into the audit, without what was typed', async () => {
    const running = await runningApp();
    for (let time = 0; time < 5; time += 1) await signInAs(running, 'Secret-Typed-1', 'wrong');
    const lines = await findAudit(running.store.read, 10);
    expect(lines.map(({ action }) => action)).toContain('session.lock');
    expect(JSON.stringify(lines)).not.toContain('Secret-Typed-1');
  });
});

describe('a password', () => {
  const change = (running: Running, headers: { cookie: string }, current: string, next: string) =>
    running.app.inject({ method: 'PUT', url: '/api/v1/session/password', headers, payload: { current, next } });

  it('of 91 days must be changed before anything else; under nist it lasts', async () => {
    for (const [policy, code] of [
      ['dengbao', 403],
      ['nist', 200],
    ] as const) {
      const running = await runningApp({ PASSWORD_POLICY: policy });
      await running.signIn('li', ['statistician'], '370100');
      await age(running, 'password_set_at', 91);
      const [cookie] = (await signInAs(running, 'li', PASSWORD)).cookies;
      const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
      expect((await running.app.inject({ url: '/api/v1/submissions', headers })).statusCode).toBe(code);
    }
  });

  it('says what is wrong with it, and is not one of the last five', async () => {
    const running = await runningApp();
    let headers = await running.signIn('li', ['viewer']);
    let current = PASSWORD;
    const fault = async (next: string) => {
      const answer = await change(running, headers, current, next);
      return answer.json().errors?.[0]?.message ?? answer.statusCode;
    };
    expect(await fault('Dashboard2026')).toBe('too_common');
    expect(await fault(PASSWORD)).toBe('used_before');
    const next = 'Granite-Lake-9';
    const answer = await change(running, headers, current, next);
    headers = { cookie: `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}` };
    current = next;
    expect(await fault(PASSWORD)).toBe('used_before');
  });

  it('hashed at a lower cost is hashed anew when its owner signs in', async () => {
    const running = await runningApp();
    await running.signIn('li', ['viewer']);
    const stored = async () =>
      (await running.store.read.selectFrom('user').select('password_hash').executeTakeFirstOrThrow()).password_hash;
    await running.store.transact((trx) => trx.updateTable('user').set({ password_hash: WEAK_HASH }).execute());
    expect((await signInAs(running, 'li', PASSWORD)).statusCode).toBe(200);
    expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signInAs(running, 'li', PASSWORD)).statusCode).toBe(200);
  });
});

describe('an account', () => {
  it('that nobody used for 91 days is disabled', async () => {
    const running = await runningApp();
    await running.signIn('li', ['viewer']);
    await age(running, 'last_sign_in_at', 89);
    expect((await signInAs(running, 'li', PASSWORD)).statusCode).toBe(200);
    await age(running, 'last_sign_in_at', 91);
    expect((await signInAs(running, 'li', PASSWORD)).json().code).toBe('sign_in_failed');
    const users = await findUsers(running.store.read);
    expect(users.find(({ name }) => name === 'li')?.disabled).toBe(true);
  });

  it('gets other roles from the security administrator, at once, with before and after in the audit', async () => {
    const running = await runningApp();
    const security = await running.signIn('sec', ['security_admin']);
    const headers = await running.signIn('li', ['statistician'], '370100');
    const url = `/api/v1/users/${await idOf(running, 'li')}/roles`;
    const put = (payload: object) => running.app.inject({ method: 'PUT', url, headers: security, payload });
    expect((await put({ roles: ['auditor', 'reviewer'], region: null })).json().code).toBe('roles_exclusive');
    expect((await put({ roles: ['statistician'], region: null })).json().code).toBe('body_invalid');
    expect((await put({ roles: ['reviewer'], region: null })).statusCode).toBe(204);
    expect((await running.app.inject({ url: '/api/v1/submissions', headers })).statusCode).toBe(401);
    const [line] = await findAudit(running.store.read, 1, undefined, { action: 'user.roles' });
    expect(JSON.parse(line?.detail ?? '')).toEqual({
      before: { roles: ['statistician'], region: '370100' },
      after: { roles: ['reviewer'], region: null },
    });
    expect(line).toMatchObject({ user: 'sec', object: 'li', roles: 'security_admin', request: expect.any(String) });
  });

  it('is not changed by its owner', async () => {
    const running = await runningApp();
    const headers = await running.signIn('sec', ['security_admin']);
    const id = await idOf(running, 'sec');
    const asked: [method: 'PUT' | 'POST', verb: string, payload: object][] = [
      ['PUT', 'roles', { roles: ['viewer'], region: null }],
      ['POST', 'disable', {}],
      ['POST', 'unlock', {}],
      ['POST', 'remove-code', {}],
      ['POST', 'password', {}],
    ];
    for (const [method, verb, payload] of asked) {
      const answer = await running.app.inject({ method, url: `/api/v1/users/${id}/${verb}`, headers, payload });
      expect([verb, answer.json().code]).toEqual([verb, 'own_account']);
    }
  });

  it('has a name nobody can confuse, and that stays taken', async () => {
    const running = await runningApp();
    const headers = await running.signIn('sec', ['security_admin']);
    const add = (name: string) =>
      running.app.inject({
        method: 'POST',
        url: '/api/v1/users',
        headers,
        payload: { name, displayName: 'x', roles: ['viewer'], region: null },
      });
    expect((await add('Li Wei')).statusCode).toBe(201);
    const url = `/api/v1/users/${await idOf(running, 'Li Wei')}/disable`;
    await running.app.inject({ method: 'POST', url, headers });
    for (const name of ['li wei', 'LIWEI', 'ｌｉｗｅｉ']) expect((await add(name)).json().code).toBe('user_exists');
  });
});

describe('signing in', () => {
  it('anew ends the session the browser had', async () => {
    const running = await runningApp();
    const headers = await running.signIn('li', ['viewer']);
    const again = await running.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers,
      payload: { name: 'li', password: PASSWORD },
    });
    expect(again.statusCode).toBe(200);
    expect((await running.app.inject({ url: '/api/v1/session', headers })).json().user).toBeNull();
  });

  it('ends everywhere else when asked', async () => {
    const running = await runningApp();
    const elsewhere = await running.signIn('li', ['viewer']);
    const [cookie] = (await signInAs(running, 'li', PASSWORD)).cookies;
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
    const answer = await running.app.inject({ method: 'DELETE', url: '/api/v1/session/others', headers });
    expect(answer.json()).toEqual({ ended: 1 });
    const me = async (own: { cookie: string }) =>
      (await running.app.inject({ url: '/api/v1/session', headers: own })).json().user?.name ?? null;
    expect([await me(headers), await me(elsewhere)]).toEqual(['li', null]);
  });

  it('with a one-time password of a reset ends sessions and tokens', async () => {
    const running = await runningApp();
    const security = await running.signIn('sec', ['security_admin']);
    const headers = await running.signIn('li', ['viewer']);
    const payload = { label: 'x', scope: 'read', days: 1 };
    const token = await running.app.inject({ method: 'POST', url: '/api/v1/tokens', headers, payload });
    const bearer = { authorization: `Bearer ${token.json().secret}` };
    const url = `/api/v1/users/${await idOf(running, 'li')}/password`;
    const reset = await running.app.inject({ method: 'POST', url, headers: security });
    expect(reset.json().password).toHaveLength(22);
    for (const own of [headers, bearer]) {
      expect((await running.app.inject({ url: '/api/v1/session', headers: own })).json().user).toBeNull();
    }
  });

  it('is possible for nobody before an account was made', async () => {
    const running = await runningApp();
    for (const name of ['admin', 'root', 'system-admin', 'security-admin', 'command-line']) {
      for (const password of ['admin', 'password', '123456', name]) {
        expect((await signInAs(running, name, password)).statusCode).not.toBe(200);
      }
    }
    expect(await findUsers(running.store.read)).toEqual([]);
  });
});
