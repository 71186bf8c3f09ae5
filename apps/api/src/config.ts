import { dataFolder } from '@dabiao/store/place';
import { type ProviderSettings, readProviderSettings } from './provider-settings.ts';
import { oneOf, SettingError, wholeNumber } from './setting-values.ts';
import { readTrustSettings, type TrustSettings } from './trust-settings.ts';

/** The settings of a running server, each checked once at start. */
export interface Config extends TrustSettings {
  port: number;
  host: string;
  dataDir: string;
  view: 'open' | 'signed-in';
  review: 'off' | 'required';
  /** Whether a reviewer may approve what they handed in themselves. */
  selfApproval: boolean;
  logLevel: string;
  demo: boolean;
  /** Sign-in elsewhere (OpenID Connect); null where accounts of this system are all there is. */
  provider: ProviderSettings | null;
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
  const dataDir = dataFolder(env, root);
  const demo = oneOf(env, 'DEMO', ['0', '1']) === '1';
  return {
    ...readTrustSettings(env, root, dataDir),
    port: wholeNumber(env, 'PORT', { usual: 8080, from: 0, to: 65_535 }),
    host: env.HOST ?? '127.0.0.1',
    dataDir,
    view: oneOf(env, 'VIEW', ['open', 'signed-in']),
    review: oneOf(env, 'REVIEW', ['off', 'required']),
    selfApproval: oneOf(env, 'SELF_APPROVAL', ['no', 'yes']) === 'yes',
    logLevel: oneOf(env, 'LOG_LEVEL', ['warn', 'trace', 'debug', 'info', 'error', 'fatal', 'silent']),
    demo,
    provider: readProviderSettings(env, root),
  };
}
