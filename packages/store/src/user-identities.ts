import { now } from './key.ts';
import type { Db, Trx } from './open.ts';

/** Who somebody is at an outside sign-in (OpenID Connect): the pair of issuer and subject, and nothing else. */
export interface Identity {
  issuer: string;
  subject: string;
  /** What the provider calls the person, for people to read; it decides nothing. */
  shown: string | null;
}

export interface LinkedIdentity extends Identity {
  user: string;
  linkedAt: string;
  lastUsedAt: string | null;
}

const COLUMNS = ['issuer', 'subject', 'shown', 'user', 'linked_at', 'last_used_at'] as const;

/** Id of the account an identity is tied to; null where it is tied to none. */
export async function findIdentityUser(db: Db, identity: Pick<Identity, 'issuer' | 'subject'>): Promise<string | null> {
  const row = await db
    .selectFrom('user_identity')
    .select('user')
    .where('issuer', '=', identity.issuer)
    .where('subject', '=', identity.subject)
    .executeTakeFirst();
  return row?.user ?? null;
}

/** Identities of one issuer, by account; of one account where `user` is given. */
export async function findIdentities(db: Db, issuer: string, user?: string): Promise<Map<string, LinkedIdentity>> {
  let query = db.selectFrom('user_identity').select(COLUMNS).where('issuer', '=', issuer);
  if (user !== undefined) query = query.where('user', '=', user);
  const rows = await query.execute();
  return new Map(
    rows.map(({ linked_at: linkedAt, last_used_at: lastUsedAt, ...row }) => [
      row.user,
      { ...row, linkedAt, lastUsedAt },
    ]),
  );
}

/**
 * Ties an identity to an account, instead of the one of this issuer the account had.
 * @returns false where the identity is another account's: it is never moved silently.
 */
export async function linkIdentity(trx: Trx, identity: Identity, user: string): Promise<boolean> {
  const holder = await findIdentityUser(trx, identity);
  if (holder !== null) return holder === user;
  await deleteIdentity(trx, identity.issuer, user);
  await trx
    .insertInto('user_identity')
    .values({ ...identity, user, linked_at: now(), last_used_at: null })
    .execute();
  return true;
}

/** Unties an account from its identity and ends the sessions opened by it. @returns what it was; null for none. */
export async function deleteIdentity(trx: Trx, issuer: string, user: string): Promise<Identity | null> {
  const row = await trx
    .deleteFrom('user_identity')
    .where('issuer', '=', issuer)
    .where('user', '=', user)
    .returning(['issuer', 'subject', 'shown'])
    .executeTakeFirst();
  if (!row) return null;
  await trx.deleteFrom('session').where('user', '=', user).where('opened_by', '=', 'provider').execute();
  return row;
}

/** Notes that somebody signed in by an identity, and what the provider calls them now. */
export async function touchIdentity(trx: Trx, identity: Identity): Promise<void> {
  await trx
    .updateTable('user_identity')
    .set({ last_used_at: now(), shown: identity.shown })
    .where('issuer', '=', identity.issuer)
    .where('subject', '=', identity.subject)
    .execute();
}
