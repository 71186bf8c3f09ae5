import type { SignInBody } from '@dabiao/contract/session';
import { insertAudit } from '@dabiao/store/audit';
import { clearFailures, countTry, forgetTry } from '@dabiao/store/failed-sign-ins';
import type { Trx } from '@dabiao/store/open';
import { hashPassword, isOutdatedHash, verifyPassword } from '@dabiao/store/password';
import { countRecoveryCodes, takeFactor } from '@dabiao/store/recovery-codes';
import { findSecretKey } from '@dabiao/store/secret-key';
import { deleteSession, insertSession } from '@dabiao/store/sessions';
import {
  type Credentials,
  findCredentials,
  findCredentialsById,
  noteSignIn,
  setDisabled,
  type User,
} from '@dabiao/store/users';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';

const DAY_MS = 24 * 3_600_000;

/** Spends the same time on a name that does not exist, so that names cannot be guessed by the clock. */
const decoy = hashPassword('decoy for unknown names');

/** From where somebody signs in, and the session they had there before, which ends. */
export interface Caller {
  address: string;
  session: string | null;
}

const isOlder = (time: string, days: number): boolean => Date.now() - Date.parse(time) > days * DAY_MS;

/** Whether nobody used the account for so long that it is to be disabled. */
export const isUnused = (user: User, days: number): boolean =>
  days > 0 && isOlder(user.lastSignInAt ?? user.createdAt, days);

type Reason = 'wrong' | 'locked' | 'disabled' | 'unused' | 'code_needed' | 'code_wrong';

/** What the caller is told: whether a name exists, is disabled or has a wrong code is not told apart. */
const told = (reason: Reason): Problem =>
  new Problem(reason === 'locked' ? 'sign_in_locked' : reason === 'code_needed' ? 'code_needed' : 'sign_in_failed');

/** Why a person whose password is right is not let in all the same; null where they are. */
async function hindrance(
  trx: Trx,
  known: Credentials,
  body: SignInBody,
  of: { key: Buffer | null; days: number },
): Promise<Reason | null> {
  const { user } = known;
  if (user.disabled) return 'disabled';
  if (isUnused(user, of.days)) return 'unused';
  if (!user.twoFactor) return null;
  if (body.code === undefined) return 'code_needed';
  return (await takeFactor(trx, of.key, user.id, body.code)) ? null : 'code_wrong';
}

/** What the audit is told of the second factor: whether a recovery code stood in for it, and how many are left. */
export async function factorDetail(
  trx: Trx,
  user: User,
  code: string | null | undefined,
): Promise<Record<string, unknown> | null> {
  if (!code || /^\d{6}$/.test(code)) return null;
  return { factor: 'recovery', left: await countRecoveryCodes(trx, user.id) };
}

async function open(trx: Trx, known: Credentials, body: SignInBody, caller: Caller, config: Config): Promise<string> {
  const { maxAgeDays } = config.passwordPolicy;
  await clearFailures(trx, body.name);
  await noteSignIn(trx, known.user.id, {
    rehashed: isOutdatedHash(known.passwordHash) ? await hashPassword(body.password) : null,
    passwordTooOld: maxAgeDays !== null && isOlder(known.passwordSetAt, maxAgeDays),
  });
  if (caller.session !== null) await deleteSession(trx, caller.session);
  const detail = known.user.twoFactor ? await factorDetail(trx, known.user, body.code) : null;
  await insertAudit(trx, { user: known.user.name, action: 'session.open', detail, address: caller.address });
  return insertSession(trx, known.user.id, caller.address, config.sessions);
}

/**
 * Signs somebody in by name, password and, where they have one, the code of their second factor. Every try is counted
 * before the password is looked at, and audited.
 * @returns the secret of the new session and its user
 * @throws Problem sign_in_failed, sign_in_locked, code_needed
 */
export async function letIn(
  deps: Deps,
  config: Config,
  body: SignInBody,
  caller: Caller,
): Promise<{ secret: string; user: User }> {
  const { store } = deps;
  const { locked, justLocked } = await store.transact((trx) => countTry(trx, body.name, config.lock));
  const known = await findCredentials(store.read, body.name);
  const right = await verifyPassword(known?.passwordHash ?? (await decoy), body.password);
  const result = await store.transact(async (trx): Promise<string | { reason: Reason }> => {
    const key = known?.user.twoFactor ? await findSecretKey(trx, config.keyFile) : null;
    const found = known && right && !locked ? known : null;
    const reason = found
      ? await hindrance(trx, found, body, { key, days: config.disableUnusedDays })
      : locked
        ? 'locked'
        : 'wrong';
    if (found && reason === null) return open(trx, found, body, caller, config);
    if (reason === 'code_needed') await forgetTry(trx, body.name);
    if (found && reason === 'unused') await setDisabled(trx, found.user.id, true);
    // The name of somebody who exists; what else was typed may be a password in the wrong field.
    const line = { user: known?.user.name ?? null, outcome: 'refused' as const, address: caller.address };
    await insertAudit(trx, { ...line, action: 'session.open', detail: { reason } });
    if (justLocked && reason !== 'code_needed') await insertAudit(trx, { ...line, action: 'session.lock' });
    return { reason: reason ?? 'wrong' };
  });
  if (typeof result !== 'string') throw told(result.reason);
  const now = known && (await findCredentialsById(store.read, known.user.id));
  if (!now) throw new Problem('sign_in_failed');
  return { secret: result, user: now.user };
}
