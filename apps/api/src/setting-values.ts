/** A setting that cannot be used; the message names it and says what it may be. */
export class SettingError extends Error {}

type Env = NodeJS.ProcessEnv;

/** One of some words; the first where the variable is not set. @throws SettingError */
export function oneOf<const T extends readonly string[]>(env: Env, name: string, words: T): T[number] {
  const value = env[name] ?? words[0];
  if (!words.includes(value as T[number])) {
    throw new SettingError(`${name}=${value}：只能是 ${words.join('、')} (must be one of ${words.join(', ')})`);
  }
  return value as T[number];
}

/** A whole number within bounds. @throws SettingError */
export function wholeNumber(env: Env, name: string, of: { usual: number; from: number; to: number }): number {
  const value = env[name] ?? String(of.usual);
  const number = Number(value);
  if (!/^\d{1,9}$/.test(value) || number < of.from || number > of.to) {
    throw new SettingError(
      `${name}=${value}：须为 ${of.from} 到 ${of.to} 的整数 (must be an integer from ${of.from} to ${of.to})`,
    );
  }
  return number;
}
