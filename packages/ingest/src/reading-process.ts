import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { processorTime } from './processor-time.ts';
import { LIBRARY_AT_WORK, type ReadingAnswer, type ReadingJob, unpackAnswer } from './reading-job.ts';
import { TOO_COMPLEX } from './refusal.ts';

/** What a reading process may take: processor time, wall-clock time, heap, and letters of answer. */
export interface Limits {
  /** Looked up in /proc, where there is one: on a busy machine an honest file only takes longer. */
  processorMilliseconds: number;
  /**
   * Of these, what the library of spreadsheets may take for a file of no size. It reads a megabyte in a third of a
   * second, and some damaged files of a few kilobytes keep it busy for ever.
   */
  libraryMilliseconds: number;
  milliseconds: number;
  heapMegabytes: number;
  outputBytes: number;
}

export const READING_LIMITS: Limits = {
  processorMilliseconds: 10_000,
  libraryMilliseconds: 2500,
  milliseconds: 30_000,
  heapMegabytes: 640,
  outputBytes: 128 * 1024 * 1024,
};

const MEGABYTE = 1024 * 1024;
const LIBRARY_MILLISECONDS_PER_MEGABYTE = 500;
const LOOK_EVERY = 200;

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

/**
 * Starts the process with a limit of processor time that the system itself keeps: should this process be killed
 * now, the other ends soon after.
 */
function start(limits: Limits): ChildProcessByStdio<Writable, Readable, null> {
  const command = [process.execPath, ...processArguments(limits)];
  const seconds = String(Math.ceil(limits.processorMilliseconds / 1000) + 2);
  const limited = ['/bin/sh', '-c', 'ulimit -t "$0" && exec "$@"', seconds, ...command];
  const [file = '', ...rest] = process.platform === 'win32' ? command : limited;
  return spawn(file, rest, { stdio: ['pipe', 'pipe', 'ignore'], env: {} });
}

/** Calls back once the process has taken more processor time than it may, alone or in the library. @returns an end */
function watchProcessorTime(pid: number | undefined, limits: Limits, megabytes: number, onTooMuch: () => void) {
  const library = limits.libraryMilliseconds + LIBRARY_MILLISECONDS_PER_MEGABYTE * megabytes;
  let libraryUntil = Number.POSITIVE_INFINITY;
  const timer = setInterval(() => {
    if (processorTime(pid) > Math.min(limits.processorMilliseconds, libraryUntil)) onTooMuch();
  }, LOOK_EVERY);
  return {
    library: (busy: boolean) => {
      libraryUntil = busy ? processorTime(pid) + library : Number.POSITIVE_INFINITY;
    },
    end: () => clearInterval(timer),
  };
}

/** Runs the process once. @returns its whole output, or null where it died, was killed or said too much. */
function runOnce(job: ReadingJob, bytes: Uint8Array, limits: Limits): Promise<string | null> {
  return new Promise((resolve) => {
    const child = start(limits);
    const kill = () => child.kill('SIGKILL');
    const timer = setTimeout(kill, limits.milliseconds);
    const watch = watchProcessorTime(child.pid, limits, bytes.byteLength / MEGABYTE, kill);
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      watch.library(chunk.at(-1) === LIBRARY_AT_WORK.charCodeAt(0));
      if (size > limits.outputBytes) kill();
      else chunks.push(chunk);
    });
    child.on('error', () => resolve(null));
    child.on('close', (code) => {
      clearTimeout(timer);
      watch.end();
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
