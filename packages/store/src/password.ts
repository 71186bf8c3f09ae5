import { hash, verify } from '@node-rs/argon2';

/** Argon2id as ASVS 5.0 11.4.2 and the OWASP password storage cheat sheet ask for: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** False for a wrong password and for a hash that cannot be read. */
export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password).catch(() => false);

export type PasswordFault = 'too_short' | 'too_long' | 'too_plain' | 'holds_name' | 'same_as_before';

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /\p{Lo}/u, /[^\p{L}\p{Nd}]/u];
const SHORTEST = 10;

/**
 * What is wrong with a new password: 10 to 256 characters, three classes of lower case, upper case,
 * digits, other letters (汉字) and symbols, without the user's name. @returns null where nothing is.
 */
export function passwordFault(password: string, userName: string): PasswordFault | null {
  const length = [...password].length;
  if (length < SHORTEST) return 'too_short';
  if (length > 256) return 'too_long';
  if (CLASSES.filter((pattern) => pattern.test(password)).length < 3) return 'too_plain';
  if (userName.length >= 3 && password.toLowerCase().includes(userName.toLowerCase())) return 'holds_name';
  return null;
}
