import { findAudit } from '@dabiao/store/audit';
import { expect, onTestFinished } from 'vitest';
import { Browsing, HOME, type Landed } from './browsing.ts';
import { CLIENT, type ProviderProgram, startProvider } from './provider-program.ts';
import { type Running, runningApp } from './running-app.ts';

export const CALLBACK = `${HOME}/api/v1/session/provider/callback`;

export const providerSettings = (issuer: string) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  PUBLIC_ADDRESS: HOME,
});

export interface Scene extends Running {
  there: ProviderProgram;
  browser: Browsing;
  /** Begins, signs in there as `login` and comes back; the flow's page is opened for `next`. */
  goThrough: (login: string, browser?: Browsing, next?: string) => Promise<Landed>;
  /** The account that is tied to the identity of the same name. */
  tie: (name: string, subject: string) => Promise<void>;
  lastLine: (action: string) => Promise<{ user: string | null; outcome: string; detail: string | null } | undefined>;
  id: (name: string) => Promise<string>;
}

/** The product with a provider that runs on loopback, and a browser that has been nowhere yet. */
export async function scene(env: Record<string, string> = {}): Promise<Scene> {
  const there = await startProvider(CALLBACK);
  onTestFinished(() => there.stop().catch(() => undefined));
  const running = await runningApp({ ...providerSettings(there.issuer), ...env });
  const browser = new Browsing(running.app);
  const security = await running.signIn('sec', ['security_admin']);
  const id = async (name: string) =>
    (await running.store.read.selectFrom('user').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
  const tie = async (name: string, subject: string) => {
    const url = `/api/v1/users/${await id(name)}/identity`;
    const answer = await running.app.inject({ method: 'PUT', url, headers: security, payload: { subject } });
    expect(answer.statusCode).toBe(204);
  };
  const goThrough = async (login: string, by = browser, next = '/submit') => {
    const ask = () => by.call('POST', '/session/provider', { next, lang: 'zh' });
    let asked = await ask();
    // a machine with much else to do says so for a moment
    for (let again = 0; asked.status === 503 && again < 5; again += 1) asked = await ask();
    const { status, body } = asked;
    expect(status).toBe(200);
    const landed = await by.open(body.address);
    // Who signed in there a moment ago is not asked again.
    return landed.url.origin === HOME ? landed : by.signInThere(landed, login);
  };
  const lastLine = async (action: string) => (await findAudit(running.store.read, 1, undefined, { action }))[0];
  return { ...running, there, browser, goThrough, tie, id, lastLine };
}

/** Name of the user a browser is signed in as; null for nobody. */
export const who = async (browser: Browsing) => (await browser.call('GET', '/session')).body.user?.name ?? null;
/** What the page is told of the way there and back. */
export const outcomeOf = ({ url }: Landed) => url.searchParams.get('provider');
