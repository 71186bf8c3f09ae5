import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { Browsing, HOME } from './browsing.ts';
import { outcomeOf, type Scene, scene, who } from './provider-scene.ts';
import { PASSWORD } from './running-app.ts';

/** Signed in by password as `name`, on the way to tying the account. */
async function atHome(stage: Scene, name: string): Promise<Browsing> {
  const browser = new Browsing(stage.app);
  expect((await browser.call('POST', '/session', { name, password: PASSWORD })).status).toBe(200);
  return browser;
}

async function linkThere(browser: Browsing, login: string, password = PASSWORD) {
  const { status, body } = await browser.call('POST', '/session/provider/link', { password, lang: 'zh' });
  if (status !== 200) return { status, code: body.code as string, landed: null };
  return { status, code: null, landed: await browser.signInThere(await browser.open(body.address), login) };
}

describe('tying an account to an identity', () => {
  it('is done by its owner, with the password, and undone so', async () => {
    const stage = await scene();
    await stage.signIn('li', ['viewer']);
    const browser = await atHome(stage, 'li');
    expect(await linkThere(browser, 'p-1', 'wrong')).toMatchObject({ status: 401, code: 'sign_in_failed' });
    const { landed } = await linkThere(browser, 'p-1');
    expect([landed?.url.pathname, landed && outcomeOf(landed)]).toEqual(['/account', 'linked']);
    // The strict cookie was not sent along from the provider, and is there all the same.
    expect(await who(browser)).toBe('li');
    expect((await browser.call('GET', '/session')).body.user.identity.shown).toBe('p-1@example.gov.cn');
    expect(await stage.lastLine('user.link')).toMatchObject({ user: 'li', outcome: 'done' });
    const elsewhere = new Browsing(stage.app);
    await stage.goThrough('p-1', elsewhere);
    expect(await who(elsewhere)).toBe('li');
    expect((await browser.call('DELETE', '/session/identity', { password: 'wrong' })).body.code).toBe('sign_in_failed');
    expect((await browser.call('DELETE', '/session/identity', { password: PASSWORD })).body.user.identity).toBeNull();
    // Whoever came in by the identity is out with it, the password's session is not.
    expect([await who(elsewhere), await who(browser)]).toEqual([null, 'li']);
    expect(outcomeOf(await stage.goThrough('p-1', elsewhere))).toBe('unlinked');
    expect(await stage.lastLine('user.unlink')).toMatchObject({ user: 'li', object: 'li' });
  });

  it('never takes an identity from another account', async () => {
    const stage = await scene();
    for (const name of ['li', 'wang']) await stage.signIn(name, ['viewer']);
    await stage.tie('li', 'p-1');
    const { landed } = await linkThere(await atHome(stage, 'wang'), 'p-1');
    expect(landed && outcomeOf(landed)).toBe('taken');
    expect(await stage.lastLine('user.link')).toMatchObject({ user: 'wang', outcome: 'refused' });
    await stage.goThrough('p-1');
    expect(await who(stage.browser)).toBe('li');
    const sec = await atHome(stage, 'sec');
    const answer = await sec.call('PUT', `/users/${await stage.id('wang')}/identity`, { subject: 'p-1' });
    expect([answer.status, answer.body.code]).toEqual([409, 'identity_taken']);
  });

  it('ends with the session it was begun in, and with another browser', async () => {
    const stage = await scene();
    await stage.signIn('li', ['viewer']);
    const browser = await atHome(stage, 'li');
    const begun = await browser.call('POST', '/session/provider/link', { password: PASSWORD, lang: 'en' });
    const page = await browser.open(begun.body.address);
    // Signed out elsewhere meanwhile; the cookie of the flow is still there.
    await stage.store.transact((trx) => trx.deleteFrom('session').execute());
    const landed = await browser.signInThere(page, 'p-1');
    expect([landed.url.pathname, landed.url.search]).toEqual(['/account', '?provider=stale&lang=en']);
    expect(await stage.store.read.selectFrom('user_identity').selectAll().execute()).toEqual([]);
    // An attacker's way back does not tie the attacker's identity to the account of who opens it.
    const attacker = await atHome(stage, 'li');
    const start = await attacker.call('POST', '/session/provider/link', { password: PASSWORD, lang: 'zh' });
    const { url } = await attacker.signInThere(await attacker.open(start.body.address), 'p-666', /\/callback\?/);
    const victim = await atHome(stage, 'sec');
    expect(outcomeOf(await victim.open(url))).toBe('stale');
    expect(await stage.store.read.selectFrom('user_identity').selectAll().execute()).toEqual([]);
  });

  it('is done by the security administrator for others, never for themselves', async () => {
    const stage = await scene();
    await stage.signIn('li', ['viewer']);
    const sec = await atHome(stage, 'sec');
    const [li, self] = [await stage.id('li'), await stage.id('sec')];
    expect((await sec.call('PUT', `/users/${li}/identity`, { subject: 'p-1' })).status).toBe(204);
    expect((await sec.call('PUT', `/users/${self}/identity`, { subject: 'p-2' })).body.code).toBe('own_account');
    expect((await sec.call('PUT', '/users/nobody/identity', { subject: 'p-2' })).status).toBe(404);
    for (const subject of ['', ' ', 'x'.repeat(256)]) {
      expect((await sec.call('PUT', `/users/${li}/identity`, { subject })).status).toBe(400);
    }
    const { items } = (await sec.call('GET', '/users')).body;
    expect(items.find(({ name }: { name: string }) => name === 'li').identity).toMatchObject({ subject: 'p-1' });
    // Another one instead of it: who came in by the first is out.
    await stage.goThrough('p-1');
    expect((await sec.call('PUT', `/users/${li}/identity`, { subject: 'p-9' })).status).toBe(204);
    expect(await who(stage.browser)).toBeNull();
    expect((await sec.call('DELETE', `/users/${li}/identity`)).status).toBe(204);
    expect((await sec.call('DELETE', `/users/${li}/identity`)).status).toBe(404);
    const lines = await findAudit(stage.store.read, 5, undefined, { object: 'li', user: 'sec' });
    expect(lines.map(({ action }) => action)).toEqual(['user.unlink', 'user.link', 'user.link']);
    expect(lines[1]?.detail).toContain('p-9');
  });
});

