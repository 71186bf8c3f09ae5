import { Secret, TOTP } from 'otpauth';
import type { Trx } from './open.ts';
import { seal, unseal } from './secret-key.ts';

const STEP_SECONDS = 30;
/** A clock may be off by one step either way. */
const WINDOW = 1;

/** RFC 6238 as every authenticator program speaks it: SHA-1, six digits, thirty seconds. */
const totpOf = (secret: string, name = ''): TOTP =>
  new TOTP({ issuer: 'Dabiao', label: name, algorithm: 'SHA1', digits: 6, period: STEP_SECONDS, secret });

/**
 * The time step a code belongs to, of the present one and its neighbours; null for a wrong code.
 * @param at milliseconds since 1970
 */
export function stepOfCode(secret: string, code: string, at: number): number | null {
  const delta = /^\d{6}$/.test(code) ? totpOf(secret).validate({ token: code, timestamp: at, window: WINDOW }) : null;
  return delta === null ? null : Math.floor(at / 1000 / STEP_SECONDS) + delta;
}

/**
 * Begins to set up a second factor: a new secret, which counts only once a code of it was seen.
 * @returns the secret (base32) and the address that authenticator programs read as a picture.
 */
export async function beginSecondFactor(
  trx: Trx,
  key: Buffer,
  user: { id: string; name: string },
): Promise<{ secret: string; address: string }> {
  const secret = new Secret({ size: 20 }).base32;
  await trx
    .updateTable('user')
    .set({ totp_secret: seal(key, secret), totp_confirmed: 0, totp_step: 0 })
    .where('id', '=', user.id)
    .execute();
  return { secret, address: totpOf(secret, user.name).toString() };
}

/** Takes the second factor away, with the recovery codes that stand in for it. */
export async function removeSecondFactor(trx: Trx, user: string): Promise<void> {
  await trx
    .updateTable('user')
    .set({ totp_secret: null, totp_confirmed: 0, totp_step: 0 })
    .where('id', '=', user)
    .execute();
  await trx.deleteFrom('recovery_code').where('user', '=', user).execute();
}

/**
 * Takes a code: right, and of a later step than the last one taken, so that no code works twice. The first one confirms
 * the second factor. To be called inside the transaction that lets the user in.
 */
export async function takeCode(trx: Trx, key: Buffer, user: string, code: string, at = Date.now()): Promise<boolean> {
  const row = await trx
    .selectFrom('user')
    .select(['totp_secret', 'totp_step'])
    .where('id', '=', user)
    .executeTakeFirstOrThrow();
  const step = row.totp_secret === null ? null : stepOfCode(unseal(key, row.totp_secret), code, at);
  if (step === null || step <= row.totp_step) return false;
  await trx.updateTable('user').set({ totp_confirmed: 1, totp_step: step }).where('id', '=', user).execute();
  return true;
}
