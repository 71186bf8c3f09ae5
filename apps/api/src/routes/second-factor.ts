import { CodeBody, ConfirmBody, NewSecondFactor, RecoveryCodes, Session } from '@dabiao/contract/session';
import { insertAudit } from '@dabiao/store/audit';
import { makeRecoveryCodes } from '@dabiao/store/recovery-codes';
import { beginSecondFactor, removeSecondFactor, takeCode } from '@dabiao/store/second-factor';
import { findSecretKey, openSecretKey } from '@dabiao/store/secret-key';
import { deleteSessions } from '@dabiao/store/sessions';
import { confirmPassword } from '../own-password.ts';
import { needsSession, signedInByHand } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { sessionOf } from '../session-view.ts';
import type { Routes } from './routes.ts';

const LIMITED = { rateLimit: { max: 10, timeWindow: '1 minute' } };

/** Codes of an authenticator program (TOTP) as a second factor of one's own account. */
export const secondFactorRoutes: Routes = (app, deps, config) => {
  const { store } = deps;

  /** A new secret, which counts once a code of it was seen. */
  app.post(
    '/session/second-factor',
    { onRequest: needsSession, schema: { body: ConfirmBody, response: { 201: NewSecondFactor } }, config: LIMITED },
    async (request, reply) => {
      const { user } = signedInByHand(request);
      if (user.mustChangePassword) throw new Problem('password_change_needed');
      // Whoever has one must take it away with their password first; a session left open is not enough.
      if (user.twoFactor)
        throw new Problem('own_account', {
          zh: '已设置动态验证码，请先停用',
          en: 'A second factor is set up; end it first',
        });
      await confirmPassword(deps, config, user, request.body.password);
      await openSecretKey(store, config.keyFile, true);
      const made = await store.transact(async (trx) => {
        await insertAudit(trx, { user: user.name, action: 'user.code-begin', object: user.name, address: request.ip });
        const key = await findSecretKey(trx, config.keyFile);
        if (!key) throw new Problem('internal');
        return beginSecondFactor(trx, key, user);
      });
      return reply.code(201).header('cache-control', 'no-store').send(made);
    },
  );

  app.put(
    '/session/second-factor',
    { onRequest: needsSession, schema: { body: CodeBody, response: { 200: Session } }, config: LIMITED },
    async (request) => {
      const { user, session } = signedInByHand(request);
      const taken = await store.transact(async (trx) => {
        const key = await findSecretKey(trx, config.keyFile);
        if (!key || user.twoFactor || !(await takeCode(trx, key, user.id, request.body.code))) return false;
        await deleteSessions(trx, user.id, session);
        await insertAudit(trx, { user: user.name, action: 'user.code-set', object: user.name, address: request.ip });
        return true;
      });
      if (!taken) throw new Problem('code_wrong');
      return sessionOf(deps, config, { ...user, twoFactor: true }, request.who.origin);
    },
  );

  /** Ten codes that stand in for it once each, instead of those there were. */
  app.post(
    '/session/recovery-codes',
    { onRequest: needsSession, schema: { body: ConfirmBody, response: { 201: RecoveryCodes } }, config: LIMITED },
    async (request, reply) => {
      const { user } = signedInByHand(request);
      if (!user.twoFactor)
        throw new Problem('own_account', { zh: '须先启用动态验证码', en: 'Set up the second factor first' });
      await confirmPassword(deps, config, user, request.body.password);
      const codes = await store.transact(async (trx) => {
        const line = { user: user.name, action: 'user.recovery-codes', object: user.name };
        await insertAudit(trx, { ...line, address: request.ip });
        return makeRecoveryCodes(trx, user.id);
      });
      return reply.code(201).header('cache-control', 'no-store').send({ codes });
    },
  );

  app.delete(
    '/session/second-factor',
    { onRequest: needsSession, schema: { body: ConfirmBody, response: { 200: Session } }, config: LIMITED },
    async (request) => {
      const { user } = signedInByHand(request);
      await confirmPassword(deps, config, user, request.body.password);
      await store.transact(async (trx) => {
        await removeSecondFactor(trx, user.id);
        await insertAudit(trx, { user: user.name, action: 'user.code-remove', object: user.name, address: request.ip });
      });
      return sessionOf(deps, config, { ...user, twoFactor: false }, request.who.origin);
    },
  );
};
