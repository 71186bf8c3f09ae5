/**
 * Failed sign-ins of names that do not exist, counted as those of real ones are, so that a locked name does not tell
 * that it exists. Kept in memory and bounded; real names are counted in the store.
 */
const TRIES = 5;
const LOCK_MS = 15 * 60_000;
const REMEMBERED = 10_000;

export class UnknownNames {
  readonly #failed = new Map<string, { count: number; until: number }>();

  isLocked(key: string): boolean {
    return (this.#failed.get(key)?.until ?? 0) > Date.now();
  }

  countFailure(key: string): void {
    const count = (this.#failed.get(key)?.count ?? 0) + 1;
    this.#failed.delete(key);
    this.#failed.set(key, count >= TRIES ? { count: 0, until: Date.now() + LOCK_MS } : { count, until: 0 });
    const oldest = this.#failed.size > REMEMBERED ? this.#failed.keys().next().value : undefined;
    if (oldest !== undefined) this.#failed.delete(oldest);
  }
}
