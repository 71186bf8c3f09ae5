import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileKind } from './file-kind.ts';
import { type Refusal, TOO_COMPLEX } from './refusal.ts';

/** What a reading process may take: wall-clock time, heap, and bytes of answer. */
export interface Limits {
  milliseconds: number;
  heapMegabytes: number;
  outputBytes: number;
}

const LIMITS: Limits = { milliseconds: 20_000, heapMegabytes: 512, outputBytes: 48 * 1024 * 1024 };

/** Folders the process may read, and nothing else of the machine: its own code and the libraries. */
function readableFolders(): string[] {
  const modules = dirname(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')));
  const own = dirname(dirname(fileURLToPath(import.meta.url)));
  return [modules, own].map((folder) => `${folder}/`);
}

function processArguments(limits: Limits): string[] {
  const rights = ['--permission', ...readableFolders().map((folder) => `--allow-fs-read=${folder}`)];
  const child = fileURLToPath(new URL('./reading-child.ts', import.meta.url));
  return [`--max-old-space-size=${limits.heapMegabytes}`, ...rights, child];
}

/** What was read of a file: its text, or why not. */
export type TextAnswer = { text: string } | { refusal: Refusal };

function parseAnswer(output: string | null): TextAnswer {
  try {
    return output === null ? { refusal: TOO_COMPLEX } : (JSON.parse(output) as TextAnswer);
  } catch {
    return { refusal: TOO_COMPLEX };
  }
}

/**
 * Takes the text out of a file in a process of its own, limited in time, heap, output and file access.
 * @param onProgress told how many of how many pages of a PDF are read
 * @returns the text, or a refusal where the process did not come to an answer; never throws.
 */
export function runReadingProcess(
  kind: FileKind,
  bytes: Uint8Array,
  onProgress: (done: number, all: number) => void = () => {},
  limits: Limits = LIMITS,
): Promise<TextAnswer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, processArguments(limits), { stdio: ['pipe', 'pipe', 'pipe'], env: {} });
    const kill = () => child.kill('SIGKILL');
    const timer = setTimeout(kill, limits.milliseconds);
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limits.outputBytes) kill();
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      const last = [...chunk.toString('latin1').matchAll(/(\d+)\/(\d+)\n/g)].at(-1);
      if (last) onProgress(Number(last[1]), Number(last[2]));
    });
    child.on('error', () => resolve({ refusal: TOO_COMPLEX }));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(parseAnswer(code === 0 ? Buffer.concat(chunks).toString('utf8') : null));
    });
    // a process that dies while its input is still being written breaks the pipe; `close` reports it
    child.stdin.on('error', kill);
    child.stdin.write(Buffer.concat([Buffer.from([kind.length]), Buffer.from(kind, 'latin1')]));
    child.stdin.end(bytes);
  });
}
