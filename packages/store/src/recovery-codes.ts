import { randomInt } from 'node:crypto';
import { newKey, now, sha256 } from './key.ts';
import type { Db, Trx } from './open.ts';
import { takeCode } from './second-factor.ts';

const CODES = 10;
/** Letters that are not taken for each other, 32 of them: 24 are 120 bits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LONG = 24;

/** What was typed, as it was made: lower case, spaces and hyphens are no matter, O and I are what they look like. */
const normal = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

function newCode(): string {
  const letters = Array.from({ length: LONG }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** Ten new codes that stand in for the second factor once each; the ones before are void. @returns them, this once */
export async function makeRecoveryCodes(trx: Trx, user: string): Promise<string[]> {
  await deleteRecoveryCodes(trx, user);
  const codes = Array.from({ length: CODES }, newCode);
  const rows = codes.map((code) => ({ id: newKey(), user, hash: sha256(normal(code)), used_at: null }));
  await trx.insertInto('recovery_code').values(rows).execute();
  return codes;
}

export async function deleteRecoveryCodes(trx: Trx, user: string): Promise<void> {
  await trx.deleteFrom('recovery_code').where('user', '=', user).execute();
}

/** How many are left. */
export async function countRecoveryCodes(db: Db, user: string): Promise<number> {
  const { left } = await db
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll().as('left'))
    .where('user', '=', user)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(left);
}

async function takeRecoveryCode(trx: Trx, user: string, code: string): Promise<boolean> {
  const taken = await trx
    .updateTable('recovery_code')
    .set({ used_at: now() })
    .where('user', '=', user)
    .where('hash', '=', sha256(normal(code)))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return Number(taken.numUpdatedRows) === 1;
}

/**
 * Takes a code of the authenticator (six digits) or a recovery code. To be called inside the transaction that lets the
 * user in. @returns which it was; null for a wrong or used one
 */
export async function takeFactor(
  trx: Trx,
  key: Buffer | null,
  user: string,
  code: string,
): Promise<'authenticator' | 'recovery' | null> {
  if (/^\d{6}$/.test(code)) return key && (await takeCode(trx, key, user, code)) ? 'authenticator' : null;
  return (await takeRecoveryCode(trx, user, code)) ? 'recovery' : null;
}
