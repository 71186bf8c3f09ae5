import { BlockList, isIPv6 } from 'node:net';
import type { ProblemCode } from '@dabiao/contract/problems';
import type { Role } from '@dabiao/contract/session';
import { findTokenHolder, type TokenHolder, touchToken } from '@dabiao/store/api-tokens';
import type { Store } from '@dabiao/store/open';
import { findSession, type SessionOrigin, touchSession } from '@dabiao/store/sessions';
import type { User } from '@dabiao/store/users';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

/** Who asks, by what, and why they may not do anything yet; all null for a reader without a session. */
export interface WhoAsks {
  user: User | null;
  session: string | null;
  /** How the session was opened; null without one. */
  origin: SessionOrigin | null;
  /** Id of the token a program asked with. */
  token: string | null;
  barred: ProblemCode | null;
}

export const NOBODY: WhoAsks = { user: null, session: null, origin: null, token: null, barred: null };

const ADMINS: readonly string[] = ['system_admin', 'security_admin', 'auditor'];
const STRICT: readonly string[] = [...ADMINS, 'reviewer'];
/** The one address a program may ask of the audit. */
const COLLECTED = '/api/v1/audit.jsonl';
/** A program that holds a token never gets the rights of a reviewer or an administrator. */
const FOR_PROGRAMS: readonly string[] = ['viewer', 'statistician'] satisfies Role[];

/** Whether a second factor must be set up before anything else; not where a provider saw one and is believed. */
export const mustSetUpTwoFactor = (config: Config, user: User, origin: SessionOrigin | null): boolean =>
  config.twoFactor === 'required' &&
  !user.twoFactor &&
  !origin?.factorShown &&
  user.roles.some((role) => STRICT.includes(role));

function addressList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** A check whether an administrator may work from an address. */
function addressCheck(config: Config): (address: string) => boolean {
  if (!config.adminAddresses) return () => true;
  const list = addressList(config.adminAddresses);
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Finds out who asks, from the session cookie or a program's token. */
export function whoAsks(store: Store, config: Config) {
  const mayAdminister = addressCheck(config);

  const touched = (request: FastifyRequest, work: Promise<unknown>): void => {
    // Not waited for: a large file that is being published would hold up everyone who is signed in.
    work.catch((error: unknown) => request.log.warn({ err: error }, 'not noted as seen'));
  };

  const barredFrom = (user: User, origin: SessionOrigin, address: string): ProblemCode | null => {
    if (user.roles.some((role) => ADMINS.includes(role)) && !mayAdminister(address)) return 'address_refused';
    if (user.mustChangePassword) return 'password_change_needed';
    return mustSetUpTwoFactor(config, user, origin) ? 'second_factor_needed' : null;
  };

  /** A token that collects the audit does that and nothing else, from where administrators may work. */
  const collecting = (request: FastifyRequest, { id, user }: TokenHolder): WhoAsks => {
    const collects = request.method === 'GET' && request.url.split('?')[0] === COLLECTED;
    const roles = collects ? user.roles.filter((role) => role === 'auditor') : [];
    const barred = !collects ? 'scope_missing' : mayAdminister(request.ip) ? null : 'address_refused';
    return { user: { ...user, roles }, session: null, origin: null, token: id, barred };
  };

  const byToken = async (request: FastifyRequest, secret: string): Promise<WhoAsks> => {
    const holder = await findTokenHolder(store.read, secret);
    if (!holder) return NOBODY;
    if (holder.stale)
      touched(
        request,
        store.transact((trx) => touchToken(trx, holder.id)),
      );
    if (holder.scopes.includes('audit')) return collecting(request, holder);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const handsIn = holder.scopes.includes('submit') && request.url.startsWith('/api/v1/submissions');
    const roles = holder.user.roles.filter((role) => FOR_PROGRAMS.includes(role));
    const barred = reads || handsIn ? null : 'scope_missing';
    return { user: { ...holder.user, roles }, session: null, origin: null, token: holder.id, barred };
  };

  const bySession = async (request: FastifyRequest, secret: string): Promise<WhoAsks> => {
    const found = await findSession(store.read, secret, config.sessions);
    if (!found) return NOBODY;
    // A page that polls by itself must not keep its session alive.
    if (found.stale && request.headers['x-passive'] === undefined) {
      touched(
        request,
        store.transact((trx) => touchSession(trx, found.session)),
      );
    }
    const { session, origin } = found;
    // A one-time or old password bars whoever signed in with it.
    const mustChangePassword = found.user.mustChangePassword && origin.by === 'password';
    const user = { ...found.user, mustChangePassword };
    return { user, session, origin, token: null, barred: barredFrom(user, origin, request.ip) };
  };

  return (request: FastifyRequest, cookie: string | undefined): Promise<WhoAsks> => {
    const bearer = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return byToken(request, bearer);
    return cookie ? bySession(request, cookie) : Promise.resolve(NOBODY);
  };
}
