import type { Progress } from '@dabiao/contract/submission';

/** How long what came to an end can still be asked for, and how many runs are remembered at most. */
const KEPT_MS = 10 * 60_000;
const KEPT = 1000;

interface Run {
  progress: Progress;
  /** When it came to an end; null while it runs. */
  ended: number | null;
}

/**
 * How far the uploads and publications of this process are, for the page that waits for the answer. Kept in memory:
 * what a restart interrupts has stored nothing.
 */
export class ProgressBoard {
  readonly #runs = new Map<string, Run>();

  /**
   * Runs `work` under a key of a user, who alone may ask for it; without a key nobody can.
   * @param submissionOf the submission that came of it
   */
  async watch<T>(
    user: string,
    key: string | null,
    work: (report: Report) => Promise<T>,
    submissionOf: (result: T) => string | null = () => null,
  ): Promise<T> {
    if (key === null) return work(() => {});
    const run: Run = { progress: { step: 'reading', done: null, total: null, submission: null }, ended: null };
    this.#forget();
    this.#runs.set(`${user} ${key}`, run);
    const report: Report = (step, done = null, total = null) => {
      run.progress = { ...run.progress, step, done, total };
    };
    try {
      const result = await work(report);
      run.progress = { ...run.progress, step: 'done', submission: submissionOf(result) };
      return result;
    } catch (error) {
      run.progress = { ...run.progress, step: 'failed' };
      throw error;
    } finally {
      run.ended = Date.now();
    }
  }

  /** How far it is; null where nothing is known of the key. */
  find(user: string, key: string): Progress | null {
    this.#forget();
    return this.#runs.get(`${user} ${key}`)?.progress ?? null;
  }

  /** Drops what ended long ago, and the oldest where there are too many. */
  #forget(): void {
    for (const [key, { ended }] of this.#runs) {
      const old = ended !== null && Date.now() - ended > KEPT_MS;
      if (old || this.#runs.size > KEPT) this.#runs.delete(key);
    }
  }
}

/** Tells how far a run is: the step, and rows (targets while judging) done of all. */
export type Report = (step: Progress['step'], done?: number | null, total?: number | null) => void;

declare module 'fastify' {
  interface FastifyInstance {
    /** How far the uploads and publications of this process are. */
    progress: ProgressBoard;
  }
}
