import { findAudit } from '@dabiao/store/audit';
import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { PASSWORD, runningApp } from './running-app.ts';

async function withFactor() {
  const running = await runningApp();
  const headers = await running.signIn('zhao', ['reviewer']);
  const ask = (method: 'POST' | 'PUT' | 'DELETE' | 'GET', path: string, payload?: object) =>
    running.app.inject({ method, url: `/api/v1/session${path}`, headers, ...(payload ? { payload } : {}) });
  const setUp = async () => {
    const { secret } = (await ask('POST', '/second-factor', { password: PASSWORD })).json();
    await ask('PUT', '/second-factor', { code: new TOTP({ secret }).generate() });
    return secret as string;
  };
  const make = async () => (await ask('POST', '/recovery-codes', { password: PASSWORD })).json().codes as string[];
  const signInWith = async (code: string) => {
    const payload = { name: 'zhao', password: PASSWORD, code };
    return running.app.inject({ method: 'POST', url: '/api/v1/session', payload });
  };
  return { ...running, ask, setUp, make, signInWith };
}

describe('recovery codes', () => {
  it('are ten, stand in for the second factor once each, and are written down when used', async () => {
    const { ask, setUp, make, signInWith, store } = await withFactor();
    expect((await ask('POST', '/recovery-codes', { password: PASSWORD })).json().code).toBe('own_account');
    await setUp();
    expect((await ask('POST', '/recovery-codes', { password: 'wrong' })).json().code).toBe('sign_in_failed');
    const codes = await make();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
    const [first = '', second = '', third = ''] = codes;
    expect((await signInWith(first)).json().user.recoveryCodes).toBe(9);
    const [line] = await findAudit(store.read, 1, undefined, { action: 'session.open', outcome: 'done' });
    expect(JSON.parse(line?.detail ?? '{}')).toEqual({ factor: 'recovery', left: 9 });
    expect((await signInWith(first)).json().code).toBe('sign_in_failed');
    // As people type them.
    expect((await signInWith(second.toLowerCase().replaceAll('-', ''))).statusCode).toBe(200);
    expect((await signInWith(third.replaceAll('-', ' ').replaceAll('0', 'o'))).statusCode).toBe(200);
    const kept = JSON.stringify(await store.read.selectFrom('recovery_code').selectAll().execute());
    for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''));
    const lines = JSON.stringify(await findAudit(store.read, 100));
    for (const code of codes) expect(lines).not.toContain(code);
    expect(await findAudit(store.read, 5, undefined, { action: 'user.recovery-codes' })).toHaveLength(1);
  });

  it('are taken once even when sent twice at once, and lock like wrong codes', async () => {
    const { setUp, make, signInWith } = await withFactor();
    await setUp();
    const [code = ''] = await make();
    const answers = await Promise.all([signInWith(code), signInWith(code)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401]);
    for (let time = 0; time < 6; time += 1) await signInWith('0000-0000-0000-0000-0000-0000');
    expect((await signInWith(code)).json().code).toBe('sign_in_locked');
    expect((await signInWith('too-short')).statusCode).toBe(400);
  });

  it('do not go with a reset of the password: the second factor is still asked for', async () => {
    const { setUp, make, signIn, store, app } = await withFactor();
    await setUp();
    const [code = ''] = await make();
    const security = await signIn('sec', ['security_admin']);
    const zhao = await store.read.selectFrom('user').select('id').where('name', '=', 'zhao').executeTakeFirstOrThrow();
    const url = `/api/v1/users/${zhao.id}/password`;
    const { password } = (await app.inject({ method: 'POST', url, headers: security })).json();
    const enter = async (more: object) =>
      (
        await app.inject({ method: 'POST', url: '/api/v1/session', payload: { name: 'zhao', password, ...more } })
      ).json();
    expect((await enter({})).code).toBe('code_needed');
    expect((await enter({ code })).user.mustChangePassword).toBe(true);
  });

  it('are void once new ones are made, and go with the second factor', async () => {
    const { ask, setUp, make, signInWith, store, signIn, app } = await withFactor();
    await setUp();
    const [old = ''] = await make();
    const [code = ''] = await make();
    expect((await signInWith(old)).json().code).toBe('sign_in_failed');
    await ask('DELETE', '/second-factor', { password: PASSWORD });
    expect(await store.read.selectFrom('recovery_code').selectAll().execute()).toEqual([]);
    await setUp();
    expect((await signInWith(code)).json().code).toBe('sign_in_failed');
    // Somebody else's open nothing.
    const [own = ''] = await make();
    await signIn('wang', ['viewer']);
    const payload = { name: 'wang', password: PASSWORD, code: own };
    await app.inject({ method: 'POST', url: '/api/v1/session', payload });
    expect((await signInWith(own)).statusCode).toBe(200);
  });
});
