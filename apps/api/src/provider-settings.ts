import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { oneOf, SettingError } from './setting-values.ts';

type Env = NodeJS.ProcessEnv;

/** Where people may sign in besides here (OpenID Connect). */
export interface ProviderSettings {
  /** As the URL standard writes it, so that a slash at the end makes no other issuer. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends the browser back to; registered there. */
  callback: URL;
  /** The word on the button. */
  label: string;
  /** The claim that is shown to people; it decides nothing. */
  claim: string;
  scopes: string;
  /** Whether the provider is believed that it saw a second factor (`amr` has mfa, or `acr` is one of these). */
  trustFactor: boolean;
  factorLevels: string[];
  /** Whether signing out here goes on to the provider's own signing out. */
  signOutThere: boolean;
}

/** The address of the callback, below the product's own. */
export const CALLBACK_PATH = '/api/v1/session/provider/callback';

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** An address people's browsers may be sent to: https, or http on the machine itself. @throws SettingError */
function webAddress(name: string, value: string): URL {
  const url = URL.parse(value);
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!url || !safe || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new SettingError(`${name}=${value}：须为 https 地址 (must be an https address)`);
  }
  return url;
}

/** @throws SettingError */
function needed(env: Env, name: string): string {
  const value = env[name]?.trim();
  if (!value) throw new SettingError(`设置了 OIDC_ISSUER，还须设置 ${name} (OIDC_ISSUER needs ${name})`);
  return value;
}

/** @throws SettingError */
function secretOf(env: Env, root: string): string {
  const file = env.OIDC_CLIENT_SECRET_FILE;
  if (!file) return needed(env, 'OIDC_CLIENT_SECRET');
  const path = resolve(root, file);
  if (!existsSync(path)) throw new SettingError(`OIDC_CLIENT_SECRET_FILE=${file}：没有这个文件 (no such file)`);
  return readFileSync(path, 'utf8').trim();
}

const words = (text: string | undefined): string[] => (text ?? '').split(/[\s,]+/).filter((word) => word !== '');

/** The address people use, scheme, host and port; null where it is not set. @throws SettingError */
export function readPublicAddress(env: Env): URL | null {
  if (!env.PUBLIC_ADDRESS?.trim()) return null;
  const home = webAddress('PUBLIC_ADDRESS', env.PUBLIC_ADDRESS.trim());
  if (home.pathname !== '/') {
    throw new SettingError('PUBLIC_ADDRESS：只写协议、主机和端口 (scheme, host and port only)');
  }
  return home;
}

/** Null where `OIDC_ISSUER` is not set. @throws SettingError naming the variable */
export function readProviderSettings(env: Env, root: string): ProviderSettings | null {
  if (!env.OIDC_ISSUER) return null;
  const home = readPublicAddress({ PUBLIC_ADDRESS: needed(env, 'PUBLIC_ADDRESS') });
  return {
    issuer: webAddress('OIDC_ISSUER', env.OIDC_ISSUER).href,
    clientId: needed(env, 'OIDC_CLIENT_ID'),
    clientSecret: secretOf(env, root),
    callback: new URL(CALLBACK_PATH, home ?? undefined),
    label: env.OIDC_LABEL?.trim() || '统一身份认证',
    claim: env.OIDC_CLAIM?.trim() || 'preferred_username',
    scopes: [...new Set(['openid', ...words(env.OIDC_SCOPES ?? 'profile')])].join(' '),
    trustFactor: oneOf(env, 'OIDC_TRUST_MFA', ['no', 'yes']) === 'yes',
    factorLevels: words(env.OIDC_MFA_ACR),
    signOutThere: oneOf(env, 'OIDC_SIGN_OUT', ['local', 'provider']) === 'provider',
  };
}
