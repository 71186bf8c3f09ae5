import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { PASSWORD, type Running, runningApp } from './running-app.ts';

const ROUTE = '/api/v1/session/second-factor';
const codeOf = (secret: string, ms = Date.now()): string => new TOTP({ secret }).generate({ timestamp: ms });

const signInAs = (running: Running, name: string, payload: object) =>
  running.app.inject({ method: 'POST', url: '/api/v1/session', payload: { name, password: PASSWORD, ...payload } });

async function setUp(running: Running, headers: { cookie: string }): Promise<string> {
  const begun = await running.app.inject({ method: 'POST', url: ROUTE, headers, payload: { password: PASSWORD } });
  const { secret } = begun.json();
  const set = await running.app.inject({ method: 'PUT', url: ROUTE, headers, payload: { code: codeOf(secret) } });
  expect(set.json().user.twoFactor).toBe(true);
  return secret;
}

describe('a second factor', () => {
  it('is asked for after the password, and its code works once', async () => {
    const running = await runningApp();
    const headers = await running.signIn('li', ['reviewer']);
    const secret = await setUp(running, headers);
    expect((await signInAs(running, 'li', {})).json().code).toBe('code_needed');
    // The code that set it up is used; the next one is of the next step.
    expect((await signInAs(running, 'li', { code: codeOf(secret) })).json().code).toBe('sign_in_failed');
    const next = codeOf(secret, Date.now() + 30_000);
    expect((await signInAs(running, 'li', { code: next })).statusCode).toBe(200);
    expect((await signInAs(running, 'li', { code: next })).json().code).toBe('sign_in_failed');
  });

  it('is not told of to somebody without the password', async () => {
    const running = await runningApp();
    await setUp(running, await running.signIn('li', ['reviewer']));
    const answer = await signInAs(running, 'li', { password: 'wrong' });
    expect(answer.json().code).toBe('sign_in_failed');
  });

  it('locks after five wrong codes; asking for the code alone never does', async () => {
    const running = await runningApp();
    const secret = await setUp(running, await running.signIn('li', ['reviewer']));
    for (let time = 0; time < 8; time += 1) {
      expect((await signInAs(running, 'li', {})).json().code).toBe('code_needed');
    }
    const wrong = String((Number(codeOf(secret)) + 1) % 1_000_000).padStart(6, '0');
    for (let time = 0; time < 5; time += 1) await signInAs(running, 'li', { code: wrong });
    const right = codeOf(secret, Date.now() + 30_000);
    expect((await signInAs(running, 'li', { code: right })).json().code).toBe('sign_in_locked');
  });

  it('is needed before anything else by reviewers and administrators where it is required', async () => {
    const running = await runningApp({ TWO_FACTOR: 'required' });
    const reviewer = await running.signIn('zhao', ['reviewer']);
    const statistician = await running.signIn('li', ['statistician'], '370100');
    const list = (headers: { cookie: string }) => running.app.inject({ url: '/api/v1/submissions', headers });
    expect((await list(reviewer)).json().code).toBe('second_factor_needed');
    expect((await list(statistician)).statusCode).toBe(200);
    await setUp(running, reviewer);
    expect((await list(reviewer)).statusCode).toBe(200);
  });

  it('goes with the password, or by the security administrator', async () => {
    const running = await runningApp();
    const headers = await running.signIn('li', ['viewer']);
    const security = await running.signIn('sec', ['security_admin']);
    await setUp(running, headers);
    const remove = (password: string) =>
      running.app.inject({ method: 'DELETE', url: ROUTE, headers, payload: { password } });
    expect((await remove('wrong')).json().code).toBe('sign_in_failed');
    const again = await running.app.inject({ method: 'POST', url: ROUTE, headers, payload: { password: PASSWORD } });
    expect(again.json().code).toBe('own_account');
    expect((await remove(PASSWORD)).json().user.twoFactor).toBe(false);
    await setUp(running, headers);
    const { items } = (await running.app.inject({ url: '/api/v1/users', headers: security })).json();
    const { id } = items.find(({ name }: { name: string }) => name === 'li');
    const url = `/api/v1/users/${id}/remove-code`;
    expect((await running.app.inject({ method: 'POST', url, headers: security })).statusCode).toBe(204);
    expect((await signInAs(running, 'li', {})).statusCode).toBe(200);
  });
});
