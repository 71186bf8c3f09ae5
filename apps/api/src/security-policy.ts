import type { SecurityPolicy as WirePolicy } from '@dabiao/contract/security-policy';
import { PASSWORD_POLICIES } from '@dabiao/store/password-policy';
import type { SecurityPolicy } from '@dabiao/store/security-policy';
import type { Config } from './config.ts';

/** Puts a policy in force: the next request is judged by it. */
export function applyPolicy(config: Config, policy: SecurityPolicy): void {
  config.passwordPolicy = PASSWORD_POLICIES[policy.passwords];
  config.twoFactor = policy.twoFactor;
  config.sessions = policy.sessions;
  config.lock = policy.lock;
  config.disableUnusedDays = policy.disableUnusedDays;
}

/** The policy in force as it is told and stored in the audit. */
export const policyInForce = (config: Config): WirePolicy => ({
  passwords: config.passwordPolicy === PASSWORD_POLICIES.nist ? 'nist' : 'dengbao',
  twoFactor: config.twoFactor,
  idleMinutes: config.sessions.idleMinutes,
  sessionHours: config.sessions.hours,
  lockTries: config.lock.tries,
  lockMinutes: config.lock.minutes,
  disableUnusedDays: config.disableUnusedDays,
});

export const fromWire = (policy: WirePolicy): SecurityPolicy => ({
  passwords: policy.passwords,
  twoFactor: policy.twoFactor,
  sessions: { idleMinutes: policy.idleMinutes, hours: policy.sessionHours },
  lock: { tries: policy.lockTries, minutes: policy.lockMinutes },
  disableUnusedDays: policy.disableUnusedDays,
});

/** What differs, before and after; null where nothing does. */
export function changesOf(before: WirePolicy, after: WirePolicy): { before: object; after: object } | null {
  const keys = (Object.keys(after) as (keyof WirePolicy)[]).filter((key) => before[key] !== after[key]);
  if (keys.length === 0) return null;
  const pick = (from: WirePolicy) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { before: pick(before), after: pick(after) };
}
