import { EXCLUSIVE_ROLES, type Role } from '@dabiao/contract/session';

/** Roles that cannot be given beside those chosen. */
export function excludedRoles(chosen: readonly Role[]): Set<Role> {
  const out = new Set<Role>();
  for (const [one, other] of EXCLUSIVE_ROLES) {
    if (chosen.includes(one)) out.add(other);
    if (chosen.includes(other)) out.add(one);
  }
  return out;
}
