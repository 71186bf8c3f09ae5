import { describe, expect, it } from 'vitest';
import { type Running, runningApp, upload } from './running-app.ts';

const make = async (running: Running, headers: { cookie: string }, scope: string, days = 30) =>
  running.app.inject({ method: 'POST', url: '/api/v1/tokens', headers, payload: { label: '报送程序', scope, days } });

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const CSV = '地区,指标,年份,数值\n济南市,5G基站数,2025,60500\n';

describe('a token', () => {
  it('hands in what its owner may, and does nothing else', async () => {
    const running = await runningApp();
    const headers = await running.signIn('li', ['statistician', 'reviewer'], '370100');
    const made = await make(running, headers, 'submit');
    expect(made.statusCode).toBe(201);
    const own = bearer(made.json().secret);
    const { headers: type, payload } = upload(CSV, 'a.csv');
    const sent = await running.app.inject({
      method: 'POST',
      url: '/api/v1/submissions',
      headers: { ...own, ...type },
      payload,
    });
    expect(sent.statusCode).toBe(201);
    const code = async (method: 'POST' | 'PUT' | 'DELETE' | 'GET', url: string, body?: object) =>
      (
        await running.app.inject({ method, url: `/api/v1${url}`, headers: own, ...(body ? { payload: body } : {}) })
      ).json().code;
    // Neither approving nor what concerns the account itself, whatever roles its owner holds.
    expect(await code('POST', `/submissions/${sent.json().id}/approve`, {})).toBe('role_missing');
    expect(await code('PUT', '/session/password', { current: 'x', next: 'y' })).toBe('scope_missing');
    expect(await code('POST', '/tokens', { label: 'x', scope: 'read', days: 1 })).toBe('scope_missing');
    expect(await code('GET', '/tokens')).toBe('scope_missing');
    expect(await code('GET', '/users')).toBe('role_missing');
  });

  it('for reading only reads', async () => {
    const running = await runningApp({ VIEW: 'signed-in' });
    const headers = await running.signIn('li', ['statistician'], '370100');
    const own = bearer((await make(running, headers, 'read')).json().secret);
    expect((await running.app.inject({ url: '/api/v1/documents' })).statusCode).toBe(401);
    expect((await running.app.inject({ url: '/api/v1/documents', headers: own })).statusCode).toBe(200);
    const { headers: type, payload } = upload(CSV, 'a.csv');
    const sent = await running.app.inject({
      method: 'POST',
      url: '/api/v1/submissions',
      headers: { ...own, ...type },
      payload,
    });
    expect(sent.json().code).toBe('scope_missing');
  });

  it('ends with its day, when taken back, and with its owner', async () => {
    const running = await runningApp();
    const headers = await running.signIn('li', ['statistician'], '370100');
    const works = async (secret: string) =>
      (await running.app.inject({ url: '/api/v1/submissions', headers: bearer(secret) })).statusCode;
    const [one, other] = [(await make(running, headers, 'read')).json(), (await make(running, headers, 'read')).json()];
    expect([await works(one.secret), await works(other.secret)]).toEqual([200, 200]);
    const past = new Date(Date.now() - 1000).toISOString();
    await running.store.transact((trx) =>
      trx.updateTable('api_token').set({ expires_at: past }).where('id', '=', one.id).execute(),
    );
    expect([await works(one.secret), await works(other.secret)]).toEqual([401, 200]);
    const url = `/api/v1/tokens/${other.id}`;
    const stranger = await running.signIn('wang', ['statistician'], '370100');
    expect((await running.app.inject({ method: 'DELETE', url, headers: stranger })).statusCode).toBe(404);
    expect((await running.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204);
    expect(await works(other.secret)).toBe(401);
    expect(await works('dbt_made-up')).toBe(401);
  });

  it('is kept as a hash, and only a statistician makes one that hands in', async () => {
    const running = await runningApp();
    const headers = await running.signIn('viewer', ['viewer']);
    expect((await make(running, headers, 'submit')).json().code).toBe('role_missing');
    const { secret } = (await make(running, headers, 'read')).json();
    const rows = await running.store.read.selectFrom('api_token').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(secret.length).toBeGreaterThan(40);
  });
});
