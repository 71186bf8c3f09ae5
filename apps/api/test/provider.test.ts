import { linkIdentity } from '@dabiao/store/user-identities';
import { setDisabled } from '@dabiao/store/users';
import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { Browsing, HOME } from './browsing.ts';
import { CLIENT } from './provider-program.ts';
import { CALLBACK, outcomeOf, scene, who } from './provider-scene.ts';
import { PASSWORD } from './running-app.ts';

describe('signing in at a provider', () => {
  it('lets in the account that is tied to the identity, and goes where the user came from', async () => {
    const { browser, goThrough, tie, signIn, lastLine, store } = await scene();
    await signIn('li', ['statistician'], '370100');
    await tie('li', 'p-1001');
    const { body } = await browser.call('GET', '/session');
    expect(body.workspace.provider).toEqual({ label: '统一身份认证' });
    const landed = await goThrough('p-1001');
    expect(landed.url.href).toBe(`${HOME}/submit`);
    expect(await who(browser)).toBe('li');
    // What the browser carried to the provider: a challenge, a state and a nonce, and no secret.
    const sent = browser.visited.find(({ pathname }) => pathname === '/auth');
    expect(sent?.searchParams.get('code_challenge_method')).toBe('S256');
    expect(sent?.searchParams.get('redirect_uri')).toBe(CALLBACK);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(sent?.searchParams.get(name)).toMatch(/^\S{40,}$/);
    expect(browser.visited.map(({ href }) => href).join(' ')).not.toContain(CLIENT.secret);
    expect(browser.cookies()).toEqual(['dabiao_session']);
    const line = await lastLine('session.open');
    expect(line).toMatchObject({ user: 'li', outcome: 'done' });
    expect(JSON.parse(line?.detail ?? '')).toMatchObject({ subject: 'p-1001', shown: 'p-1001@example.gov.cn' });
    const kept = await store.read.selectFrom('user_identity').selectAll().executeTakeFirstOrThrow();
    expect(kept.last_used_at).not.toBeNull();
    expect(await browser.call('DELETE', '/session')).toEqual({ status: 204, body: null });
    expect(await who(browser)).toBeNull();
  });

  it('binds the way there to the browser by a cookie that scripts do not see and that soon ends', async () => {
    const { app } = await scene();
    const payload = { next: '/', lang: 'zh' };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session/provider', payload });
    expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 600 });
    const foreign = { origin: 'https://elsewhere.example' };
    const other = await app.inject({ method: 'POST', url: '/api/v1/session/provider', payload, headers: foreign });
    expect(other.json().code).toBe('origin_foreign');
  });

  it('lets nobody in by name or mail address, and gives nobody an account', async () => {
    const { browser, goThrough, signIn, lastLine, store } = await scene();
    // An account called just as the provider calls the person.
    await signIn('p-2002', ['reviewer']);
    await signIn('p-2002@example.gov.cn'.replace('@', '.'), ['viewer']);
    const before = await store.read.selectFrom('user').select('id').execute();
    const landed = await goThrough('p-2002');
    expect([landed.url.pathname, outcomeOf(landed)]).toEqual(['/sign-in', 'unlinked']);
    expect(await who(browser)).toBeNull();
    expect((await browser.call('GET', '/session/provider')).body).toEqual({
      step: 'unlinked',
      subject: 'p-2002',
      shown: 'p-2002@example.gov.cn',
    });
    expect(await store.read.selectFrom('user').select('id').execute()).toEqual(before);
    const line = await lastLine('session.open');
    expect(line).toMatchObject({ user: null, outcome: 'refused' });
    expect(JSON.parse(line?.detail ?? '')).toMatchObject({ reason: 'unlinked', subject: 'p-2002' });
  });

  it('keeps disabled, unused and locked accounts out', async () => {
    const { browser, goThrough, tie, signIn, store, id, lastLine, app } = await scene();
    await signIn('li', ['viewer']);
    await tie('li', 'p-1');
    for (let time = 0; time < 5; time += 1) {
      await app.inject({ method: 'POST', url: '/api/v1/session', payload: { name: 'li', password: 'wrong' } });
    }
    expect(outcomeOf(await goThrough('p-1'))).toBe('locked');
    await store.transact((trx) => trx.deleteFrom('failed_sign_in').execute());
    const long = new Date(Date.now() - 91 * 86_400_000).toISOString();
    await store.transact((trx) =>
      trx.updateTable('user').set({ last_sign_in_at: long }).where('name', '=', 'li').execute(),
    );
    expect(outcomeOf(await goThrough('p-1', new Browsing(app)))).toBe('disabled');
    expect((await lastLine('session.open'))?.detail).toContain('"unused"');
    const li = await id('li');
    await store.transact((trx) => setDisabled(trx, li, false));
    expect((await goThrough('p-1', new Browsing(app))).url.pathname).toBe('/submit');
    await store.transact((trx) => setDisabled(trx, li, true));
    expect(outcomeOf(await goThrough('p-1', new Browsing(app)))).toBe('disabled');
    expect(await who(browser)).toBeNull();
  });

  it('says so where somebody changed their mind there', async () => {
    const { goThrough, lastLine } = await scene();
    expect(outcomeOf(await goThrough('cancel'))).toBe('denied');
    expect((await lastLine('session.open'))?.detail).toContain('access_denied');
  });

  it('does not ask for the local one-time password of somebody who never used it', async () => {
    const { browser, goThrough, tie, signIn, store } = await scene();
    await signIn('li', ['statistician'], '370100');
    await tie('li', 'p-1');
    await store.transact((trx) =>
      trx.updateTable('user').set({ must_change_password: 1 }).where('name', '=', 'li').execute(),
    );
    await goThrough('p-1');
    expect((await browser.call('GET', '/session')).body.user.mustChangePassword).toBe(false);
    expect((await browser.call('GET', '/submissions')).status).toBe(200);
  });
});

