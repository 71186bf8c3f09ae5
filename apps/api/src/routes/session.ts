import { PasswordBody, Session, type SessionUser, SignInBody } from '@dabiao/contract/session';
import { insertAudit } from '@dabiao/store/audit';
import { now } from '@dabiao/store/key';
import { hashPassword, passwordFault, verifyPassword } from '@dabiao/store/password';
import { findRegions } from '@dabiao/store/regions';
import { deleteSession, insertSession } from '@dabiao/store/sessions';
import {
  clearFailedSignIns,
  countFailedSignIn,
  findCredentials,
  findCredentialsById,
  nameKey,
  setPassword,
  type User,
} from '@dabiao/store/users';
import Type from 'typebox';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { COOKIE, rolesOf, setSessionCookie, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { UnknownNames } from '../unknown-names.ts';
import type { Routes } from './routes.ts';

const PASSWORD_FAULTS = {
  too_short: '密码至少 10 个字符',
  too_long: '密码最多 256 个字符',
  too_plain: '密码须含大写字母、小写字母、数字、汉字、符号中的三类',
  holds_name: '密码不能包含用户名',
  same_as_before: '新密码不能与原密码相同',
} as const;

async function sessionOf(deps: Deps, config: Config, user: User | null) {
  const regions = user?.region ? await findRegions(deps.store.read) : [];
  const shown: SessionUser | null = user && {
    id: user.id,
    name: user.name,
    displayName: user.displayName,
    roles: rolesOf(user),
    region: user.region,
    regionName: regions.find(({ code }) => code === user.region)?.name ?? null,
    mustChangePassword: user.mustChangePassword,
  };
  return {
    user: shown,
    workspace: {
      demo: config.demo,
      view: config.view,
      version: deps.version,
      review: config.review,
      selfApproval: config.selfApproval,
    },
  };
}

/** Spends the same time on a name that does not exist, so that names cannot be guessed by the clock. */
const decoy = hashPassword('decoy for unknown names');

export const sessionRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const unknownNames = new UnknownNames();

  app.get('/session', { schema: { response: { 200: Session } } }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return sessionOf(deps, config, request.user);
  });

  app.post(
    '/session',
    {
      schema: { body: SignInBody, response: { 200: Session } },
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { name, password } = request.body;
      const known = await findCredentials(store.read, name);
      const right = await verifyPassword(known?.passwordHash ?? (await decoy), password);
      const locked = known
        ? known.lockedUntil !== null && known.lockedUntil > now()
        : unknownNames.isLocked(nameKey(name));
      const audit = { user: known?.user.name ?? null, action: 'session.open', address: request.ip };
      if (!known || !right || locked || known.user.disabled) {
        await store.transact(async (trx) => {
          if (known && !locked && !right) await countFailedSignIn(trx, known.user.id);
          if (!known && !locked) unknownNames.countFailure(nameKey(name));
          await insertAudit(trx, { ...audit, outcome: 'refused', detail: { name: name.slice(0, 60), locked } });
        });
        throw new Problem(locked ? 'sign_in_locked' : 'sign_in_failed');
      }
      const secret = await store.transact(async (trx) => {
        await clearFailedSignIns(trx, known.user.id);
        await insertAudit(trx, audit);
        return insertSession(trx, known.user.id, request.ip);
      });
      setSessionCookie(request, reply, secret);
      return sessionOf(deps, config, known.user);
    },
  );

  app.put(
    '/session/password',
    {
      schema: { body: PasswordBody, response: { 200: Session } },
      config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const user = signedIn(request);
      const { current, next } = request.body;
      const known = await findCredentialsById(store.read, user.id);
      if (!known || !(await verifyPassword(known.passwordHash, current))) throw new Problem('sign_in_failed');
      const fault = current === next ? 'same_as_before' : passwordFault(next, user.name);
      if (fault) throw new Problem('password_weak', PASSWORD_FAULTS[fault], [{ field: 'next', message: fault }]);
      const secret = await store.transact(async (trx) => {
        await setPassword(trx, user.id, next, false);
        await insertAudit(trx, { user: user.name, action: 'user.password', object: user.name, address: request.ip });
        return insertSession(trx, user.id, request.ip);
      });
      setSessionCookie(request, reply, secret);
      return sessionOf(deps, config, { ...user, mustChangePassword: false });
    },
  );

  app.delete('/session', { schema: { response: { 204: Type.Null() } } }, async (request, reply) => {
    const { session, user } = request;
    if (session && user) {
      await store.transact(async (trx) => {
        await deleteSession(trx, session);
        await insertAudit(trx, { user: user.name, action: 'session.close', address: request.ip });
      });
    }
    reply.clearCookie(COOKIE, { path: '/' }).header('clear-site-data', '"cache"');
    return reply.code(204).send(null);
  });
};
