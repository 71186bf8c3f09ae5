import Type, { type Static } from 'typebox';
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
  mustChangePassword: Type.Boolean(),
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
  }),
});
export type Session = Static<typeof Session>;

export const SignInBody = Shape({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  password: Type.String({ minLength: 1, maxLength: 1024 }),
});
export type SignInBody = Static<typeof SignInBody>;

export const PasswordBody = Shape({
  current: Type.String({ minLength: 1, maxLength: 1024 }),
  next: Type.String({ minLength: 1, maxLength: 1024 }),
});
export type PasswordBody = Static<typeof PasswordBody>;

/** What a user name may be made of: letters of any script, digits, dot, hyphen, underscore, inner spaces. */
export const USER_NAME = '^[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,58}[\\p{L}\\p{N}]$';

export const UserBody = Shape({
  name: Type.String({ pattern: USER_NAME }),
  displayName: Type.String({ minLength: 1, maxLength: 60 }),
  roles: Type.Array(OneOf(ROLES), { minItems: 1, uniqueItems: true }),
  region: Nullable(Type.String({ pattern: '^[0-9]{6}$' })),
});
export type UserBody = Static<typeof UserBody>;

export const UserRow = Shape({
  id: Type.String(),
  name: Type.String(),
  displayName: Type.String(),
  roles: Type.Array(OneOf(ROLES)),
  region: Nullable(Type.String()),
  disabled: Type.Boolean(),
  createdAt: Type.String(),
});
export type UserRow = Static<typeof UserRow>;
export const UsersPage = Shape({ items: Type.Array(UserRow), next: Nullable(Type.String()), total: Type.Integer() });
/** A user just made, with the one-time password that is shown this once. */
export const NewUser = Shape({ user: UserRow, password: Type.String() });

export const AuditLine = Shape({
  seq: Type.Integer(),
  at: Type.String(),
  user: Nullable(Type.String()),
  action: Type.String(),
  object: Nullable(Type.String()),
  outcome: OneOf(['done', 'refused', 'failed'] as const),
  detail: Nullable(Type.String()),
  address: Nullable(Type.String()),
});
export const AuditPage = Shape({ items: Type.Array(AuditLine), next: Nullable(Type.String()), total: Type.Integer() });
export type AuditPage = Static<typeof AuditPage>;
