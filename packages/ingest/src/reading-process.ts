import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ReadingAnswer, type ReadingJob, unpackAnswer } from './reading-job.ts';
import { TOO_COMPLEX } from './refusal.ts';

/** What a reading process may take: processor time, wall-clock time, heap, and letters of answer. */
export interface Limits {
  /** Looked up in /proc, where there is one: on a busy machine an honest file only takes longer. */
  processorMilliseconds: number;
  milliseconds: number;
  heapMegabytes: number;
  outputBytes: number;
}

export const READING_LIMITS: Limits = {
  processorMilliseconds: 10_000,
  milliseconds: 30_000,
  heapMegabytes: 640,
  outputBytes: 128 * 1024 * 1024,
};

const LOOK_EVERY = 500;
/** Clock ticks a second in /proc, on every Linux that Node runs on. */
const TICKS = 100;

/** Processor time a process has taken so far, in milliseconds; 0 where that cannot be told. */
function processorTime(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  } catch {
    return 0;
  }
}

/** Reading processes at one time: two uploads together may take a gigabyte, not twenty. */
const MAX_PROCESSES = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_PROCESSES) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // the place goes to the next in line, or is free
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Folders of the code the process runs; it may read these and nothing else of the machine. */
function readableFolders(): string[] {
  const require = createRequire(import.meta.url);
  const modules = dirname(dirname(dirname(require.resolve('@e965/xlsx'))));
  const domain = dirname(dirname(require.resolve('@dabiao/domain/decimal')));
  const own = dirname(dirname(fileURLToPath(import.meta.url)));
  return [modules, domain, own].map((folder) => `${folder}/`);
}

function processArguments(limits: Limits): string[] {
  const rights = ['--permission', ...readableFolders().map((folder) => `--allow-fs-read=${folder}`)];
  const child = fileURLToPath(new URL('./reading-child.ts', import.meta.url));
  return [`--max-old-space-size=${limits.heapMegabytes}`, ...rights, child];
}

function frame(job: ReadingJob): Buffer {
  const json = Buffer.from(JSON.stringify(job));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.byteLength);
  return Buffer.concat([length, json]);
}

/** Runs the process once. @returns its whole output, or null where it died, was killed or said too much. */
function runOnce(job: ReadingJob, bytes: Uint8Array, limits: Limits): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, processArguments(limits), { stdio: ['pipe', 'pipe', 'ignore'], env: {} });
    const kill = () => child.kill('SIGKILL');
    const timer = setTimeout(kill, limits.milliseconds);
    const watch = setInterval(() => {
      if (processorTime(child.pid) > limits.processorMilliseconds) kill();
    }, LOOK_EVERY);
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limits.outputBytes) kill();
      else chunks.push(chunk);
    });
    child.on('error', () => resolve(null));
    child.on('close', (code) => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve(code === 0 ? Buffer.concat(chunks).toString('utf8') : null);
    });
    // a process that dies while its input is still being written breaks the pipe; `close` reports it
    child.stdin.on('error', kill);
    child.stdin.write(frame(job));
    child.stdin.end(bytes);
  });
}

/**
 * Does a job in a process of its own, limited in time, heap, output and file access, two at a time.
 * @returns its answer, or a refusal where the process did not come to one; never throws.
 */
export async function runReadingProcess(
  job: ReadingJob,
  bytes: Uint8Array,
  limits: Limits = READING_LIMITS,
): Promise<ReadingAnswer> {
  const output = await inTurn(() => runOnce(job, bytes, limits));
  try {
    return output === null ? { refusal: TOO_COMPLEX } : unpackAnswer(output);
  } catch {
    return { refusal: TOO_COMPLEX };
  }
}
