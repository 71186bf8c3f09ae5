import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

export interface RunningServer {
  address: string;
  /** One-time passwords printed at the first start, by user name. */
  passwords: Record<string, string>;
  folder: string;
  stop: () => Promise<void>;
}

/** Reads the server's output until it says where it listens. */
async function untilListening(child: ChildProcess): Promise<string> {
  let output = '';
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  for await (const chunk of child.stdout ?? []) {
    output += chunk;
    if (/http:\/\/127\.0\.0\.1:\d+/.test(output)) return output;
  }
  throw new Error(`the server did not start:\n${output}`);
}

/** Starts the product as its users do, on a data folder and a port of its own. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-e2e-'));
  const child = spawn(process.execPath, [join(ROOT, 'apps/api/src/server.ts')], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = await untilListening(child);
  child.stdout?.resume();
  const passwords = Object.fromEntries(
    [...output.matchAll(/ {2}(\S+-admin) {2}(\S+)/g)].map(([, name = '', password = '']) => [name, password]),
  );
  return {
    address: /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '',
    passwords,
    folder,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A session of the security administrator, who has set an own password. @returns the cookie header. */
export async function signInAsSecurityAdmin({ address, passwords }: RunningServer): Promise<string> {
  const name = 'security-admin';
  const password = passwords[name] ?? '';
  const call = async (method: string, path: string, body: object, cookie = '') => {
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`${address}/api/v1/session${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const first = await call('POST', '', { name, password });
  return call('PUT', '/password', { current: password, next: 'Granite-Lake-9' }, first);
}
