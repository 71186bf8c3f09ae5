import * as passwords from '@dabiao/store/password';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PASSWORD, type Running, runningApp } from './running-app.ts';

vi.mock('@dabiao/store/password', async (original) => {
  const real = await original<typeof passwords>();
  return { ...real, hashPassword: vi.fn(real.hashPassword), verifyPassword: vi.fn(real.verifyPassword) };
});

/** A try to sign in: what came back, without the id of the request, and how often a password was hashed for it. */
async function tryIn({ app }: Running, name: string, password: string) {
  vi.mocked(passwords.verifyPassword).mockClear();
  vi.mocked(passwords.hashPassword).mockClear();
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { name, password } });
  const { 'x-ratelimit-remaining': _, 'x-ratelimit-reset': __, date: ___, ...headers } = answer.headers;
  const body = answer.body.replace(/"instance":"[^"]*"/, '');
  const hashed =
    vi.mocked(passwords.verifyPassword).mock.calls.length + vi.mocked(passwords.hashPassword).mock.calls.length;
  return { status: answer.statusCode, headers, body, hashed };
}

describe('a try to sign in', () => {
  beforeEach(() => vi.clearAllMocks());

  it('is answered the same, for the same work, whether or not somebody has the name', async () => {
    const running = await runningApp();
    await running.signIn('li', ['statistician'], '370100');
    await running.signIn('gone', ['viewer']);
    await running.store.transact((trx) =>
      trx.updateTable('user').set({ disabled: 1 }).where('name', '=', 'gone').execute(),
    );
    // The fifth locks, the sixth is told so; the decoy for unknown names is made with the first.
    await tryIn(running, 'somebody-else', 'wrong');
    for (let time = 1; time <= 7; time += 1) {
      const known = await tryIn(running, 'li', `wrong ${time}`);
      const unknown = await tryIn(running, 'nobody-here', `wrong ${time}`);
      expect([time, unknown]).toEqual([time, known]);
      expect([time, known.hashed]).toEqual([time, 1]);
      expect([time, known.status]).toEqual([time, time <= 5 ? 401 : 429]);
    }
    // A disabled account with the right password is answered as a wrong one.
    const disabled = await tryIn(running, 'gone', PASSWORD);
    const stranger = await tryIn(running, 'yet-another', PASSWORD);
    expect(disabled).toEqual(stranger);
  });
});
