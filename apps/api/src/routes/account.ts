import { EndedSessions, OwnSessionParams, OwnSessions, PasswordBody, Session } from '@dabiao/contract/session';
import { insertAudit } from '@dabiao/store/audit';
import { verifyPassword } from '@dabiao/store/password';
import { wasUsedBefore } from '@dabiao/store/password-history';
import { type PasswordFault, type PasswordPolicy, passwordFault } from '@dabiao/store/password-policy';
import { deleteOwnSession, deleteSessions, findSessions, insertSession } from '@dabiao/store/sessions';
import { findCredentialsById, setPassword, type User } from '@dabiao/store/users';
import Type from 'typebox';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { needsSession, setSessionCookie, signedInByHand } from '../plugins/sign-in.ts';
import { Problem, type Said } from '../problem.ts';
import { sessionOf } from '../session-view.ts';
import type { Routes } from './routes.ts';

const faultWords = (fault: PasswordFault, { shortest, longest, kinds, history }: PasswordPolicy): Said =>
  ({
    too_short: { zh: `密码至少 ${shortest} 个字符`, en: `A password has at least ${shortest} letters` },
    too_long: { zh: `密码最多 ${longest} 个字符`, en: `A password has at most ${longest} letters` },
    too_plain: {
      zh: `密码须含大写字母、小写字母、数字、汉字、符号中的 ${kinds} 类`,
      en: `A password has ${kinds} of these: capitals, small letters, digits, Chinese characters, signs`,
    },
    holds_name: { zh: '密码不能包含用户名', en: 'A password does not hold the user name' },
    too_common: { zh: '这个密码太常见，容易被猜到', en: 'This password is too common and soon guessed' },
    used_before:
      history > 1
        ? { zh: `不能使用最近 ${history} 次用过的密码`, en: `None of the last ${history} passwords` }
        : { zh: '新密码不能与原密码相同', en: 'The new password is the old one' },
  })[fault];

/** @throws Problem password_weak saying what the new password lacks */
async function checkNewPassword(deps: Deps, config: Config, user: User, next: string): Promise<void> {
  const policy = config.passwordPolicy;
  const fault =
    (await passwordFault(next, user.name, policy)) ??
    ((await wasUsedBefore(deps.store.read, user.id, next, policy.history)) ? 'used_before' : null);
  if (fault) throw new Problem('password_weak', faultWords(fault, policy), [{ field: 'next', message: fault }]);
}

/** What people do with their own account: a new password, ending their other sessions. */
export const accountRoutes: Routes = (app, deps, config) => {
  const { store } = deps;

  app.put(
    '/session/password',
    {
      onRequest: needsSession,
      schema: { body: PasswordBody, response: { 200: Session } },
      config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const { user } = signedInByHand(request);
      const { current, next } = request.body;
      const known = await findCredentialsById(store.read, user.id);
      if (!known || !(await verifyPassword(known.passwordHash, current))) throw new Problem('sign_in_failed');
      await checkNewPassword(deps, config, user, next);
      const secret = await store.transact(async (trx) => {
        await setPassword(trx, user.id, next, false);
        await insertAudit(trx, { user: user.name, action: 'user.password', object: user.name, address: request.ip });
        return insertSession(trx, user.id, request.ip, config.sessions);
      });
      setSessionCookie(request, reply, secret);
      reply.header('cache-control', 'no-store');
      return sessionOf(deps, config, { ...user, mustChangePassword: false });
    },
  );

  /** Where one is signed in. */
  app.get(
    '/sessions',
    { onRequest: needsSession, schema: { response: { 200: OwnSessions } } },
    async (request, reply) => {
      const { user, session } = signedInByHand(request);
      reply.header('cache-control', 'no-store');
      return { items: await findSessions(store.read, user.id, session, config.sessions) };
    },
  );

  app.delete(
    '/sessions/:id',
    { onRequest: needsSession, schema: { params: OwnSessionParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { user } = signedInByHand(request);
      const gone = await store.transact(async (trx) => {
        if (!(await deleteOwnSession(trx, user.id, request.params.id))) return false;
        const line = { user: user.name, action: 'session.close', object: request.params.id };
        await insertAudit(trx, { ...line, address: request.ip });
        return true;
      });
      if (!gone) throw new Problem('not_found');
      return reply.code(204).send(null);
    },
  );

  /** Signs out everywhere else. */
  app.delete(
    '/session/others',
    { onRequest: needsSession, schema: { response: { 200: EndedSessions } } },
    async (request) => {
      const { user, session } = signedInByHand(request);
      const ended = await store.transact(async (trx) => {
        const count = await deleteSessions(trx, user.id, session);
        await insertAudit(trx, {
          user: user.name,
          action: 'session.close',
          object: 'others',
          detail: { ended: count },
          address: request.ip,
        });
        return count;
      });
      return { ended };
    },
  );
};
