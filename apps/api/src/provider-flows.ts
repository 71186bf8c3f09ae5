import { newSecret } from '@dabiao/store/key';
import type { Exchange, Named } from './identity-provider.ts';

/** How long somebody may take at the provider, and how many may be on their way at once. */
const KEPT_MS = 10 * 60_000;
const KEPT = 10_000;

export const FLOW_SECONDS = KEPT_MS / 1000;

/** A sign-in that is on its way; known to one browser by its cookie. */
export interface Flow {
  exchange: Exchange;
  lang: 'zh' | 'en';
  /** Where to go afterwards; an address inside the product. */
  next: string;
  /** The session it was begun in: the one whose account is to be tied, or that ends with the new one. */
  session: string | null;
  /** Whether an account is to be tied to the identity. */
  links: boolean;
  /** Whom the provider named, once it did: half-way in. They owe a code, or are tied to no account. */
  named: (Named & { owes: boolean }) | null;
}

/**
 * The sign-ins on their way. Kept in memory: one that a restart interrupts is begun again. Each answer of the provider
 * is taken once.
 */
export class ProviderFlows {
  readonly #flows = new Map<string, { flow: Flow; until: number }>();

  /** @returns the secret for the browser's cookie */
  add(flow: Flow): string {
    this.#forget();
    const secret = newSecret();
    this.#flows.set(secret, { flow, until: Date.now() + KEPT_MS });
    return secret;
  }

  find(secret: string | undefined): Flow | null {
    const kept = secret === undefined ? undefined : this.#flows.get(secret);
    return kept && kept.until > Date.now() ? kept.flow : null;
  }

  /** Finds it and forgets it. */
  take(secret: string | undefined): Flow | null {
    const flow = this.find(secret);
    if (secret !== undefined) this.#flows.delete(secret);
    return flow;
  }

  #forget(): void {
    const now = Date.now();
    for (const [secret, { until }] of this.#flows) {
      if (until > now && this.#flows.size < KEPT) return;
      this.#flows.delete(secret);
    }
  }
}
