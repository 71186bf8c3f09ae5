import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new key: UUIDv7, so that keys sort by the time they were made. */
export const newKey = (): string => v7();

/** Makes `count` keys for rows whose order does not matter; asking for randomness key by key takes most of the time. */
export function keysFor(count: number): () => string {
  const random = randomBytes(16 * count);
  let made = 0;
  return () => {
    made += 1;
    return v7({ random: random.subarray(16 * (made - 1), 16 * made) });
  };
}

/** A secret for a cookie or a one-time password: `bytes` random bytes as base64url. */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url');

/** SHA-256 of text or bytes, as hex. */
export const sha256 = (input: string | Uint8Array): string => createHash('sha256').update(input).digest('hex');

/** Now, as the store writes times: ISO 8601, UTC, milliseconds. */
export const now = (): string => new Date().toISOString();
