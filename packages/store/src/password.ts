import { hash, verify } from '@node-rs/argon2';

/** Argon2id as ASVS 5.0 11.4.2 and the OWASP password storage cheat sheet ask for: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PRESENT = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** False for a wrong password and for a hash that cannot be read. */
export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password).catch(() => false);

/** Whether a hash was made with another cost than today's: it is made anew when its owner signs in. */
export const isOutdatedHash = (stored: string): boolean => !stored.startsWith(PRESENT);
