import Type, { type Static } from 'typebox';
import { LabelWord } from './label.ts';
import { Nullable, OneOf, Shape } from './schema.ts';

export const ROLES = ['viewer', 'statistician', 'reviewer', 'system_admin', 'security_admin', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Record<Role, { zh: string; en: string }> = {
  viewer: { zh: '查看', en: 'Viewer' },
  statistician: { zh: '统计员', en: 'Statistician' },
  reviewer: { zh: '审核员', en: 'Reviewer' },
  system_admin: { zh: '系统管理员', en: 'System administrator' },
  security_admin: { zh: '安全管理员', en: 'Security administrator' },
  auditor: { zh: '审计管理员', en: 'Auditor' },
};

/** Roles that one person must not hold together (GB/T 22239-2019 8.1.5). */
export const EXCLUSIVE_ROLES: readonly (readonly [Role, Role])[] = [
  ['system_admin', 'security_admin'],
  ['system_admin', 'auditor'],
  ['security_admin', 'auditor'],
  ['auditor', 'statistician'],
  ['auditor', 'reviewer'],
  ['system_admin', 'statistician'],
  ['system_admin', 'reviewer'],
  ['security_admin', 'statistician'],
  ['security_admin', 'reviewer'],
];

export const SessionUser = Shape({
  id: Type.String(),
  name: Type.String(),
  displayName: Type.String(),
  roles: Type.Array(OneOf(ROLES)),
  region: Nullable(Type.String()),
  regionName: Nullable(Type.String()),
  /** The highest label they may read. */
  clearance: LabelWord,
  mustChangePassword: Type.Boolean(),
  /** Whether a second factor is set up, and whether one has to be before anything else. */
  twoFactor: Type.Boolean(),
  mustSetUpTwoFactor: Type.Boolean(),
  /** How many codes that stand in for it are left. */
  recoveryCodes: Type.Integer(),
  /** What the sign-in provider calls them, where their account is tied to an identity there; null where it is not. */
  identity: Nullable(Shape({ shown: Type.String(), linkedAt: Type.String() })),
});
export type SessionUser = Static<typeof SessionUser>;

/** Who is signed in, and what kind of workspace this is. */
export const Session = Shape({
  user: Nullable(SessionUser),
  workspace: Shape({
    /** Made-up figures: every page says 演示数据，非真实统计. */
    demo: Type.Boolean(),
    view: OneOf(['open', 'signed-in'] as const),
    version: Type.String(),
    review: OneOf(['off', 'required'] as const),
    /** Whether a reviewer may approve what they handed in themselves. */
    selfApproval: Type.Boolean(),
    /** What a new password must be (the rest is told when one is refused). */
    password: Shape({ shortest: Type.Integer(), kinds: Type.Integer(), maxAgeDays: Nullable(Type.Integer()) }),
    /** Where people may sign in elsewhere (OpenID Connect), and the word on its button; null where they may not. */
    provider: Nullable(Shape({ label: Type.String() })),
  }),
});
export type Session = Static<typeof Session>;

/** Six digits of an authenticator, or a recovery code of 24 letters as it may be typed. */
const FACTOR_CODE = '^([0-9]{6}|([0-9A-Za-z][ -]?){23}[0-9A-Za-z])$';

export const SignInBody = Shape({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  password: Type.String({ minLength: 1, maxLength: 1024 }),
  /** Of the authenticator program or a recovery code, where the user has set them up. */
  code: Type.Optional(Type.String({ pattern: FACTOR_CODE })),
});
export type SignInBody = Static<typeof SignInBody>;

export const PasswordBody = Shape({
  current: Type.String({ minLength: 1, maxLength: 1024 }),
  next: Type.String({ minLength: 1, maxLength: 1024 }),
});
export type PasswordBody = Static<typeof PasswordBody>;

const OnlyPassword = { password: Type.String({ minLength: 1, maxLength: 1024 }) };
/** Asked again before a second factor is set up or taken away. */
export const ConfirmBody = Shape(OnlyPassword);
export const CodeBody = Shape({ code: Type.String({ pattern: '^[0-9]{6}$' }) });
export const FactorBody = Shape({ code: Type.String({ pattern: FACTOR_CODE }) });
/** Codes that stand in for the second factor once each, shown this once. */
export const RecoveryCodes = Shape({ codes: Type.Array(Type.String()) });
export type RecoveryCodes = Static<typeof RecoveryCodes>;
/** A new second factor: the secret (base32) and the address an authenticator program reads as a picture. */
export const NewSecondFactor = Shape({ secret: Type.String(), address: Type.String() });
export type NewSecondFactor = Static<typeof NewSecondFactor>;
export const EndedSessions = Shape({ ended: Type.Integer() });

/** Where somebody is signed in now. */
const OwnSession = Shape({
  id: Type.String(),
  createdAt: Type.String(),
  lastSeenAt: Type.String(),
  address: Nullable(Type.String()),
  by: OneOf(['password', 'provider'] as const),
  /** The one asked from. */
  here: Type.Boolean(),
});
export const OwnSessions = Shape({ items: Type.Array(OwnSession) });
export type OwnSessions = Static<typeof OwnSessions>;
/** The beginning of a session's id, as its owner saw it. */
export const OwnSessionParams = Shape({ id: Type.String({ pattern: '^[0-9a-f]{16}$' }) });

/** What a program may do with a token: read, read and hand in, or collect the audit (of an auditor, and nothing else). */
export const TOKEN_SCOPES = ['read', 'submit', 'audit'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What somebody of these roles may let a program do in their name. */
export function scopesOf(roles: readonly string[]): TokenScope[] {
  const works = roles.includes('viewer') || roles.includes('statistician');
  return TOKEN_SCOPES.filter((scope) =>
    scope === 'audit' ? roles.includes('auditor') : scope === 'submit' ? roles.includes('statistician') : works,
  );
}

const TokenRow = Shape({
  id: Type.String(),
  label: Type.String(),
  scopes: Type.Array(OneOf(TOKEN_SCOPES)),
  createdAt: Type.String(),
  expiresAt: Type.String(),
  lastUsedAt: Nullable(Type.String()),
});
export const TokensPage = Shape({ items: Type.Array(TokenRow), next: Nullable(Type.String()), total: Type.Integer() });
export type TokensPage = Static<typeof TokensPage>;
export const TokenBody = Shape({
  label: Type.String({ minLength: 1, maxLength: 60 }),
  scope: OneOf(TOKEN_SCOPES),
  days: Type.Integer({ minimum: 1, maximum: 365 }),
});
export type TokenBody = Static<typeof TokenBody>;
/** A token just made; the secret is shown this once. */
export const NewToken = Shape({ id: Type.String(), secret: Type.String(), expiresAt: Type.String() });
export type NewToken = Static<typeof NewToken>;

/** What a user name may be made of: letters of any script, digits, dot, hyphen, underscore, inner spaces. */
export const USER_NAME = '^[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,58}[\\p{L}\\p{N}]$';

export const UserBody = Shape({
  name: Type.String({ pattern: USER_NAME }),
  displayName: Type.String({ minLength: 1, maxLength: 60 }),
  roles: Type.Array(OneOf(ROLES), { minItems: 1, uniqueItems: true }),
  region: Nullable(Type.String({ pattern: '^[0-9]{6}$' })),
});
export type UserBody = Static<typeof UserBody>;
/** Roles and region a user is to have from now on, instead of those they had. */
export const RolesBody = Shape({ roles: UserBody.properties.roles, region: UserBody.properties.region });
export type RolesBody = Static<typeof RolesBody>;

export const UserRow = Shape({
  id: Type.String(),
  name: Type.String(),
  displayName: Type.String(),
  roles: Type.Array(OneOf(ROLES)),
  region: Nullable(Type.String()),
  disabled: Type.Boolean(),
  createdAt: Type.String(),
  lastSignInAt: Nullable(Type.String()),
  twoFactor: Type.Boolean(),
  clearance: LabelWord,
  /** Too many failed sign-ins; ends by itself after a quarter of an hour. */
  locked: Type.Boolean(),
  /** Who they are at the sign-in provider; null where no identity is tied to the account. */
  identity: Nullable(
    Shape({ subject: Type.String(), shown: Nullable(Type.String()), lastUsedAt: Nullable(Type.String()) }),
  ),
});
export type UserRow = Static<typeof UserRow>;
export const UsersPage = Shape({ items: Type.Array(UserRow), next: Nullable(Type.String()), total: Type.Integer() });
/** A user just made, with the one-time password that is shown this once. */
export const NewUser = Shape({ user: UserRow, password: Type.String() });

const TIME = '^\\d{4}-\\d\\d-\\d\\d(T[0-9:.]{5,12}Z)?$';

export const AuditLine = Shape({
  seq: Type.Integer(),
  at: Type.String(),
  user: Nullable(Type.String()),
  action: Type.String(),
  object: Nullable(Type.String()),
  outcome: OneOf(['done', 'refused', 'failed'] as const),
  detail: Nullable(Type.String()),
  address: Nullable(Type.String()),
  roles: Nullable(Type.String()),
  request: Nullable(Type.String()),
});
/** Lines of the audit after a number, for a program that collects them. */
export const CollectQuery = {
  after: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: 1000 })),
};
/** What to look for in the audit; an action may be given by its noun alone. Times are ISO 8601, `to` excluded. */
export const AuditQuery = {
  user: Type.Optional(Type.String({ maxLength: 100 })),
  action: Type.Optional(Type.String({ pattern: '^[a-z-]{1,40}(\\.[a-z-]{1,40})?$' })),
  object: Type.Optional(Type.String({ maxLength: 200 })),
  outcome: Type.Optional(OneOf(['done', 'refused', 'failed'] as const)),
  from: Type.Optional(Type.String({ pattern: TIME })),
  to: Type.Optional(Type.String({ pattern: TIME })),
};
export const AuditPage = Shape({ items: Type.Array(AuditLine), next: Nullable(Type.String()), total: Type.Integer() });
export type AuditPage = Static<typeof AuditPage>;
