import { insertAlarm } from '@dabiao/store/alarms';
import { insertAudit } from '@dabiao/store/audit';
import type { Deps } from './deps.ts';

type Kind = 'sign-ins' | 'refusals';

/** So many of a kind within a minute are an alarm (GB/T 22239-2019 8.1.4.4 e). */
const MANY: Record<Kind, number> = { 'sign-ins': 10, refusals: 50 };
const WINDOW_MS = 60_000;
/** One alarm tells of an attack that goes on; the next one of its kind comes so much later, with all since. */
const QUIET_MS = 5 * 60_000;
const MOST_ADDRESSES = 20;

interface Count {
  /** Times of the last ones, as many as make an alarm. */
  recent: number[];
  /** All since the last alarm of this kind. */
  since: number;
  firstAt: number;
  addresses: Set<string>;
  quietUntil: number;
}

const none = (quietUntil = 0): Count => ({ recent: [], since: 0, firstAt: 0, addresses: new Set(), quietUntil });

/**
 * Counts what may be an attack, whoever it comes from, and raises an alarm: a row for the security administrator and a
 * line in the audit. Kept in memory, bounded; every request that was refused counts, also where the audit has one line
 * for many of them.
 */
export class AlarmBell {
  readonly #counts: Record<Kind, Count> = { 'sign-ins': none(), refusals: none() };
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Counts one; waits for the alarm to be written where it makes one. */
  async note(kind: Kind, address: string): Promise<void> {
    const at = (this.#deps.clock?.() ?? new Date()).getTime();
    const count = this.#counts[kind];
    const recent = [...count.recent.filter((time) => time > at - WINDOW_MS), at].slice(-MANY[kind]);
    // What was single and long ago is no part of it.
    if (recent.length === 1 && at >= count.quietUntil) {
      count.since = 0;
      count.addresses.clear();
    }
    if (count.since === 0) count.firstAt = at;
    count.recent = recent;
    count.since += 1;
    if (count.addresses.size < MOST_ADDRESSES) count.addresses.add(address);
    if (recent.length < MANY[kind] || at < count.quietUntil) return;
    this.#counts[kind] = none(at + QUIET_MS);
    await this.#raise(kind, count, address);
  }

  async #raise(kind: Kind, { since, firstAt, addresses }: Count, address: string): Promise<void> {
    const found = { kind, firstAt: new Date(firstAt).toISOString(), count: since, addresses: [...addresses] };
    await this.#deps.store.transact(async (trx) => {
      const object = await insertAlarm(trx, found);
      const detail = { kind, count: since, addresses: found.addresses };
      await insertAudit(trx, { user: null, action: 'alarm.raise', object, detail, address });
    });
  }
}
