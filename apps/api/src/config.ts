import { dataFolder } from '@dabiao/store/place';

/** The settings of a running server, each checked once at start. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  view: 'open' | 'signed-in';
  review: 'off' | 'required';
  /** Whether a reviewer may approve what they handed in themselves. */
  selfApproval: boolean;
  logLevel: string;
  demo: boolean;
}

/** A setting that cannot be used; the message names it and says what it may be. */
export class SettingError extends Error {}

function oneOf<const T extends readonly string[]>(env: NodeJS.ProcessEnv, name: string, words: T): T[number] {
  const value = env[name] ?? words[0];
  if (!words.includes(value as T[number])) {
    throw new SettingError(`${name}=${value}：只能是 ${words.join('、')} (must be one of ${words.join(', ')})`);
  }
  return value as T[number];
}

function port(env: NodeJS.ProcessEnv): number {
  const value = env.PORT ?? '8080';
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number > 65_535) {
    throw new SettingError(`PORT=${value}：须为 0 到 65535 的整数 (must be an integer from 0 to 65535)`);
  }
  return number;
}

/**
 * Reads the settings from the environment. `root` is the folder that relative paths start from.
 * @throws SettingError naming the variable.
 */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  if (env.DATABASE_URL) {
    throw new SettingError(
      'DATABASE_URL：这一版只支持 SQLite，请去掉这个变量 (this version supports SQLite only; unset DATABASE_URL)',
    );
  }
  const demo = oneOf(env, 'DEMO', ['0', '1']) === '1';
  return {
    port: port(env),
    host: env.HOST ?? '127.0.0.1',
    dataDir: dataFolder(env, root),
    view: oneOf(env, 'VIEW', ['open', 'signed-in']),
    review: oneOf(env, 'REVIEW', ['off', 'required']),
    selfApproval: oneOf(env, 'SELF_APPROVAL', ['no', 'yes']) === 'yes',
    logLevel: oneOf(env, 'LOG_LEVEL', ['warn', 'trace', 'debug', 'info', 'error', 'fatal', 'silent']),
    demo,
  };
}
