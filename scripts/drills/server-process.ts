import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** The server as its users run it, in a process of its own. */
export interface ServerProcess {
  address: string;
  /** What it has printed so far. */
  output: () => string;
  /** Ends it by a signal and waits until it is gone. @returns exit code, or null after a signal */
  end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
  process: ChildProcess;
}

/**
 * Starts a server on a port of its own.
 * @throws with what it printed, where it ends before it listens
 */
export async function startServer(folder: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(ROOT, 'apps/api/src/server.ts')], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const gone = once(child, 'exit');
  const address = await new Promise<string>((found, fail) => {
    const read = (chunk: Buffer): void => {
      output += String(chunk);
      const [said] = /https?:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      if (said) found(said);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => fail(new Error(`exit ${code}: ${output}`)));
  });
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    const [code] = (await gone) as [number | null];
    return code;
  };
  return { address, output: () => output, end, process: child };
}

/** Signs in. @returns the cookie header. */
export async function signIn(address: string, name: string, password: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  if (!answer.ok) throw new Error(`${name} was not let in: ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
