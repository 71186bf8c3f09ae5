import { ClearanceBody } from '@dabiao/contract/label';
import { Shape } from '@dabiao/contract/schema';
import {
  EXCLUSIVE_ROLES,
  NewUser,
  type Role,
  RolesBody,
  UserBody,
  type UserRow,
  UsersPage,
} from '@dabiao/contract/session';
import { deleteTokens } from '@dabiao/store/api-tokens';
import { insertAudit } from '@dabiao/store/audit';
import { clearFailures, findLocked } from '@dabiao/store/failed-sign-ins';
import { newSecret } from '@dabiao/store/key';
import type { Db, Trx } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import { removeSecondFactor } from '@dabiao/store/second-factor';
import { findIdentities, type LinkedIdentity } from '@dabiao/store/user-identities';
import {
  findCredentialsById,
  findUsers,
  insertUser,
  setClearance,
  setDisabled,
  setPassword,
  setRoles,
  type User,
} from '@dabiao/store/users';
import Type from 'typebox';
import { otherUser } from '../other-user.ts';
import { needs, rolesOf, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import type { Routes } from './routes.ts';

const toRow = (user: User, locked: boolean, identity?: LinkedIdentity): UserRow => ({
  id: user.id,
  name: user.name,
  displayName: user.displayName,
  roles: rolesOf(user),
  region: user.region,
  disabled: user.disabled,
  createdAt: user.createdAt,
  lastSignInAt: user.lastSignInAt,
  twoFactor: user.twoFactor,
  clearance: user.clearance,
  locked,
  identity: identity ? { subject: identity.subject, shown: identity.shown, lastUsedAt: identity.lastUsedAt } : null,
});

/** Roles that one person must not hold together; a statistician is one of a region, and the region is a known one. */
async function checkRoles(db: Db, roles: readonly Role[], region: string | null): Promise<void> {
  const clash = EXCLUSIVE_ROLES.find(([one, other]) => roles.includes(one) && roles.includes(other));
  if (clash) throw new Problem('roles_exclusive', clash.join(' + '));
  if (roles.includes('statistician') && region === null) {
    throw new Problem('body_invalid', { zh: '统计员须指定地区', en: 'A statistician is one of a region' }, [
      { field: 'region', message: 'statistician needs a region' },
    ]);
  }
  const known = await findRegions(db);
  if (region !== null && !known.some(({ code }) => code === region))
    throw new Problem('not_found', { zh: '没有这个地区', en: 'There is no such region' });
}

const IdParams = Shape({ id: Type.String({ maxLength: 60 }) });
const DONE = { params: IdParams, response: { 204: Type.Null() } };

/** What the security administrator does with one account, by the verb in the address. */
const VERBS: Record<string, (trx: Trx, user: User) => Promise<void>> = {
  disable: (trx, user) => setDisabled(trx, user.id, true),
  enable: (trx, user) => setDisabled(trx, user.id, false),
  unlock: (trx, user) => clearFailures(trx, user.name),
  'remove-code': (trx, user) => removeSecondFactor(trx, user.id),
};

/** Accounts, for the security administrator; nobody changes their own here. */
export const userRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const guard = { onRequest: needs(store, 'security_admin') };

  app.get('/users', { ...guard, schema: { response: { 200: UsersPage } } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const users = await findUsers(store.read);
    const locked = await findLocked(
      store.read,
      users.map(({ name }) => name),
    );
    const { provider } = config;
    const identities = provider ? await findIdentities(store.read, provider.issuer) : new Map<string, LinkedIdentity>();
    const items = users.map((user) => toRow(user, locked.has(user.name), identities.get(user.id)));
    return { items, next: null, total: items.length };
  });

  app.post('/users', { ...guard, schema: { body: UserBody, response: { 201: NewUser } } }, async (request, reply) => {
    const by = signedIn(request);
    const { name, displayName, roles, region } = request.body;
    await checkRoles(store.read, roles, region);
    const made = await store.transact(async (trx) => {
      const inserted = await insertUser(trx, { name, displayName, roles, region, createdBy: by.id });
      if (!inserted) throw new Problem('user_exists');
      const detail = { roles, region };
      await insertAudit(trx, { user: by.name, action: 'user.add', object: name, detail, address: request.ip });
      return inserted;
    });
    const user = await findCredentialsById(store.read, made.id);
    if (!user) throw new Problem('internal');
    const told = { user: toRow(user.user, false), password: made.password };
    return reply.code(201).header('cache-control', 'no-store').send(told);
  });

  /** Roles and region instead of those held; they count from the next request on. */
  app.put(
    '/users/:id/roles',
    { ...guard, schema: { params: IdParams, body: RolesBody, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const user = await otherUser(store, request);
      const { roles, region } = request.body;
      await checkRoles(store.read, roles, region);
      await store.transact(async (trx) => {
        await setRoles(trx, user.id, roles, region);
        await insertAudit(trx, {
          user: signedIn(request).name,
          action: 'user.roles',
          object: user.name,
          detail: { before: { roles: user.roles, region: user.region }, after: { roles, region } },
          address: request.ip,
        });
      });
      return reply.code(204).send(null);
    },
  );

  /** The highest label a user may read; it counts from their next request on. */
  app.put(
    '/users/:id/clearance',
    { ...guard, schema: { params: IdParams, body: ClearanceBody, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const user = await otherUser(store, request);
      const { clearance } = request.body;
      await store.transact(async (trx) => {
        await setClearance(trx, user.id, clearance);
        await insertAudit(trx, {
          user: signedIn(request).name,
          action: 'user.clearance',
          object: user.name,
          detail: { before: user.clearance, after: clearance },
          address: request.ip,
        });
      });
      return reply.code(204).send(null);
    },
  );

  /** A one-time password anew, shown this once; every session and token of the user ends. */
  app.post(
    '/users/:id/password',
    { ...guard, schema: { params: IdParams, response: { 200: NewUser } } },
    async (request, reply) => {
      const user = await otherUser(store, request);
      const password = newSecret(16);
      await store.transact(async (trx) => {
        await setPassword(trx, user.id, password, true);
        await deleteTokens(trx, user.id);
        await clearFailures(trx, user.name);
        const line = { user: signedIn(request).name, action: 'user.password', object: user.name };
        await insertAudit(trx, { ...line, address: request.ip });
      });
      reply.header('cache-control', 'no-store');
      return { user: toRow({ ...user, mustChangePassword: true }, false), password };
    },
  );

  for (const [verb, act] of Object.entries(VERBS)) {
    app.post(`/users/:id/${verb}`, { ...guard, schema: DONE }, async (request, reply) => {
      const user = await otherUser(store, request);
      await store.transact(async (trx) => {
        await act(trx, user);
        const line = { user: signedIn(request).name, action: `user.${verb}`, object: user.name };
        await insertAudit(trx, { ...line, address: request.ip });
      });
      return reply.code(204).send(null);
    });
  }
};