describe('the second factor after a provider', () => {
  const codeOf = (secret: string, ms = Date.now()) => new TOTP({ secret }).generate({ timestamp: ms });
  const ROUTE = '/api/v1/session/second-factor';

  async function withFactor(env: Record<string, string> = {}) {
    const stage = await scene(env);
    const headers = await stage.signIn('zhao', ['reviewer']);
    const begun = await stage.app.inject({ method: 'POST', url: ROUTE, headers, payload: { password: PASSWORD } });
    const { secret } = begun.json();
    await stage.app.inject({ method: 'PUT', url: ROUTE, headers, payload: { code: codeOf(secret) } });
    await stage.tie('zhao', 'p-7');
    return { ...stage, secret };
  }

  it('is still asked for, and its wrong codes lock', async () => {
    const { browser, goThrough, secret, app } = await withFactor();
    expect(outcomeOf(await goThrough('p-7'))).toBe('code');
    expect(await who(browser)).toBeNull();
    expect((await browser.call('GET', '/session/provider')).body).toMatchObject({ step: 'code', subject: null });
    const used = await browser.call('POST', '/session/provider/code', { code: codeOf(secret) });
    expect(used.body.code).toBe('sign_in_failed');
    const next = codeOf(secret, Date.now() + 30_000);
    expect((await browser.call('POST', '/session/provider/code', { code: next })).body.user.name).toBe('zhao');
    expect(await who(browser)).toBe('zhao');
    // The half-way state is gone with it, and another browser never had it.
    expect((await browser.call('POST', '/session/provider/code', { code: next })).body.code).toBe('provider_stale');
    const other = new Browsing(app);
    await goThrough('p-7', other);
    for (let time = 0; time < 5; time += 1) await other.call('POST', '/session/provider/code', { code: '000000' });
    expect((await other.call('POST', '/session/provider/code', { code: '000000' })).body.code).toBe('sign_in_locked');
  });

  it('is not asked for where the provider saw one and is believed', async () => {
    const { browser, goThrough, there } = await withFactor({ OIDC_TRUST_MFA: 'yes' });
    there.claims = { amr: ['pwd', 'mfa'] };
    expect((await goThrough('p-7')).url.pathname).toBe('/submit');
    expect(await who(browser)).toBe('zhao');
  });

  it('is asked for where the provider is not believed, or says nothing', async () => {
    const trusting = await withFactor({ OIDC_TRUST_MFA: 'yes', OIDC_MFA_ACR: 'urn:level:2' });
    trusting.there.claims = { amr: ['pwd'], acr: 'urn:level:1' };
    expect(outcomeOf(await trusting.goThrough('p-7'))).toBe('code');
    const wary = await withFactor();
    wary.there.claims = { amr: ['pwd', 'mfa'], acr: 'urn:level:2' };
    expect(outcomeOf(await wary.goThrough('p-7'))).toBe('code');
  });

  it('that is required but not set up bars, unless the provider saw one', async () => {
    const { goThrough, there, id, store, signIn, app } = await scene({
      TWO_FACTOR: 'required',
      OIDC_TRUST_MFA: 'yes',
      OIDC_MFA_ACR: 'urn:level:2',
    });
    await signIn('zhao', ['reviewer']);
    const identity = { issuer: `${there.issuer}/`, subject: 'p-7', shown: null };
    const zhao = await id('zhao');
    await store.transact((trx) => linkIdentity(trx, identity, zhao));
    const [plain, strong] = [new Browsing(app), new Browsing(app)];
    await goThrough('p-7', plain);
    expect((await plain.call('GET', '/submissions')).body.code).toBe('second_factor_needed');
    there.claims = { acr: 'urn:level:2' };
    await goThrough('p-7', strong);
    expect((await strong.call('GET', '/submissions')).status).toBe(200);
    expect((await strong.call('GET', '/session')).body.user.mustSetUpTwoFactor).toBe(false);
  });
});
