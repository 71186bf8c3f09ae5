import Type, { type Static } from 'typebox';
import { OneOf, Shape } from './schema.ts';

export const PASSWORD_PROFILES = ['dengbao', 'nist'] as const;

/** Bounds that no setting can leave. */
export const POLICY_BOUNDS = {
  idleMinutes: { minimum: 5, maximum: 120 },
  sessionHours: { minimum: 1, maximum: 24 },
  lockTries: { minimum: 3, maximum: 10 },
  lockMinutes: { minimum: 5, maximum: 1440 },
  disableUnusedDays: { minimum: 30, maximum: 365 },
} as const;

/**
 * What the security administrator decides for everybody, each within bounds that no setting can leave. How long the
 * audit is kept is not among them: its lines are never removed.
 */
export const SecurityPolicy = Shape({
  passwords: OneOf(PASSWORD_PROFILES),
  /** Whether administrators and reviewers must have a second factor. */
  twoFactor: OneOf(['optional', 'required'] as const),
  /** A session ends after so many idle minutes, and after so many hours in any case. */
  idleMinutes: Type.Integer(POLICY_BOUNDS.idleMinutes),
  sessionHours: Type.Integer(POLICY_BOUNDS.sessionHours),
  /** So many failed sign-ins in a row lock a name for so many minutes. */
  lockTries: Type.Integer(POLICY_BOUNDS.lockTries),
  lockMinutes: Type.Integer(POLICY_BOUNDS.lockMinutes),
  /** An account nobody used for so many days is disabled. */
  disableUnusedDays: Type.Integer(POLICY_BOUNDS.disableUnusedDays),
});
export type SecurityPolicy = Static<typeof SecurityPolicy>;

/** The policy in force; `set` tells whether it was decided here or comes from the settings of the server. */
export const PolicyInForce = Shape({
  policy: Shape({
    passwords: OneOf(PASSWORD_PROFILES),
    twoFactor: OneOf(['optional', 'required'] as const),
    idleMinutes: Type.Integer(),
    sessionHours: Type.Integer(),
    lockTries: Type.Integer(),
    lockMinutes: Type.Integer(),
    disableUnusedDays: Type.Integer(),
  }),
  set: Type.Boolean(),
});
export type PolicyInForce = Static<typeof PolicyInForce>;