describe('signing out of a session from a provider', () => {
  it('stays here unless asked to go on to the provider', async () => {
    for (const [env, expected] of [
      [{}, 204],
      [{ OIDC_SIGN_OUT: 'provider' }, 200],
    ] as const) {
      const stage = await scene(env);
      await stage.signIn('li', ['viewer']);
      await stage.tie('li', 'p-1');
      await stage.goThrough('p-1');
      const { status, body } = await stage.browser.call('DELETE', '/session');
      expect(status).toBe(expected);
      expect(await who(stage.browser)).toBeNull();
      if (expected === 204) continue;
      const there = new URL(body.address);
      expect([there.origin, there.searchParams.get('post_logout_redirect_uri')]).toEqual([
        stage.there.issuer,
        `${HOME}/`,
      ]);
      // A session by password stays out of it, and a provider that is down does not keep anybody signed in.
      const local = await atHome(stage, 'li');
      expect((await local.call('DELETE', '/session')).status).toBe(204);
    }
  });
});

describe('without a provider', () => {
  it('nothing of it is there, and the settings are checked at the start', async () => {
    const { runningApp } = await import('./running-app.ts');
    const { readConfig } = await import('../src/config.ts');
    const { app } = await runningApp();
    expect((await app.inject({ url: '/api/v1/session' })).json().workspace.provider).toBeNull();
    for (const [method, url] of [
      ['GET', '/session/provider'],
      ['GET', '/session/provider/callback'],
    ] as const) {
      expect((await app.inject({ method, url: `/api/v1${url}` })).statusCode).toBe(404);
    }
    const whole = {
      OIDC_ISSUER: 'https://id.example.gov.cn/realm',
      OIDC_CLIENT_ID: 'x',
      OIDC_CLIENT_SECRET: 'y',
      PUBLIC_ADDRESS: 'https://dabiao.example.gov.cn',
    };
    expect(readConfig(whole, '/').provider?.callback.href).toBe(
      'https://dabiao.example.gov.cn/api/v1/session/provider/callback',
    );
    const wrong: [Record<string, string>, RegExp][] = [
      [{ OIDC_ISSUER: 'http://id.example.gov.cn' }, /OIDC_ISSUER/],
      [{ OIDC_ISSUER: 'http://127.0.0.1.evil.example' }, /OIDC_ISSUER/],
      [{ OIDC_ISSUER: 'https://user:pw@id.example' }, /OIDC_ISSUER/],
      [{ OIDC_CLIENT_SECRET: '' }, /OIDC_CLIENT_SECRET/],
      [{ OIDC_CLIENT_ID: ' ' }, /OIDC_CLIENT_ID/],
      [{ OIDC_CLIENT_SECRET_FILE: 'no-such-file' }, /no-such-file/],
      [{ PUBLIC_ADDRESS: 'http://dabiao.example.gov.cn' }, /PUBLIC_ADDRESS/],
      [{ PUBLIC_ADDRESS: 'https://dabiao.example.gov.cn/sub' }, /PUBLIC_ADDRESS/],
    ];
    for (const [change, named] of wrong) expect(() => readConfig({ ...whole, ...change }, '/')).toThrow(named);
  });
});
