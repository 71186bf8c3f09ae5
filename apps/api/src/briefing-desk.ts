import type { BriefingJob } from '@dabiao/contract/briefing';
import { PROBLEMS } from '@dabiao/contract/problems';
import { underThisClearance } from './plugins/clearance.ts';
import { Problem } from './problem.ts';

/** How long what came to an end can still be asked for, and how much may wait at most. */
const KEPT_MS = 10 * 60_000;
const WAITING = 500;

interface Job {
  shown: BriefingJob;
  user: string;
  units: (() => Promise<void>)[];
  settle: (error: unknown) => void;
  /** When it came to an end; null while it runs. */
  ended: number | null;
}

/**
 * Makes briefings one after the other. A batch is many units of work, and those who wait get their turn between them,
 * so that one briefing never waits for a hundred. Kept in memory: what a restart interrupts has stored nothing.
 */
export class BriefingDesk {
  readonly #jobs = new Map<string, Job>();
  #waiting: Job[] = [];
  #busy = false;

  /**
   * Queues work; resolved when all units are done, rejected when one fails: those after it are not begun.
   * @throws Problem busy, at once, where too many wait.
   */
  take(
    user: string,
    job: Pick<BriefingJob, 'id' | 'kind' | 'title'>,
    units: readonly (() => Promise<void>)[],
  ): Promise<void> {
    this.#forget();
    if (this.#waiting.length >= WAITING) throw new Problem('busy');
    return new Promise((resolve, reject) => {
      const settle = (error: unknown) => (error === null ? resolve() : reject(error));
      const shown = { ...job, state: 'waiting', ahead: 0, done: 0, total: units.length, problem: null } as const;
      const queued: Job = { shown, user, units: units.map((unit) => underThisClearance(unit)), settle, ended: null };
      this.#jobs.set(job.id, queued);
      this.#waiting.push(queued);
      void this.#work();
    });
  }

  /** What a user asked for and what came of it in the last minutes, newest first. */
  jobsOf(user: string): BriefingJob[] {
    this.#forget();
    const own = [...this.#jobs.values()].filter((job) => job.user === user);
    return own.toReversed().map((job) => {
      const place = this.#waiting.indexOf(job);
      const ahead = job.shown.state === 'waiting' && place >= 0 ? place + 1 : 0;
      return { ...job.shown, ahead };
    });
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) await this.#turn(job);
    this.#busy = false;
  }

  /** One unit of a job; with more to do it goes to the end of the queue. */
  async #turn(job: Job): Promise<void> {
    job.shown = { ...job.shown, state: 'making' };
    try {
      await job.units.shift()?.();
      job.shown = { ...job.shown, done: job.shown.done + 1 };
      if (job.units.length > 0) this.#waiting.push(job);
      else this.#end(job, null);
    } catch (error) {
      this.#end(job, error);
    }
  }

  #end(job: Job, error: unknown): void {
    const { zh, en } = PROBLEMS[error instanceof Problem ? error.code : 'briefing_failed'];
    const problem = error === null ? null : { zh, en };
    job.shown = { ...job.shown, state: error === null ? 'done' : 'failed', problem };
    job.ended = Date.now();
    job.settle(error);
  }

  #forget(): void {
    for (const [id, { ended }] of this.#jobs) {
      if (ended !== null && Date.now() - ended > KEPT_MS) this.#jobs.delete(id);
    }
  }
}
