import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { PASSWORD, runningApp } from './running-app.ts';

describe('one’s own sessions', () => {
  it('are listed without their secrets, and each can be ended', async () => {
    const { app, signIn, store } = await runningApp();
    const here = await signIn('li', ['viewer']);
    const stranger = await signIn('wang', ['viewer']);
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { name: 'li', password: PASSWORD },
    });
    const there = { cookie: `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}` };
    const list = async (headers: object) =>
      (await app.inject({ url: '/api/v1/sessions', headers: { ...headers } })).json();
    const { items } = await list(here);
    expect(items.map((one: { here: boolean }) => one.here).toSorted()).toEqual([false, true]);
    const other = items.find((one: { here: boolean }) => !one.here);
    expect(other).toMatchObject({ by: 'password', address: '127.0.0.1' });
    expect(JSON.stringify(items)).not.toContain(answer.cookies[0]?.value);
    const end = (headers: { cookie: string }, id: string) =>
      app.inject({ method: 'DELETE', url: `/api/v1/sessions/${id}`, headers });
    expect((await end(stranger, other.id)).statusCode).toBe(404);
    expect((await end(here, '%25%25%25%25')).statusCode).toBe(400);
    expect((await list(there)).items).toHaveLength(2);
    expect((await end(here, other.id)).statusCode).toBe(204);
    expect((await list(there)).code).toBe('sign_in_needed');
    const [line] = await findAudit(store.read, 1, undefined, { action: 'session.close' });
    expect(line).toMatchObject({ user: 'li', object: other.id });
  });
});
