import type { Store } from '@dabiao/store/open';
import { findCredentialsById, type User } from '@dabiao/store/users';
import type { FastifyRequest } from 'fastify';
import { signedIn } from './plugins/sign-in.ts';
import { Problem } from './problem.ts';

/** The account an administrator acts on, which is never their own. @throws Problem not_found, own_account */
export async function otherUser(
  store: Store,
  request: Pick<FastifyRequest, 'user'> & { params: { id: string } },
): Promise<User> {
  const known = await findCredentialsById(store.read, request.params.id);
  if (!known) throw new Problem('not_found');
  if (known.user.id === signedIn(request).id) throw new Problem('own_account');
  return known.user;
}
