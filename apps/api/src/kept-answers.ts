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
 * Answers held in memory, each made once: who asks for one that is being made waits for it. The one asked for longest ago
 * goes first.
 */
export class KeptAnswers {
  readonly #kept = new Map<string, KeptAnswer>();
  readonly #making = new Map<string, { done: Promise<KeptAnswer | null>; end: (made: KeptAnswer | null) => void }>();
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
    return null;
  }

  /** What came of making the answer; null where it is not to be kept: those who waited then make their own. */
  end(key: string, made: KeptAnswer | null): void {
    this.#making.get(key)?.end(made);
    this.#making.delete(key);
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
