import { isIPv4 } from 'node:net';
import type { Config } from './config.ts';

/**
 * What keeps what passes between browsers and the server from being read: its own certificate, a proxy in front, or that
 * nothing leaves the machine; `plain`: nothing does.
 */
export type Transport = 'tls' | 'proxy' | 'loopback' | 'plain';

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));

export function transportOf({ tls, trustProxy, host }: Pick<Config, 'tls' | 'trustProxy' | 'host'>): Transport {
  if (tls) return 'tls';
  if (trustProxy) return 'proxy';
  return isLoopback(host) ? 'loopback' : 'plain';
}

/** What the operator is told of a server that speaks plain HTTP to other machines. */
export const PLAIN =
  '对外提供未加密的 HTTP，密码可能被窃听：请设置 TLS_CERT、TLS_KEY，或用反向代理并设置 TRUST_PROXY (plain HTTP to other machines, passwords can be read on the way: set TLS_CERT and TLS_KEY, or use a proxy and set TRUST_PROXY)';
