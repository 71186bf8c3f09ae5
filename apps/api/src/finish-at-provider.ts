import type { ProviderOutcome } from '@dabiao/contract/provider-outcome';
import { insertAudit } from '@dabiao/store/audit';
import { findSessionById } from '@dabiao/store/sessions';
import { linkIdentity } from '@dabiao/store/user-identities';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { type IdentityProvider, type Named, ProviderRefusal } from './identity-provider.ts';
import { type Hindrance, letInByProvider } from './let-in-by-provider.ts';
import type { Flow } from './provider-flows.ts';

/** What the browser came back with. */
interface Answer {
  /** The sign-in this browser began; null where it began none, or its answer was taken. */
  flow: Flow | null;
  query: string;
  address: string;
}

/** Let in, or what the page is to say; `named` where the browser is half-way in. */
export type Finished = { secret: string } | { outcome: ProviderOutcome; named: Flow['named'] };

const OUTCOMES: Record<Hindrance, ProviderOutcome> = {
  unlinked: 'unlinked',
  disabled: 'disabled',
  unused: 'disabled',
  locked: 'locked',
  code_needed: 'code',
  code_wrong: 'failed',
};

const outcome = (word: ProviderOutcome, named: Flow['named'] = null): Finished => ({ outcome: word, named });

/** Ties the account of the session the flow was begun in, if that still runs, to the identity. */
async function link(deps: Deps, config: Config, flow: Flow, named: Named, address: string): Promise<Finished> {
  return deps.store.transact(async (trx) => {
    const begun = flow.session === null ? null : await findSessionById(trx, flow.session, config.sessions);
    if (!begun) {
      await insertAudit(trx, {
        user: null,
        action: 'user.link',
        outcome: 'refused',
        detail: { reason: 'session_gone' },
        address,
      });
      return outcome('stale');
    }
    const { name, id } = begun.user;
    const linked = await linkIdentity(trx, named.identity, id);
    const detail = linked ? { ...named.identity } : { ...named.identity, reason: 'taken' };
    const line = { user: name, action: 'user.link', object: name, detail, address };
    await insertAudit(trx, { ...line, outcome: linked ? 'done' : 'refused' });
    return outcome(linked ? 'linked' : 'taken');
  });
}

async function refuse(deps: Deps, flow: Flow | null, reason: string, address: string): Promise<void> {
  const action = flow?.links ? 'user.link' : 'session.open';
  await deps.store.transact((trx) =>
    insertAudit(trx, { user: null, action, outcome: 'refused', detail: { by: 'provider', reason }, address }),
  );
}

/** The end of a sign-in at the provider: the answer is held against what this browser began. Audited in any case. */
export async function finishAtProvider(
  deps: Deps,
  config: Config,
  provider: IdentityProvider,
  { flow, query, address }: Answer,
): Promise<Finished> {
  if (!flow || flow.named) {
    await refuse(deps, flow, 'not_begun_here', address);
    return outcome('stale');
  }
  let named: Named;
  try {
    named = await provider.finish(query, flow.exchange);
  } catch (error) {
    if (!(error instanceof ProviderRefusal)) throw error;
    await refuse(deps, flow, error.detail, address);
    return outcome(error.reason);
  }
  if (flow.links) return link(deps, config, flow, named, address);
  const done = await letInByProvider(deps, config, { named, caller: { address, session: flow.session }, code: null });
  if ('secret' in done) return { secret: done.secret };
  const { hindrance } = done;
  const isHalfWay = hindrance === 'code_needed' || hindrance === 'unlinked';
  return outcome(OUTCOMES[hindrance], isHalfWay ? { ...named, owes: hindrance === 'code_needed' } : null);
}
