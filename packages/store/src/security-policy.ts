import type { LockLimits } from './failed-sign-ins.ts';
import type { Db, Trx } from './open.ts';
import type { PASSWORD_POLICIES } from './password-policy.ts';
import type { SessionLimits } from './sessions.ts';
import { findSetting, putSetting } from './settings.ts';

/** What the security administrator decides for everybody. */
export interface SecurityPolicy {
  passwords: keyof typeof PASSWORD_POLICIES;
  twoFactor: 'optional' | 'required';
  sessions: SessionLimits;
  lock: LockLimits;
  /** An account that nobody signed in with for so many days is disabled; 0: never. */
  disableUnusedDays: number;
}

/** The policy that was decided on; null where none was, so that the settings of the server hold. */
export async function findSecurityPolicy(db: Db): Promise<SecurityPolicy | null> {
  const text = await findSetting(db, 'security_policy');
  return text === null ? null : (JSON.parse(text) as SecurityPolicy);
}

export const putSecurityPolicy = (trx: Trx, policy: SecurityPolicy): Promise<void> =>
  putSetting(trx, 'security_policy', JSON.stringify(policy));
