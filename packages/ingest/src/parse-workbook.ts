import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sheet } from './grid.ts';
import { type Refusal, unreadable } from './refusal.ts';
import { toSheet, type WireWorkbook } from './wire-workbook.ts';

const TIME_LIMIT_MS = 15_000;
const HEAP_LIMIT_MB = 512;
const OUTPUT_LIMIT_BYTES = 128 * 1024 * 1024;
/** Parsing processes at one time: two uploads together may take a gigabyte, not twenty. */
const MAX_PROCESSES = 2;

const TOO_COMPLEX: Refusal = {
  code: 'file_too_large',
  message: '工作簿过大或过于复杂，未能在限定的时间和内存内读完；请只保留数据所在的工作表，或另存为 .csv 再上传。',
};

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(job: () => Promise<T>): Promise<T> {
  if (running >= MAX_PROCESSES) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await job();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** The process may read this package and the parser, and nothing else of the machine. */
function processArguments(): string[] {
  const child = fileURLToPath(new URL('./parse-child.ts', import.meta.url));
  const parser = dirname(createRequire(import.meta.url).resolve('@e965/xlsx'));
  const rights = ['--permission', `--allow-fs-read=${dirname(dirname(child))}/`, `--allow-fs-read=${parser}/`];
  return [`--max-old-space-size=${HEAP_LIMIT_MB}`, '--disable-warning=ExperimentalWarning', ...rights, child];
}

/** Runs the parsing process once. @returns its whole output, or null where it died, was killed or said too much. */
function runChild(bytes: Uint8Array): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, processArguments(), { stdio: ['pipe', 'pipe', 'ignore'], env: {} });
    const kill = () => child.kill('SIGKILL');
    const timer = setTimeout(kill, TIME_LIMIT_MS);
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > OUTPUT_LIMIT_BYTES) kill();
      else chunks.push(chunk);
    });
    child.on('error', () => resolve(null));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : null);
    });
    // a process that dies while its input is still being written breaks the pipe; `close` reports it
    child.stdin.on('error', kill);
    child.stdin.end(bytes);
  });
}

/**
 * Parses an .xlsx or .xls file in a process of its own with limits on time (15 s), heap (512 MB) and file access.
 * @returns the sheets in the order of the workbook, or the refusal; never throws.
 */
export async function parseWorkbook(bytes: Uint8Array): Promise<Sheet[] | Refusal> {
  const output = await inTurn(() => runChild(bytes));
  if (output === null) return TOO_COMPLEX;
  let answer: WireWorkbook;
  try {
    answer = JSON.parse(output) as WireWorkbook;
  } catch {
    return unreadable();
  }
  if ('sheets' in answer) return answer.sheets.map(toSheet);
  if (answer.failure === 'too_large') return TOO_COMPLEX;
  if (answer.failure === 'unreadable') return unreadable();
  return { code: 'file_encrypted', message: '文件设有打开密码，无法读取；请取消密码后再上传。' };
}
