import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileKind } from './file-kind.ts';
import { turns } from './in-turn.ts';
import type { OnPage, Share } from './pdf-lines.ts';
import { type Refusal, TOO_COMPLEX } from './refusal.ts';

/** What a reading process may take: processor time, wall-clock time, heap, and bytes of answer. */
export interface Limits {
  /** Kept by the system, so that it holds although the program that began it was killed. */
  processorSeconds: number;
  milliseconds: number;
  heapMegabytes: number;
  outputBytes: number;
}

export const READING_LIMITS: Limits = {
  processorSeconds: 20,
  milliseconds: 40_000,
  heapMegabytes: 512,
  outputBytes: 48 * 1024 * 1024,
};

/** What a process answers: the text, the lines of its pages, or why not. */
export type ReadingOutput = { text: string } | { pages: string[][] } | { refusal: Refusal };

/** Reading processes at one time: two large files together may take a gigabyte, not twenty. */
const inTurn = turns(2);

/** Folders the process may read, and nothing else of the machine: its own code and the libraries. */
function readableFolders(): string[] {
  const modules = dirname(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')));
  const own = dirname(dirname(fileURLToPath(import.meta.url)));
  return [modules, own].map((folder) => `${folder}/`);
}

const LIMITED = 'ulimit -t "$1"; shift; exec "$@"';

/** The command that begins the process; where there is a shell of the old kind, under a limit of processor time. */
function command(kind: FileKind, share: Share, limits: Limits): [string, string[]] {
  const rights = ['--permission', ...readableFolders().map((folder) => `--allow-fs-read=${folder}`)];
  const child = fileURLToPath(new URL('./reading-child.ts', import.meta.url));
  const job = [child, kind, String(share.nth), String(share.of)];
  const node = [`--max-old-space-size=${limits.heapMegabytes}`, ...rights, ...job];
  if (process.platform === 'win32') return [process.execPath, node];
  return ['/bin/sh', ['-c', LIMITED, 'sh', String(limits.processorSeconds), process.execPath, ...node]];
}

function parseOutput(output: string): ReadingOutput {
  try {
    return JSON.parse(output) as ReadingOutput;
  } catch {
    return { refusal: TOO_COMPLEX };
  }
}

/** One process for one share of a file. */
interface Reading {
  kind: FileKind;
  bytes: Uint8Array;
  share: Share;
  limits: Limits;
  /** Ends the process where nobody waits for its answer any more. */
  signal: AbortSignal;
}

function runOnce({ kind, bytes, share, limits, signal }: Reading, onPage: OnPage): Promise<ReadingOutput> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ refusal: TOO_COMPLEX });
    const child = spawn(...command(kind, share, limits), { stdio: ['pipe', 'pipe', 'pipe'], env: {} });
    const kill = () => child.kill('SIGKILL');
    const timer = setTimeout(kill, limits.milliseconds);
    signal.addEventListener('abort', kill);
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limits.outputBytes) kill();
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      const last = [...chunk.toString('latin1').matchAll(/(\d+)\/(\d+)\n/g)].at(-1);
      if (last) onPage(Number(last[1]), Number(last[2]));
    });
    child.on('error', () => resolve({ refusal: TOO_COMPLEX }));
    child.on('close', (code) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      resolve(code === 0 ? parseOutput(Buffer.concat(chunks).toString('utf8')) : { refusal: TOO_COMPLEX });
    });
    // a process that dies while its input is still being written breaks the pipe; `close` reports it
    child.stdin.on('error', kill);
    child.stdin.end(bytes);
  });
}

/**
 * Reads a file in processes of their own, limited in time, heap, output and file access, two at a time.
 * @param shares how many processes share the pages of a PDF
 * @param onProgress told how many of how many pages of a PDF are read
 * @returns what each of them answered, in order, or the first refusal: a process that did not come to an answer is
 *   one too, and ends the others. Never throws.
 */
export async function runReadingProcesses(
  file: { kind: FileKind; bytes: Uint8Array; shares: number },
  onProgress: OnPage = () => {},
  limits: Limits = READING_LIMITS,
): Promise<ReadingOutput[] | Refusal> {
  const { kind, bytes, shares: of } = file;
  const stop = new AbortController();
  const done = new Array<number>(of).fill(0);
  const run = async (nth: number): Promise<ReadingOutput> => {
    const reading = { kind, bytes, share: { nth, of }, limits, signal: stop.signal };
    const output = await inTurn(() =>
      runOnce(reading, (read, pages) => {
        done[nth] = read;
        onProgress(
          done.reduce((sum, one) => sum + one, 0),
          pages,
        );
      }),
    );
    if ('refusal' in output) stop.abort(output.refusal);
    return output;
  };
  const outputs = await Promise.all(done.map((_, nth) => run(nth)));
  return stop.signal.aborted ? (stop.signal.reason as Refusal) : outputs;
}
