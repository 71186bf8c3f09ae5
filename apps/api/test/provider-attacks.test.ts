import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Browsing, HOME } from './browsing.ts';
import type { Token } from './provider-program.ts';
import { outcomeOf, type Scene, scene, who } from './provider-scene.ts';
import { PASSWORD } from './running-app.ts';

async function tied(env: Record<string, string> = {}): Promise<Scene> {
  const stage = await scene(env);
  await stage.signIn('li', ['statistician'], '370100');
  await stage.tie('li', 'p-1');
  return stage;
}

/** Goes there and stops with the address of the callback in hand, unopened. */
async function callbackOf({ browser }: Pick<Scene, 'browser'>, login = 'p-1'): Promise<URL> {
  const { body } = await browser.call('POST', '/session/provider', { next: '/', lang: 'zh' });
  return (await browser.signInThere(await browser.open(body.address), login, /\/callback\?/)).url;
}

const inSeconds = () => Math.floor(Date.now() / 1000);
const withClaims =
  (changes: (claims: Record<string, unknown>) => Record<string, unknown>) =>
  (token: Token): Token => ({
    ...token,
    claims: { ...token.claims, ...changes(token.claims) },
  });

/** The same content, signed by somebody else under the name of the provider's key. */
function signedByAnother({ header, claims }: Token): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const inside = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${inside}.${sign('RSA-SHA256', Buffer.from(inside), privateKey).toString('base64url')}`;
}

const unsigned = ({ header, claims }: Token): string =>
  `${[{ ...header, alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;

/** Somebody else's claims under the signature that was made for one's own. */
function claimsExchanged({ header, claims }: Token, signed: string): string {
  const inside = [header, { ...claims, sub: 'p-1' }].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return `${inside.join('.')}.${signed.split('.')[2]}`;
}

describe('an ID token', () => {
  const FALSE_TOKENS: [what: string, tamper: (token: Token, signed: string) => Token | string, reason: RegExp][] = [
    ['with the nonce of another sign-in', withClaims(() => ({ nonce: 'another-nonce' })), /nonce/],
    ['without a nonce', withClaims(() => ({ nonce: undefined })), /nonce/],
    ['for another client', withClaims(() => ({ aud: 'another-client' })), /aud/],
    [
      'for several clients, authorized for another',
      withClaims(({ aud }) => ({ aud: [aud, 'other'], azp: 'other' })),
      /azp/,
    ],
    ['of another issuer', withClaims(() => ({ iss: 'http://127.0.0.1:9' })), /iss/],
    ['that has expired', withClaims(() => ({ iat: inSeconds() - 900, exp: inSeconds() - 300 })), /exp/],
    ['without a subject', withClaims(() => ({ sub: undefined })), /sub/],
    [
      'with a changed signature',
      (_, signed) => signed.replace(/\.([^.]+)$/, (_all, text) => `.${text.split('').reverse().join('')}`),
      /signature/i,
    ],
    ['signed by another key', signedByAnother, /signature/i],
    ['with the claims of another person', claimsExchanged, /signature/i],
    ['without a signature (alg none)', unsigned, /alg|signature/i],
    [
      'with an algorithm of shared secrets',
      (token) => ({ ...token, header: { ...token.header, alg: 'HS256' } }),
      /alg|signature/i,
    ],
    ['that is no token', () => 'not.a.token', /./],
  ];

  it.each(FALSE_TOKENS)('%s lets nobody in', async (_, tamper, reason) => {
    const stage = await tied();
    stage.there.tamper = tamper;
    const landed = await stage.goThrough(tamper === claimsExchanged ? 'p-2' : 'p-1');
    expect([landed.url.pathname, outcomeOf(landed)]).toEqual(['/sign-in', 'failed']);
    expect(await who(stage.browser)).toBeNull();
    const line = await stage.lastLine('session.open');
    expect(line).toMatchObject({ user: null, outcome: 'refused' });
    expect(JSON.parse(line?.detail ?? '{}').reason).toMatch(reason);
    // The same, untouched, lets in: it was the token that was refused.
    stage.there.tamper = (token) => token;
    expect((await stage.goThrough('p-1', new Browsing(stage.app))).url.pathname).toBe('/submit');
  });
});

describe('the way back', () => {
  it('with another state is refused, and the answer is spent', async () => {
    const stage = await tied();
    const callback = await callbackOf(stage);
    const forged = new URL(callback);
    forged.searchParams.set('state', 'made-up');
    expect(outcomeOf(await stage.browser.open(forged))).toBe('failed');
    expect((await stage.lastLine('session.open'))?.detail).toContain('state');
    expect(outcomeOf(await stage.browser.open(callback))).toBe('stale');
    expect(await who(stage.browser)).toBeNull();
  });

  it('works once: opened again it lets nobody in', async () => {
    const stage = await tied();
    const callback = await callbackOf(stage);
    await stage.browser.open(callback);
    expect(await who(stage.browser)).toBe('li');
    await stage.browser.call('DELETE', '/session');
    expect(outcomeOf(await stage.browser.open(callback))).toBe('stale');
    expect(await who(stage.browser)).toBeNull();
  });

  it('with a code that was used in another sign-in is refused', async () => {
    const stage = await tied();
    const used = await callbackOf(stage);
    await stage.browser.open(used);
    const second = new Browsing(stage.app);
    const mixed = await callbackOf({ browser: second });
    mixed.searchParams.set('code', used.searchParams.get('code') ?? '');
    expect(outcomeOf(await second.open(mixed))).toBe('failed');
    expect((await stage.lastLine('session.open'))?.detail).toMatch(/invalid_grant/);
    expect(await who(second)).toBeNull();
  });

  it('in another browser is refused: nobody is signed in as somebody else by a link', async () => {
    const stage = await tied();
    const callback = await callbackOf(stage);
    const victim = new Browsing(stage.app);
    expect(outcomeOf(await victim.open(callback))).toBe('stale');
    expect(await who(victim)).toBeNull();
    expect((await stage.lastLine('session.open'))?.detail).toContain('not_begun_here');
  });

  it('from another issuer, as the answer itself says, is refused', async () => {
    const stage = await tied();
    const callback = await callbackOf(stage);
    callback.searchParams.set('iss', 'https://another.example');
    expect(outcomeOf(await stage.browser.open(callback))).toBe('failed');
    expect(await who(stage.browser)).toBeNull();
  });

  it('with a message of an attacker shows and logs none of it', async () => {
    const stage = await tied();
    const { body } = await stage.browser.call('POST', '/session/provider', { next: '/', lang: 'zh' });
    const state = new URL(body.address).searchParams.get('state') ?? '';
    const query = new URLSearchParams({
      state,
      iss: stage.there.issuer,
      error: '<b>x</b>',
      error_description: 'call 110',
    });
    const landed = await stage.browser.open(`${HOME}/api/v1/session/provider/callback?${query}`);
    expect(outcomeOf(landed)).toBe('failed');
    expect(landed.url.href).not.toMatch(/110|%3Cb/);
    expect((await stage.lastLine('session.open'))?.detail).not.toMatch(/110|<b>/);
  });

  it('never leaves this product', async () => {
    const { browser } = await tied();
    const elsewhere = [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      'evil',
      '',
      '/a\\b',
    ];
    for (const next of elsewhere) {
      const { body } = await browser.call('POST', '/session/provider', { next, lang: 'zh' });
      expect([next, body.code]).toEqual([next, 'body_invalid']);
    }
  });

  it('writes a line for every refusal, each with its address', async () => {
    const stage = await tied();
    await new Browsing(stage.app).open(`${HOME}/api/v1/session/provider/callback?code=x&state=y`);
    const lines = await findAudit(stage.store.read, 1, undefined, { action: 'session.open', outcome: 'refused' });
    expect(lines[0]).toMatchObject({ user: null, address: '127.0.0.1' });
    expect(lines[0]?.detail).not.toContain('"x"');
  });
});

describe('a provider that cannot be reached', () => {
  const start = (browser: Browsing) => browser.call('POST', '/session/provider', { next: '/', lang: 'zh' });

  it('is said to be so; people sign in here meanwhile, and there again once it is back', async () => {
    const stage = await tied();
    const port = Number(new URL(stage.there.issuer).port);
    await stage.there.stop();
    const answer = await start(stage.browser);
    expect([answer.status, answer.body.code]).toEqual([503, 'provider_unreachable']);
    expect((await stage.browser.call('POST', '/session', { name: 'li', password: PASSWORD })).status).toBe(200);
    const { startProvider } = await import('./provider-program.ts');
    const back = await startProvider(`${HOME}/api/v1/session/provider/callback`, port);
    onTestFinished(() => back.stop());
    expect((await start(stage.browser)).status).toBe(200);
  });

  it('between going there and coming back is said to be so too', async () => {
    const stage = await tied();
    const callback = await callbackOf(stage);
    await stage.there.stop();
    expect(outcomeOf(await stage.browser.open(callback))).toBe('unreachable');
  });

  it('that answers with something else, or calls itself otherwise, is not spoken to', async () => {
    const odd = createServer((request, response) => {
      const issuer = 'https://another.example';
      const text = request.url?.startsWith('/odd')
        ? 'hello'
        : JSON.stringify({ issuer, authorization_endpoint: `${issuer}/a` });
      response.setHeader('content-type', 'application/json').end(text);
    });
    await new Promise<void>((done) => odd.listen(0, '127.0.0.1', done));
    onTestFinished(() => void odd.close());
    const address = odd.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    for (const path of ['/odd', '']) {
      const stage = await scene({ OIDC_ISSUER: `http://127.0.0.1:${port}${path}` });
      expect((await start(stage.browser)).body.code).toBe('provider_unreachable');
    }
  });
});
