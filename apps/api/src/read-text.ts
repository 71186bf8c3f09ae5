import { Worker } from 'node:worker_threads';
import type { Reading } from '@dabiao/reader/reading';
import { Problem } from './problem.ts';

/** What reading one text may take; the longest text that is let in takes about a second. */
const LIMIT_MS = 30_000;
const HEAP_MB = 512;
/** Letters that are read in a few milliseconds, less than a thread takes to begin: selected words. */
const SHORT = 2000;

/**
 * Reads a policy text; all but a few lines in a thread of its own, so that no text, however made, holds up other
 * requests.
 * @throws Problem file_too_large where it does not come to an end in time or memory
 */
export async function readText(text: string): Promise<Reading> {
  if (text.length > SHORT) return readApart(text);
  const { readPolicy } = await import('@dabiao/reader/read-policy');
  return readPolicy(text);
}

function readApart(text: string): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./policy-worker.ts', import.meta.url), {
      workerData: text,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    const refuse = () =>
      reject(
        new Problem('file_too_large', {
          zh: '正文过于复杂，未能在限定的时间内读完；请只保留正文再读。',
          en: 'The text is too complex to be read in the time there is; keep only the body and read it again.',
        }),
      );
    const timer = setTimeout(() => void worker.terminate(), LIMIT_MS);
    worker.once('message', (reading: Reading) => resolve(reading));
    worker.once('error', refuse);
    worker.once('exit', () => {
      clearTimeout(timer);
      refuse();
    });
  });
}
