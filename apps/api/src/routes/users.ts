import { Shape } from '@dabiao/contract/schema';
import { EXCLUSIVE_ROLES, NewUser, type Role, UserBody, type UserRow, UsersPage } from '@dabiao/contract/session';
import { insertAudit } from '@dabiao/store/audit';
import { newSecret } from '@dabiao/store/key';
import { findRegions } from '@dabiao/store/regions';
import { findCredentialsById, findUsers, insertUser, setDisabled, setPassword, type User } from '@dabiao/store/users';
import Type from 'typebox';
import { needs, rolesOf, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import type { Routes } from './routes.ts';

const toRow = (user: User): UserRow => ({
  id: user.id,
  name: user.name,
  displayName: user.displayName,
  roles: rolesOf(user),
  region: user.region,
  disabled: user.disabled,
  createdAt: user.createdAt,
});

/** Roles that one person must not hold together; a statistician is one of a region. */
function checkRoles(roles: readonly Role[], region: string | null): void {
  const clash = EXCLUSIVE_ROLES.find(([one, other]) => roles.includes(one) && roles.includes(other));
  if (clash) throw new Problem('roles_exclusive', clash.join(' + '));
  if (roles.includes('statistician') && region === null) {
    throw new Problem('body_invalid', '统计员须指定地区', [
      { field: 'region', message: 'statistician needs a region' },
    ]);
  }
}

const IdParams = Shape({ id: Type.String({ maxLength: 60 }) });

export const userRoutes: Routes = (app, deps) => {
  const { store } = deps;
  const guard = { onRequest: needs(store, 'security_admin') };

  app.get('/users', { ...guard, schema: { response: { 200: UsersPage } } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const items = (await findUsers(store.read)).map(toRow);
    return { items, next: null, total: items.length };
  });

  app.post('/users', { ...guard, schema: { body: UserBody, response: { 201: NewUser } } }, async (request, reply) => {
    const by = signedIn(request);
    const { name, displayName, roles, region } = request.body;
    checkRoles(roles, region);
    const known = await findRegions(store.read);
    if (region !== null && !known.some(({ code }) => code === region)) throw new Problem('not_found', '没有这个地区');
    const made = await store.transact(async (trx) => {
      const inserted = await insertUser(trx, { name, displayName, roles, region, createdBy: by.id });
      if (inserted) {
        await insertAudit(trx, {
          user: by.name,
          action: 'user.add',
          object: name,
          detail: { roles, region },
          address: request.ip,
        });
      }
      return inserted;
    });
    if (!made) throw new Problem('user_exists');
    const user = await findCredentialsById(store.read, made.id);
    if (!user) throw new Problem('internal');
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ user: toRow(user.user), password: made.password });
  });

  /** A one-time password anew, shown this once; every session of the user ends. */
  app.post(
    '/users/:id/password',
    { ...guard, schema: { params: IdParams, response: { 200: NewUser } } },
    async (request, reply) => {
      const by = signedIn(request);
      const known = await findCredentialsById(store.read, request.params.id);
      if (!known) throw new Problem('not_found');
      const password = newSecret(12);
      await store.transact(async (trx) => {
        await setPassword(trx, known.user.id, password, true);
        await insertAudit(trx, {
          user: by.name,
          action: 'user.password',
          object: known.user.name,
          address: request.ip,
        });
      });
      reply.header('cache-control', 'no-store');
      return { user: toRow(known.user), password };
    },
  );

  for (const [verb, disabled] of [
    ['disable', true],
    ['enable', false],
  ] as const) {
    app.post(
      `/users/:id/${verb}`,
      { ...guard, schema: { params: IdParams, response: { 204: Type.Null() } } },
      async (request, reply) => {
        const by = signedIn(request);
        const known = await findCredentialsById(store.read, request.params.id);
        if (!known) throw new Problem('not_found');
        if (known.user.id === by.id) throw new Problem('role_missing', '不能停用自己的账户');
        await store.transact(async (trx) => {
          await setDisabled(trx, known.user.id, disabled);
          await insertAudit(trx, {
            user: by.name,
            action: `user.${verb}`,
            object: known.user.name,
            address: request.ip,
          });
        });
        return reply.code(204).send(null);
      },
    );
  }
};
