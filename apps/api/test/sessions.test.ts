import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { PASSWORD, runningApp } from './running-app.ts';

describe('what a browser may keep', () => {
  it('is nothing about people and records, and nothing at all after signing out', async () => {
    const { app, signIn } = await runningApp();
    const [security, auditor] = [await signIn('sec', ['security_admin']), await signIn('au', ['auditor'])];
    for (const [headers, paths] of [
      [security, ['/session', '/sessions', '/users', '/alarms', '/status', '/security-policy']],
      [auditor, ['/audit', '/audit.csv', '/audit.jsonl', '/tokens']],
    ] as const) {
      for (const path of paths) {
        const answer = await app.inject({ url: `/api/v1${path}`, headers });
        expect([path, answer.statusCode, answer.headers['cache-control']]).toEqual([path, 200, 'no-store']);
      }
    }
    const out = await app.inject({ method: 'DELETE', url: '/api/v1/session', headers: auditor });
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
  });
});

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
