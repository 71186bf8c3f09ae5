import type { App } from '../src/routes/routes.ts';

/** Where the product believes to be reached; requests to it are injected. */
export const HOME = 'http://127.0.0.1:8080';

export interface Landed {
  url: URL;
  status: number;
  text: string;
}

interface Cookie {
  value: string;
  strict: boolean;
}

/**
 * As much of a browser as signing in elsewhere needs: cookies by origin, redirects followed, and strict cookies kept
 * back from what another site sends the browser to.
 */
export class Browsing {
  readonly #jar = new Map<string, Map<string, Cookie>>();
  readonly #app: App;
  /** Every address that was opened, in order. */
  readonly visited: URL[] = [];

  constructor(app: App) {
    this.#app = app;
  }

  cookies(origin = HOME): string[] {
    return [...(this.#jar.get(origin)?.keys() ?? [])];
  }

  #cookieHeader(origin: string, fromElsewhere: boolean): string {
    const kept = [...(this.#jar.get(origin) ?? [])].filter(([, { strict }]) => !(strict && fromElsewhere));
    return kept.map(([name, { value }]) => `${name}=${value}`).join('; ');
  }

  #keep(origin: string, headers: readonly string[]): void {
    const jar = this.#jar.get(origin) ?? new Map<string, Cookie>();
    this.#jar.set(origin, jar);
    for (const header of headers) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      const isGone = value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(header);
      if (isGone) jar.delete(name);
      else jar.set(name, { value, strict: /samesite=strict/i.test(header) });
    }
  }

  async #ask(
    url: URL,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    body: string | object | null,
    fromElsewhere: boolean,
  ) {
    this.visited.push(url);
    const cookie = this.#cookieHeader(url.origin, fromElsewhere);
    if (url.origin === HOME) {
      const payload = body === null ? {} : { payload: body };
      const answer = await this.#app.inject({
        method,
        url: url.pathname + url.search,
        headers: { cookie, host: url.host },
        ...payload,
      });
      this.#keep(url.origin, [answer.headers['set-cookie'] ?? []].flat());
      return { status: answer.statusCode, location: answer.headers.location ?? null, text: answer.body };
    }
    const form =
      typeof body === 'string'
        ? { body, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' } }
        : { headers: { cookie } };
    const answer = await fetch(url, { method, redirect: 'manual', ...form });
    this.#keep(url.origin, answer.headers.getSetCookie());
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
  }

  /** Opens an address and goes where it leads; `until` stops before an address that matches. */
  async open(address: string | URL, until?: RegExp, posted: string | null = null): Promise<Landed> {
    let url = new URL(address);
    let body = posted;
    let fromElsewhere = false;
    for (let hops = 0; hops < 12; hops += 1) {
      const { status, location, text } = await this.#ask(url, body === null ? 'GET' : 'POST', body, fromElsewhere);
      if (location === null) return { url, status, text };
      const next = new URL(location, url);
      fromElsewhere = next.origin !== url.origin || fromElsewhere;
      [url, body] = [next, null];
      if (until?.test(url.href)) return { url, status, text };
    }
    throw new Error('it goes round in circles');
  }

  /** Asks the product's interface, as its pages do. */
  async call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body: object | null = null) {
    const { status, text } = await this.#ask(new URL(`/api/v1${path}`, HOME), method, body, false);
    return { status, body: text === '' ? null : JSON.parse(text) };
  }

  /** Fills in the provider's page as somebody. */
  async signInThere(page: Landed, login: string, until?: RegExp): Promise<Landed> {
    const action = /action="([^"]+)"/.exec(page.text)?.[1];
    if (action === undefined) throw new Error(`no form to sign in: ${page.status} ${page.text.slice(0, 200)}`);
    return this.open(new URL(action, page.url), until, new URLSearchParams({ login }).toString());
  }
}
