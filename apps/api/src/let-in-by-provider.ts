import { insertAudit } from '@dabiao/store/audit';
import { clearFailures, countTry, findLocked } from '@dabiao/store/failed-sign-ins';
import type { Trx } from '@dabiao/store/open';
import { takeFactor } from '@dabiao/store/recovery-codes';
import { findSecretKey } from '@dabiao/store/secret-key';
import { deleteSession, insertSession } from '@dabiao/store/sessions';
import { findIdentityUser, touchIdentity } from '@dabiao/store/user-identities';
import { findCredentialsById, noteSignIn, setDisabled, type User } from '@dabiao/store/users';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import type { Named } from './identity-provider.ts';
import { type Caller, factorDetail, isUnused } from './let-in.ts';

/** Why somebody whom the provider named is not let in. */
export type Hindrance = 'unlinked' | 'disabled' | 'unused' | 'locked' | 'code_needed' | 'code_wrong';
export type LetIn = { secret: string; user: User } | { hindrance: Hindrance };

interface Entering {
  named: Named;
  caller: Caller;
  /** Six digits or a recovery code, once they were asked for. */
  code: string | null;
}

/** Where a second factor is set up here, its code is asked for unless the provider saw one and is believed. */
async function factorHindrance(
  trx: Trx,
  key: Buffer | null,
  user: User,
  { named, code }: Entering,
): Promise<Hindrance | null> {
  if (!user.twoFactor || named.factorShown) return null;
  if (code === null) return 'code_needed';
  return (await takeFactor(trx, key, user.id, code)) ? null : 'code_wrong';
}

/** A code is a try like a password: counted before it is looked at, and the fifth wrong one locks. */
async function lockOf(
  trx: Trx,
  config: Config,
  name: string,
  code: string | null,
): Promise<{ locked: boolean; justLocked: boolean }> {
  if (code !== null) return countTry(trx, name, config.lock);
  return { locked: (await findLocked(trx, [name])).size > 0, justLocked: false };
}

async function hindranceOf(
  trx: Trx,
  config: Config,
  key: Buffer | null,
  user: User,
  entering: Entering,
): Promise<Hindrance | null> {
  if (user.disabled) return 'disabled';
  if (isUnused(user, config.disableUnusedDays)) return 'unused';
  const { locked, justLocked } = await lockOf(trx, config, user.name, entering.code);
  const hindrance = locked ? 'locked' : await factorHindrance(trx, key, user, entering);
  if (hindrance && justLocked) {
    const line = { user: user.name, action: 'session.lock', outcome: 'refused' as const };
    await insertAudit(trx, { ...line, address: entering.caller.address });
  }
  return hindrance;
}

/**
 * Lets in whom the provider named: only an account that is tied to exactly this issuer and subject, never one of the
 * same name or mail address. What holds for sign-in by password holds here: disabled, unused and locked accounts stay
 * out, and the code of the second factor is asked for. Every outcome is audited.
 */
export async function letInByProvider(deps: Deps, config: Config, entering: Entering): Promise<LetIn> {
  const { store } = deps;
  const { named, caller } = entering;
  const { issuer, subject, shown } = named.identity;
  return store.transact(async (trx): Promise<LetIn> => {
    const key = entering.code === null ? null : await findSecretKey(trx, config.keyFile);
    const id = await findIdentityUser(trx, named.identity);
    const user = id === null ? null : ((await findCredentialsById(trx, id))?.user ?? null);
    const hindrance = user ? await hindranceOf(trx, config, key, user, entering) : 'unlinked';
    const line = { user: user?.name ?? null, action: 'session.open', address: caller.address };
    if (!user || hindrance !== null) {
      if (user && hindrance === 'unused') await setDisabled(trx, user.id, true);
      const detail = { reason: hindrance ?? 'unlinked', issuer, subject, shown };
      await insertAudit(trx, { ...line, outcome: 'refused', detail });
      return { hindrance: hindrance ?? 'unlinked' };
    }
    await clearFailures(trx, user.name);
    await noteSignIn(trx, user.id, { rehashed: null, passwordTooOld: false });
    await touchIdentity(trx, named.identity);
    if (caller.session !== null) await deleteSession(trx, caller.session);
    const factor = await factorDetail(trx, user, entering.code);
    const detail = { issuer, subject, shown, factorShown: named.factorShown, ...factor };
    await insertAudit(trx, { ...line, detail });
    const origin = { by: 'provider', factorShown: named.factorShown } as const;
    return { secret: await insertSession(trx, user.id, caller.address, config.sessions, origin), user };
  });
}
