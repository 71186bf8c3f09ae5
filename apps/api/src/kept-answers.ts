/** An answer as it is sent. */
export interface KeptAnswer {
  type: string;
  /** gzip or br; null where it is sent as it is. */
  encoding: 'gzip' | 'br' | null;
  bytes: Buffer;
}

/** Bytes held at most, and the longest answer that is held. */
const HELD_BYTES = 48 * 1024 * 1024;
const LONGEST = 4 * 1024 * 1024;

/**
 * Answers made at one time. After a release everybody asks for everything anew: made side by side, all would be done only
 * with the last.
 */
const MADE_AT_ONCE = 2;

/**
 * Answers held in memory, each made once: who asks for one that is being made waits for it. The one asked for longest ago
 * goes first.
 */
export class KeptAnswers {
  readonly #kept = new Map<string, KeptAnswer>();
  readonly #making = new Map<string, { done: Promise<KeptAnswer | null>; end: (made: KeptAnswer | null) => void }>();
  readonly #waiting: (() => void)[] = [];
  #makers = 0;
  #bytes = 0;

  /**
   * The answer kept under `key`, now or when whoever makes it is done; null where the caller is to make it, and then to
   * say so by `end`.
   */
  async find(key: string): Promise<KeptAnswer | null> {
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    const making = this.#making.get(key);
    if (making) return making.done;
    let end: (made: KeptAnswer | null) => void = () => undefined;
    const done = new Promise<KeptAnswer | null>((resolve) => {
      end = resolve;
    });
    this.#making.set(key, { done, end });
    if (this.#makers < MADE_AT_ONCE) this.#makers += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return null;
  }

  /** What came of making the answer; null where it is not to be kept: those who waited then make their own. */
  end(key: string, made: KeptAnswer | null): void {
    const making = this.#making.get(key);
    if (!making) return;
    making.end(made);
    this.#making.delete(key);
    // the place goes to the next in line, or is free
    const next = this.#waiting.shift();
    if (next) next();
    else this.#makers -= 1;
    if (!made || made.bytes.length > LONGEST) return;
    this.#bytes += made.bytes.length - (this.#kept.get(key)?.bytes.length ?? 0);
    this.#kept.set(key, made);
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= HELD_BYTES) break;
      this.#kept.delete(oldest);
      this.#bytes -= bytes.length;
    }
  }
}
