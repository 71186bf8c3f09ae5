/**
 * What a new password must be. GB/T 22239-2019 8.1.4.1 wants kinds of characters and change from time to time, ASVS
 * 5.0 6.2.5 and 6.2.10 forbid both: hence two profiles. Neither takes common passwords, the user's own name or the
 * words of this product.
 */
export interface PasswordPolicy {
  shortest: number;
  longest: number;
  /** How many of: lower case, upper case, digits, other letters (汉字), symbols. */
  kinds: number;
  /** After so many days it must be changed; null: never. */
  maxAgeDays: number | null;
  /** So many passwords back (the present one included) are not taken again. */
  history: number;
}

export const PASSWORD_POLICIES = {
  dengbao: { shortest: 10, longest: 256, kinds: 3, maxAgeDays: 90, history: 5 },
  nist: { shortest: 15, longest: 256, kinds: 0, maxAgeDays: null, history: 1 },
} as const satisfies Record<string, PasswordPolicy>;

export type PasswordFault = 'too_short' | 'too_long' | 'too_plain' | 'holds_name' | 'too_common' | 'used_before';

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /\p{Lo}/u, /[^\p{L}\p{Nd}]/u];

/** Words anybody would try here first (ASVS 5.0 6.1.2). */
const OWN_WORDS = [
  'dabiao',
  'dashboard',
  'admin',
  'administrator',
  'tongji',
  'statistics',
  'linyi',
  'jinan',
  'shandong',
];

let common: Promise<Set<string>> | undefined;

/** The list is 49,000 words: loaded when the first password is set. */
function commonPasswords(): Promise<Set<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return common;
}

const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** The word a password was made from: lower case, without digits and symbols put before and behind it, 0 read as o. */
function coresOf(password: string): string[] {
  const lower = password.normalize('NFKC').toLowerCase();
  const trimmed = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const read = (text: string): string => text.replace(/[013457@$]/g, (sign) => LOOKALIKES[sign] ?? sign);
  return [lower, trimmed, read(lower), read(trimmed)];
}

/** One sign, or a run such as 123456 or abcdef, over the whole length. */
function isSequence(password: string): boolean {
  const codes = [...password.toLowerCase()].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const [step] = steps;
  return steps.size <= 1 && (step === undefined || Math.abs(step) <= 1);
}

async function isCommon(password: string): Promise<boolean> {
  if (isSequence(password)) return true;
  const known = await commonPasswords();
  return coresOf(password).some((core) => core === '' || known.has(core) || OWN_WORDS.includes(core));
}

/**
 * What is wrong with a new password; null where nothing is. Its length counts characters, and all of them are hashed.
 * Whether it was used before is asked of `password-history.ts`.
 */
export async function passwordFault(
  password: string,
  userName: string,
  policy: PasswordPolicy,
): Promise<PasswordFault | null> {
  const length = [...password].length;
  if (length < policy.shortest) return 'too_short';
  if (length > policy.longest) return 'too_long';
  if (KINDS.filter((pattern) => pattern.test(password)).length < policy.kinds) return 'too_plain';
  if (userName.length >= 3 && password.toLowerCase().includes(userName.toLowerCase())) return 'holds_name';
  return (await isCommon(password)) ? 'too_common' : null;
}
