import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type LockLimits, USUAL_LOCK } from '@dabiao/store/failed-sign-ins';
import { PASSWORD_POLICIES, type PasswordPolicy } from '@dabiao/store/password-policy';
import { keyFile } from '@dabiao/store/place';
import type { SessionLimits } from '@dabiao/store/sessions';
import { readPublicAddress } from './provider-settings.ts';
import { readScanSettings, type ScanSettings } from './scan/scan-settings.ts';
import { oneOf, SettingError, wholeNumber } from './setting-values.ts';

type Env = NodeJS.ProcessEnv;

/** Settings of sign-in, records, backups and transport. */
export interface TrustSettings {
  /** These five until the security administrator decides otherwise (`security-policy.ts`). */
  passwordPolicy: PasswordPolicy;
  sessions: SessionLimits;
  lock: LockLimits;
  /** An account that nobody signed in with for so many days is disabled; 0: never. */
  disableUnusedDays: number;
  /** Whether administrators and reviewers must have a second factor. */
  twoFactor: 'optional' | 'required';
  /** Key that encrypts what must be read back (second factors); made where it is first needed. */
  keyFile: string;
  /** Proxies whose X-Forwarded-… headers are believed; null: none. */
  trustProxy: string[] | null;
  /** The server's own certificate; null: plain HTTP, for a proxy in front. */
  tls: { cert: Buffer; key: Buffer } | null;
  /** Port that answers plain HTTP by leading to HTTPS; null: none. */
  redirectPort: number | null;
  /** Where people find the system, `https://` and host, for that; null: where they asked. */
  publicAddress: string | null;
  /** Addresses from which administrators may work; null: any. */
  adminAddresses: string[] | null;
  metrics: 'local' | 'open' | 'off';
  backups: { folder: string; everyHours: number; keep: number } | null;
  /** Virus scanner for uploads; null: none. */
  scan: ScanSettings | null;
}

function addresses(env: Env, name: string): string[] | null {
  const words = (env[name] ?? '').split(',').map((word) => word.trim());
  const given = words.filter((word) => word !== '');
  for (const word of given) {
    const [address = '', bits = '0'] = word.split('/');
    const isRange = isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128);
    if (!isRange) throw new SettingError(`${name}：${word} 不是 IP 地址或网段 (not an address or a range)`);
  }
  return given.length > 0 ? given : null;
}

function tlsFiles(env: Env, root: string): TrustSettings['tls'] {
  const { TLS_CERT, TLS_KEY } = env;
  if (!TLS_CERT && !TLS_KEY) return null;
  if (!TLS_CERT || !TLS_KEY) {
    throw new SettingError('TLS_CERT 和 TLS_KEY 须同时给出 (TLS_CERT and TLS_KEY belong together)');
  }
  const read = (name: string, file: string): Buffer => {
    const path = resolve(root, file);
    if (!existsSync(path)) throw new SettingError(`${name}=${file}：没有这个文件 (no such file)`);
    return readFileSync(path);
  };
  return { cert: read('TLS_CERT', TLS_CERT), key: read('TLS_KEY', TLS_KEY) };
}

function redirectSettings(env: Env): Pick<TrustSettings, 'redirectPort' | 'publicAddress'> {
  const address = readPublicAddress(env);
  const publicAddress = address?.protocol === 'https:' ? address.origin : null;
  if (!env.REDIRECT_PORT) return { redirectPort: null, publicAddress };
  if (!env.TLS_CERT) throw new SettingError('REDIRECT_PORT：须同时设置 TLS_CERT、TLS_KEY (needs TLS_CERT and TLS_KEY)');
  const redirectPort = wholeNumber(env, 'REDIRECT_PORT', { usual: 80, from: 0, to: 65_535 });
  if (redirectPort !== 0 && env.REDIRECT_PORT === (env.PORT ?? '8080')) {
    throw new SettingError('REDIRECT_PORT：不能与 PORT 相同 (must not be PORT)');
  }
  return { redirectPort, publicAddress };
}

function backupSettings(env: Env, root: string): TrustSettings['backups'] {
  if (!env.BACKUP_DIR) return null;
  return {
    folder: resolve(root, env.BACKUP_DIR),
    everyHours: wholeNumber(env, 'BACKUP_HOURS', { usual: 24, from: 1, to: 168 }),
    keep: wholeNumber(env, 'BACKUP_KEEP', { usual: 14, from: 1, to: 1000 }),
  };
}

/** @throws SettingError naming the variable. */
export function readTrustSettings(env: Env, root: string, dataDir: string): TrustSettings {
  return {
    passwordPolicy: PASSWORD_POLICIES[oneOf(env, 'PASSWORD_POLICY', ['dengbao', 'nist'])],
    sessions: {
      idleMinutes: wholeNumber(env, 'SESSION_IDLE_MINUTES', { usual: 30, from: 1, to: 480 }),
      hours: wholeNumber(env, 'SESSION_HOURS', { usual: 8, from: 1, to: 24 }),
    },
    lock: USUAL_LOCK,
    disableUnusedDays: wholeNumber(env, 'DISABLE_UNUSED_DAYS', { usual: 90, from: 0, to: 3650 }),
    twoFactor: oneOf(env, 'TWO_FACTOR', ['optional', 'required']),
    keyFile: keyFile(env, root, dataDir),
    trustProxy: addresses(env, 'TRUST_PROXY'),
    tls: tlsFiles(env, root),
    ...redirectSettings(env),
    adminAddresses: addresses(env, 'ADMIN_ADDRESSES'),
    metrics: oneOf(env, 'METRICS', ['local', 'open', 'off']),
    backups: backupSettings(env, root),
    scan: readScanSettings(env),
  };
}
