import { type ChildProcess, spawn } from 'node:child_process';
import type { ScanSettings } from './scan-settings.ts';

/** What a scanner says of a file; `late`, `missing` and `failed`: it says nothing of it. */
export type ScanResult =
  | { verdict: 'clean' }
  | { verdict: 'infected'; said: string }
  | { verdict: 'unknown'; why: 'late' | 'missing' | 'failed'; detail: string };

/** Of what a scanner prints, so many characters are kept. */
const KEPT = 500;
const CLEAN = 0;
const INFECTED = 1;

/** The settings of the server, its secrets among them, are none of the scanner's business. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LANG: 'C.UTF-8' });

/** Ends a scanner with all it has started. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function resultOf(code: number | null, signal: string | null, said: string): ScanResult {
  if (code === CLEAN) return { verdict: 'clean' };
  if (code === INFECTED) return { verdict: 'infected', said };
  return { verdict: 'unknown', why: 'failed', detail: signal ?? `exit ${code}` };
}

/**
 * Has the scanner look at one file: the program itself with its arguments and the path, no shell. Exit 0 is clean, 1
 * infected; whatever else happens is `unknown`.
 */
export function runScanner({ program, args, seconds }: ScanSettings, path: string): Promise<ScanResult> {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(program, [...args, path], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
      env: environment(),
    });
    const timer = setTimeout(() => {
      resolve({ verdict: 'unknown', why: 'late', detail: `${seconds} s` });
      child.stdout.destroy();
      endGroup(child);
    }, seconds * 1000);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(0, KEPT);
    });
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      const why = error.code === 'ENOENT' || error.code === 'EACCES' ? 'missing' : 'failed';
      resolve({ verdict: 'unknown', why, detail: error.code ?? error.message });
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve(resultOf(code, signal, said.replaceAll(path, 'file').trim()));
    });
  });
}
