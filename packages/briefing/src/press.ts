import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Drawing, DrawingAnswer, DrawingJob } from './draw-job.ts';

export interface PressLimits {
  /** One drawing takes no longer than this, or its process is killed. */
  timeLimitMs: number;
  /** Drawings after which a process is replaced: the typesetter keeps some memory of each for ever. */
  drawings: number;
  /** A process that has nothing to do for this long ends, and gives its memory back. */
  idleMs: number;
}

const LIMITS: PressLimits = { timeLimitMs: 60_000, drawings: 40, idleMs: 60_000 };
const PROGRAM = fileURLToPath(new URL('./draw-process.ts', import.meta.url));

interface Running {
  child: ChildProcess;
  drawings: number;
  said: Buffer[];
}

/**
 * Draws briefings in a process of its own, one after the other in the order asked. The process stays for the next
 * drawing, so that fonts are read once; it is replaced after a number of them, and ends when nothing is asked.
 */
export class Press {
  readonly #limits: PressLimits;
  #running: Running | null = null;
  #idle: NodeJS.Timeout | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: Partial<PressLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  /** @throws Error with the typesetter's message where it fails, warns of fonts or takes too long. */
  draw(job: DrawingJob): Promise<Drawing> {
    const drawing = this.#last.then(() => this.#drawNow(job));
    this.#last = drawing.catch(() => {});
    return drawing;
  }

  /** Ends the process; what is being drawn fails. */
  close(): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#running?.child.kill('SIGKILL');
    this.#running = null;
  }

  #process(): Running {
    if (this.#idle) clearTimeout(this.#idle);
    if (this.#running && this.#running.drawings >= this.#limits.drawings) this.close();
    if (this.#running) return this.#running;
    const child = fork(PROGRAM, {
      env: {},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const running: Running = { child, drawings: 0, said: [] };
    child.stderr?.on('data', (chunk: Buffer) => {
      if (running.said.length < 20) running.said.push(chunk);
    });
    child.on('exit', () => {
      if (this.#running === running) this.#running = null;
    });
    this.#running = running;
    return running;
  }

  #drawNow(job: DrawingJob): Promise<Drawing> {
    const running = this.#process();
    const { child } = running;
    running.drawings += 1;
    return new Promise<Drawing>((resolve, reject) => {
      const failed = (why: string) => reject(new Error(`the briefing could not be drawn (${why})`));
      const timer = setTimeout(() => child.kill('SIGKILL'), this.#limits.timeLimitMs);
      const ended = (code: number | null, signal: string | null) => {
        settle();
        failed(`${signal ?? code}: ${Buffer.concat(running.said).toString('utf8').trim()}`);
      };
      const wrong = (error: Error) => {
        settle();
        failed(error.message);
      };
      const answered = (answer: DrawingAnswer) => {
        settle();
        this.#rest();
        if ('complaint' in answer) failed(answer.complaint);
        else resolve(answer.drawing);
      };
      const settle = () => {
        clearTimeout(timer);
        child.off('exit', ended).off('error', wrong).off('message', answered);
      };
      child.on('exit', ended).on('error', wrong).on('message', answered);
      child.send(job, (error) => error && wrong(error));
    });
  }

  #rest(): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), this.#limits.idleMs);
    this.#idle.unref();
  }
}
