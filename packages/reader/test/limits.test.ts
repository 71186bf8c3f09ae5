import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readFileText } from '../src/read-file.ts';
import { type Limits, READING_LIMITS } from '../src/reading-process.ts';
import { makeDocx } from './make-docx.ts';
import { makeLongPdf, makePdf } from './make-pdf.ts';

/** Half an hour of moving about on every page, in a few kilobytes. */
const ENDLESS = makeLongPdf(200, 'q 1 0 0 1 0 0 cm Q '.repeat(1_000_000));
const GENEROUS: Limits = { processorSeconds: 600, milliseconds: 600_000, heapMegabytes: 512, outputBytes: 1e9 };

const childrenOf = (pid: number): number[] => {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
};

/** The reading process below `pid`, when it is there. */
async function readingProcess(pid: number): Promise<number> {
  for (;;) {
    const found = childrenOf(pid).find((child) => {
      try {
        return (
          readFileSync(`/proc/${child}/cmdline`, 'utf8').split('\0')[0]?.endsWith('/node') &&
          readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('reading-child.ts')
        );
      } catch {
        return false;
      }
    });
    if (found !== undefined) return found;
    await wait(20);
  }
}

async function gone(pid: number): Promise<void> {
  // what has ended but was not yet asked for by the process above it counts as gone
  while (existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')))
    await wait(50);
}

const codeOf = async (bytes: Uint8Array, limits: Limits) => {
  const answer = await readFileText(bytes, undefined, limits);
  return 'refusal' in answer ? [answer.refusal.code, answer.refusal.message] : ['read', answer.text];
};
const REFUSED = ['file_too_large', expect.stringContaining('未能在限定的时间和内存内读完')];

describe('a file that takes more than it may', () => {
  it('of time is given up, and its process is ended', async () => {
    expect(await codeOf(ENDLESS, { ...GENEROUS, milliseconds: 1_500 })).toEqual(REFUSED);
    for (const child of childrenOf(process.pid)) {
      expect(readFileSync(`/proc/${child}/cmdline`, 'utf8')).not.toContain('reading-child.ts');
    }
  }, 30_000);

  it('of processor time is ended by the system', async () => {
    expect(await codeOf(ENDLESS, { ...GENEROUS, processorSeconds: 1 })).toEqual(REFUSED);
  }, 60_000);

  it('of memory dies, and the program that asked lives', async () => {
    const words = makeLongPdf(1, `BT /F1 9 Tf ${'1 0 0 1 9 9 Tm (a) Tj 1 0 0 1 99 99 Tm (b) Tj '.repeat(200_000)} ET`);
    expect(await codeOf(words, { ...GENEROUS, heapMegabytes: 24 })).toEqual(REFUSED);
  }, 60_000);

  it('of answer is given up', async () => {
    expect(await codeOf(makeDocx(['工业投资'.repeat(5_000)]), { ...GENEROUS, outputBytes: 10_000 })).toEqual(REFUSED);
  }, 30_000);

  it('leaves room for the next', async () => {
    const limits = { ...GENEROUS, milliseconds: 1_000 };
    const [first, second] = await Promise.all([codeOf(ENDLESS, limits), codeOf(ENDLESS, limits)]);
    expect([first, second]).toEqual([REFUSED, REFUSED]);
    expect(await codeOf(makePdf(['By 2025']), READING_LIMITS)).toEqual(['read', 'By 2025']);
  }, 60_000);
});

describe.skipIf(process.platform !== 'linux')('a reading process', () => {
  it('has the processor time it may take from the system', async () => {
    const reading = readFileText(ENDLESS, undefined, { ...GENEROUS, milliseconds: 4_000, processorSeconds: 77 });
    const limits = readFileSync(`/proc/${await readingProcess(process.pid)}/limits`, 'utf8');
    expect(limits).toMatch(/^Max cpu time +77 +77 +seconds/m);
    await reading;
  }, 30_000);

  it('ends although the program that asked was killed meanwhile', async () => {
    const reader = pathToFileURL(new URL('../src/read-file.ts', import.meta.url).pathname);
    const program = `
      const { readFileText } = await import(${JSON.stringify(reader)});
      const { readFileSync } = await import('node:fs');
      await readFileText(readFileSync(0), undefined, ${JSON.stringify({ ...GENEROUS, processorSeconds: 2 })});`;
    const asker = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    asker.stdin.end(ENDLESS);
    const child = await readingProcess(asker.pid ?? 0);
    await wait(500);
    asker.kill('SIGKILL');
    expect(existsSync(`/proc/${child}`)).toBe(true);
    await gone(child);
  }, 60_000);
});
