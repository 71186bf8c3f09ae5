import { findAudit } from '@dabiao/store/audit';
import { insertUser } from '@dabiao/store/users';
import { describe, expect, it } from 'vitest';
import { PASSWORD, type Running, runningApp, upload } from './running-app.ts';

const signInAs = (running: Running, name: string, password: string) =>
  running.app.inject({ method: 'POST', url: '/api/v1/session', payload: { name, password } });

describe('signing in', () => {
  it('tells nobody whether a name exists', async () => {
    const running = await runningApp();
    await running.signIn('li', ['viewer']);
    const [wrong, unknown] = [await signInAs(running, 'li', 'wrong'), await signInAs(running, 'nobody', 'wrong')];
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'sign_in_failed']);
    expect([unknown.statusCode, unknown.json().code]).toEqual([401, 'sign_in_failed']);
  });

  it('locks a name after five wrong passwords, even for the right one', async () => {
    const running = await runningApp();
    await running.signIn('li', ['viewer']);
    for (let time = 0; time < 5; time += 1) await signInAs(running, 'li', 'wrong');
    const right = await signInAs(running, 'li', PASSWORD);
    expect([right.statusCode, right.json().code]).toEqual([429, 'sign_in_locked']);
    // A name that does not exist is locked just so, or the lock would tell which names exist.
    for (let time = 0; time < 5; time += 1) await signInAs(running, 'nobody', 'wrong');
    expect((await signInAs(running, 'nobody', 'wrong')).json().code).toBe('sign_in_locked');
  });

  it('ends with the session: the old cookie opens nothing', async () => {
    const running = await runningApp();
    const headers = await running.signIn('li', ['statistician'], '370100');
    const me = async () => (await running.app.inject({ url: '/api/v1/session', headers })).json().user;
    expect(await me()).toMatchObject({ name: 'li', regionName: '济南市', mustChangePassword: false });
    expect((await running.app.inject({ method: 'DELETE', url: '/api/v1/session', headers })).statusCode).toBe(204);
    expect(await me()).toBeNull();
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const running = await runningApp();
    await running.signIn('li', ['viewer']);
    const [cookie] = (await signInAs(running, 'li', PASSWORD)).cookies;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
  });

  it('with a one-time password allows nothing but changing it', async () => {
    const running = await runningApp();
    const made = await running.store.transact((trx) =>
      insertUser(trx, { name: 'li', displayName: '李', roles: ['statistician'], region: '370100', createdBy: null }),
    );
    const answer = await signInAs(running, 'li', made?.password ?? '');
    const headers = { cookie: `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}` };
    const list = () => running.app.inject({ url: '/api/v1/submissions', headers });
    expect((await list()).json().code).toBe('password_change_needed');
    const change = (next: string) =>
      running.app.inject({
        method: 'PUT',
        url: '/api/v1/session/password',
        headers,
        payload: { current: made?.password, next },
      });
    expect((await change('short')).json().code).toBe('password_weak');
    const changed = await change('Granite-Lake-9');
    expect(changed.json().user.mustChangePassword).toBe(false);
    headers.cookie = `${changed.cookies[0]?.name}=${changed.cookies[0]?.value}`;
    expect((await list()).statusCode).toBe(200);
  });

  it('refuses writing requests of other sites', async () => {
    const running = await runningApp();
    const headers = await running.signIn('li', ['statistician'], '370100');
    for (const foreign of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      const answer = await running.app.inject({
        method: 'DELETE',
        url: '/api/v1/session',
        headers: { ...headers, ...foreign },
      });
      expect(answer.json().code).toBe('origin_foreign');
    }
  });
});

describe('roles', () => {
  it('of the three administrators exclude each other', async () => {
    const running = await runningApp();
    const headers = await running.signIn('sec', ['security_admin']);
    const add = (roles: string[], region: string | null) =>
      running.app.inject({
        method: 'POST',
        url: '/api/v1/users',
        headers,
        payload: { name: `u-${roles.join('-')}`, displayName: 'U', roles, region },
      });
    expect((await add(['system_admin', 'auditor'], null)).json().code).toBe('roles_exclusive');
    expect((await add(['auditor', 'statistician'], '370100')).json().code).toBe('roles_exclusive');
    expect((await add(['statistician'], null)).json().code).toBe('body_invalid');
    const made = await add(['statistician'], '370100');
    expect(made.statusCode).toBe(201);
    expect(made.json().password).toHaveLength(22);
    expect(made.body).not.toContain('argon2');
  });

  it('end at once when the user is disabled', async () => {
    const running = await runningApp();
    const security = await running.signIn('sec', ['security_admin']);
    const headers = await running.signIn('li', ['statistician'], '370100');
    const { items } = (await running.app.inject({ url: '/api/v1/users', headers: security })).json();
    const { id } = items.find(({ name }: { name: string }) => name === 'li');
    await running.app.inject({ method: 'POST', url: `/api/v1/users/${id}/disable`, headers: security });
    expect((await running.app.inject({ url: '/api/v1/submissions', headers })).statusCode).toBe(401);
  });

  it('leave a trace of everything, refusals included', async () => {
    const running = await runningApp();
    const headers = await running.signIn('li', ['statistician'], '370100');
    const { headers: type, payload } = upload('地区,指标,年份,数值\n济南市,5G基站数,2025,60500\n', 'a.csv');
    const { id } = (
      await running.app.inject({
        method: 'POST',
        url: '/api/v1/submissions',
        headers: { ...headers, ...type },
        payload,
      })
    ).json();
    await running.app.inject({
      method: 'POST',
      url: `/api/v1/submissions/${id}/submit`,
      headers,
      payload: { reason: '单位为个' },
    });
    await running.app.inject({ url: '/api/v1/users', headers });
    await signInAs(running, 'li', 'wrong');
    const lines = (await findAudit(running.store.read, 100)).map(({ action, outcome }) => `${action} ${outcome}`);
    expect(lines).toEqual(
      expect.arrayContaining([
        'session.open done',
        'submission.add done',
        'submission.approve done',
        'request.refuse refused',
        'session.open refused',
      ]),
    );
    const auditor = await running.signIn('audit', ['auditor']);
    const page = (await running.app.inject({ url: '/api/v1/audit?limit=2', headers: auditor })).json();
    expect([page.items.length, page.next]).toEqual([2, expect.any(String)]);
  });
});
