import type { Session, SessionUser } from '@dabiao/contract/session';
import { countRecoveryCodes } from '@dabiao/store/recovery-codes';
import { findRegions } from '@dabiao/store/regions';
import type { SessionOrigin } from '@dabiao/store/sessions';
import { findIdentities } from '@dabiao/store/user-identities';
import type { User } from '@dabiao/store/users';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { rolesOf } from './plugins/sign-in.ts';
import { mustSetUpTwoFactor } from './plugins/who-asks.ts';

/** What the provider calls a user whose account is tied to an identity there. */
async function identityOf(deps: Deps, config: Config, user: User): Promise<SessionUser['identity']> {
  if (!config.provider) return null;
  const found = (await findIdentities(deps.store.read, config.provider.issuer, user.id)).get(user.id);
  return found ? { shown: found.shown ?? found.subject, linkedAt: found.linkedAt } : null;
}

/** Who is signed in and what kind of workspace this is, as the pages are told. */
export async function sessionOf(
  deps: Deps,
  config: Config,
  user: User | null,
  origin: SessionOrigin | null = null,
): Promise<Session> {
  const regions = user?.region ? await findRegions(deps.store.read) : [];
  const { shortest, kinds, maxAgeDays } = config.passwordPolicy;
  const shown: SessionUser | null = user && {
    id: user.id,
    name: user.name,
    displayName: user.displayName,
    roles: rolesOf(user),
    region: user.region,
    clearance: user.clearance,
    regionName: regions.find(({ code }) => code === user.region)?.name ?? null,
    mustChangePassword: user.mustChangePassword,
    twoFactor: user.twoFactor,
    mustSetUpTwoFactor: mustSetUpTwoFactor(config, user, origin),
    recoveryCodes: user.twoFactor ? await countRecoveryCodes(deps.store.read, user.id) : 0,
    identity: await identityOf(deps, config, user),
  };
  return {
    user: shown,
    workspace: {
      demo: config.demo,
      view: config.view,
      version: deps.version,
      review: config.review,
      selfApproval: config.selfApproval,
      password: { shortest, kinds, maxAgeDays },
      provider: config.provider && { label: config.provider.label },
    },
  };
}
