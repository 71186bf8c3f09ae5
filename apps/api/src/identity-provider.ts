import type { Identity } from '@dabiao/store/user-identities';
import type { Configuration, IDToken } from 'openid-client';
import type { ProviderSettings } from './provider-settings.ts';

/** How long the provider may take for one answer, and how long what it says of itself is believed. */
const ANSWER_SECONDS = 8;
const KNOWN_MS = 3_600_000;
const MOST_SHOWN = 100;

/** What one sign-in is bound to; none of it is told to anybody but the provider, and the verifier to it only at the end. */
export interface Exchange {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider named, and whether it saw a second factor (and is believed). */
export interface Named {
  identity: Identity;
  factorShown: boolean;
}

export type RefusalReason = 'unreachable' | 'denied' | 'failed';

/** Why nobody was named; `detail` is for the audit and holds nothing secret. */
export class ProviderRefusal extends Error {
  readonly reason: RefusalReason;
  readonly detail: string;

  constructor(reason: RefusalReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}

const UNREACHABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** What went wrong, as one of three words and a short text without what the provider or the browser sent. */
function refusalOf(error: unknown): ProviderRefusal {
  if (error instanceof ProviderRefusal) return error;
  const { code = '', error: word = '', cause, message = '' } = error as { [key: string]: unknown } & Error;
  const inner = (cause as { message?: string } | undefined)?.message ?? '';
  const said = /^[a-z_]{1,40}$/.test(String(word)) ? String(word) : 'unknown';
  if (code === 'OAUTH_RESPONSE_BODY_ERROR') return new ProviderRefusal('failed', said);
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') {
    return new ProviderRefusal(said === 'access_denied' ? 'denied' : 'failed', said);
  }
  const isDown = UNREACHABLE.has(String(code)) || (error instanceof TypeError && message === 'fetch failed');
  const text = [String(code), inner || message].filter((part) => part !== '').join(': ');
  return new ProviderRefusal(isDown ? 'unreachable' : 'failed', text.slice(0, 160));
}

/**
 * The one provider of this system. It is asked what it offers when somebody first signs in there, and again where that
 * failed or is an hour old: a start never waits for it. The library comes with the first sign-in too.
 */
export class IdentityProvider {
  readonly settings: ProviderSettings;
  #known: { at: number; config: Promise<Configuration> } | null = null;

  constructor(settings: ProviderSettings) {
    this.settings = settings;
  }

  /** Where the browser is to go, and what the answer will be held against. @throws ProviderRefusal */
  async begin(): Promise<{ address: URL; exchange: Exchange }> {
    try {
      const [client, config] = await Promise.all([import('openid-client'), this.#configuration()]);
      const exchange = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const levels = this.settings.factorLevels.join(' ');
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: this.settings.callback.href,
        scope: this.settings.scopes,
        state: exchange.state,
        nonce: exchange.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(exchange.verifier),
        code_challenge_method: 'S256',
        ...(levels === '' ? {} : { acr_values: levels }),
      });
      return { address, exchange };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /**
   * Exchanges the code and reads the ID token: signature, issuer, audience, times, nonce.
   * @param query the query string the browser came back with
   * @throws ProviderRefusal
   */
  async finish(query: string, exchange: Exchange): Promise<Named> {
    try {
      const [client, config] = await Promise.all([import('openid-client'), this.#configuration()]);
      const url = new URL(this.settings.callback);
      url.search = query;
      const tokens = await client.authorizationCodeGrant(config, url, {
        expectedState: exchange.state,
        expectedNonce: exchange.nonce,
        pkceCodeVerifier: exchange.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new ProviderRefusal('failed', 'no ID token');
      const issuer = new URL(claims.iss).href;
      // The library allows some providers issuers of many tenants; here it is the one that was set.
      if (issuer !== this.settings.issuer) throw new ProviderRefusal('failed', 'another issuer');
      const named = claims[this.settings.claim] ?? (await this.#asked(config, tokens.access_token, claims.sub));
      const shown = typeof named === 'string' && named.trim() !== '' ? named.trim().slice(0, MOST_SHOWN) : null;
      const identity = { issuer, subject: claims.sub, shown };
      return { identity, factorShown: this.#believesFactor(claims) };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Where signing out at the provider begins; null where that is not wanted, not offered, or not known. */
  async signOutAddress(): Promise<string | null> {
    if (!this.settings.signOutThere) return null;
    try {
      const [client, config] = await Promise.all([import('openid-client'), this.#configuration()]);
      if (!config.serverMetadata().end_session_endpoint) return null;
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: new URL('/', this.settings.callback).href })
        .href;
    } catch {
      // Signing out here must not depend on the provider.
      return null;
    }
  }

  /** The claim to show, from where many providers keep it; what is only shown may be missing. */
  async #asked(config: Configuration, accessToken: string, subject: string): Promise<unknown> {
    if (!config.serverMetadata().userinfo_endpoint) return null;
    const client = await import('openid-client');
    const info = await client.fetchUserInfo(config, accessToken, subject).catch(() => null);
    return info?.[this.settings.claim] ?? null;
  }

  #believesFactor({ amr, acr }: IDToken): boolean {
    const { trustFactor, factorLevels } = this.settings;
    const methods: readonly unknown[] = Array.isArray(amr) ? amr : [];
    return trustFactor && (methods.includes('mfa') || (typeof acr === 'string' && factorLevels.includes(acr)));
  }

  #configuration(): Promise<Configuration> {
    if (this.#known && Date.now() - this.#known.at < KNOWN_MS) return this.#known.config;
    const config = this.#discover();
    const known = { at: Date.now(), config };
    this.#known = known;
    config.catch(() => {
      if (this.#known === known) this.#known = null;
    });
    return config;
  }

  async #discover(): Promise<Configuration> {
    const client = await import('openid-client');
    const { issuer, clientId, clientSecret } = this.settings;
    const [basic, post] = [client.ClientSecretBasic(clientSecret), client.ClientSecretPost(clientSecret)];
    return client.discovery(
      new URL(issuer),
      clientId,
      // What it signs with is what its description says, or RS256.
      {},
      (server, registered, body, headers) => {
        const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
        return (ways.includes('client_secret_basic') ? basic : post)(server, registered, body, headers);
      },
      {
        timeout: ANSWER_SECONDS,
        execute: [
          // The signature is checked although the token comes from the provider itself.
          client.enableNonRepudiationChecks,
          ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
        ],
      },
    );
  }
}
