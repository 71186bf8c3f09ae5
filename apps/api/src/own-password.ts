import { clearFailures, countTry } from '@dabiao/store/failed-sign-ins';
import { verifyPassword } from '@dabiao/store/password';
import { findCredentialsById, type User } from '@dabiao/store/users';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';

/**
 * Asks for the password again, before somebody changes how they sign in; tries count as failed sign-ins do.
 * @throws Problem sign_in_locked, sign_in_failed
 */
export async function confirmPassword(deps: Deps, config: Config, user: User, password: string): Promise<void> {
  const { locked } = await deps.store.transact((trx) => countTry(trx, user.name, config.lock));
  if (locked) throw new Problem('sign_in_locked');
  const known = await findCredentialsById(deps.store.read, user.id);
  if (!known || !(await verifyPassword(known.passwordHash, password))) throw new Problem('sign_in_failed');
  await deps.store.transact((trx) => clearFailures(trx, user.name));
}
