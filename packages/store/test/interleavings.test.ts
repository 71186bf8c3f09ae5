import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures, findFigureVersions } from '../src/figures.ts';
import type { Store } from '../src/open.ts';
import { FigureMovedOn, publishSubmission } from '../src/publish-submission.ts';
import { releaseDue } from '../src/release.ts';
import { moveSubmission } from '../src/submission-steps.ts';
import { seededStore } from './fresh-store.ts';
import { figure, stage, userOf } from './staged.ts';

/** What two editors, a reviewer and the clock may do, in any order. */
type Act =
  | { do: 'stage'; who: 0 | 1; value: number; withdrawn: boolean }
  | { do: 'approve' | 'withdraw'; which: number }
  | { do: 'schedule'; which: number; hour: number }
  | { do: 'tick' };

const acts = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('stage' as const),
      who: fc.constantFrom(0 as const, 1 as const),
      value: fc.integer({ min: 1, max: 5 }),
      withdrawn: fc.boolean(),
    }),
    fc.record({ do: fc.constantFrom('approve' as const, 'withdraw' as const), which: fc.nat(5) }),
    fc.record({ do: fc.constant('schedule' as const), which: fc.nat(5), hour: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ do: fc.constant('tick' as const) }),
  ),
  { minLength: 4, maxLength: 14 },
);

const hourOf = (hour: number): string => `2024-07-01T${String(hour).padStart(2, '0')}:00:00.000Z`;

interface Staged {
  id: string;
  value: number;
  withdrawn: boolean;
  /** How many versions were published when it was staged. */
  seen: number;
}

/** One figure, and all that is done to it. */
class Desk {
  readonly #store: Store;
  readonly #users: readonly string[];
  readonly #year: number;
  readonly #staged: Staged[] = [];
  #hour = 0;
  /** What the model says is published, the oldest first. */
  readonly published: { value: number; withdrawn: boolean }[] = [];

  constructor(store: Store, users: readonly string[], year: number) {
    this.#store = store;
    this.#users = users;
    this.#year = year;
  }

  /** Whether the model lets a staged row be published, and whether that adds anything. */
  #note({ value, withdrawn, seen }: Staged): boolean {
    if (seen !== this.published.length) return false;
    const last = this.published.at(-1);
    const same = last ? last.withdrawn === withdrawn && (withdrawn || last.value === value) : withdrawn;
    if (!same) this.published.push({ value, withdrawn });
    return true;
  }

  async act(act: Act): Promise<void> {
    if (act.do === 'stage') await this.#stage(act);
    else if (act.do === 'tick') await this.#tick();
    else {
      const one = this.#staged[act.which % Math.max(1, this.#staged.length)];
      if (one) await this.#decide(one, act);
    }
  }

  async #stage({ who, value, withdrawn }: Act & { do: 'stage' }): Promise<void> {
    const row = figure(this.#year, value, { withdrawn });
    const { id } = await stage(this.#store, this.#users[who] ?? '', [row]);
    this.#staged.push({ id, value, withdrawn, seen: this.published.length });
  }

  async #decide(one: Staged, act: Exclude<Act, { do: 'stage' | 'tick' }>): Promise<void> {
    const by = this.#users[0] ?? '';
    if (act.do === 'withdraw') {
      const move = { from: ['draft', 'approved'], to: 'withdrawn', action: 'withdraw', by } as const;
      await this.#store.transact((trx) => moveSubmission(trx, one.id, move));
      return;
    }
    const releaseAt = act.do === 'schedule' ? hourOf(this.#hour + act.hour) : null;
    const move = { from: ['draft'], to: 'approved', action: 'approve', by, releaseAt } as const;
    let moved = false;
    const publishing = this.#store.transact(async (trx) => {
      moved = await moveSubmission(trx, one.id, move);
      if (moved && act.do === 'approve') await publishSubmission(trx, one.id, { by, thisYear: 2024 });
    });
    if (act.do === 'schedule') return publishing;
    const refused = await publishing.then(
      () => false,
      (error: unknown) => {
        if (error instanceof FigureMovedOn) return true;
        throw error;
      },
    );
    if (moved) expect(!refused).toBe(this.#note(one));
  }

  async #tick(): Promise<void> {
    this.#hour += 2;
    for (const id of await releaseDue(this.#store, hourOf(this.#hour), 2024)) {
      const one = this.#staged.find((staged) => staged.id === id);
      // What an earlier run left waiting is of another year.
      if (one) expect(this.#note(one)).toBe(true);
    }
  }

  async check(): Promise<void> {
    const place = { indicator: 'stations', region: '990100', from: this.#year, to: this.#year };
    const versions = (await findFigureVersions(this.#store.read, place)).reverse();
    expect(versions.map(({ version }) => version)).toEqual(this.published.map((_, at) => at + 1));
    expect(versions.map(({ value, withdrawn }) => ({ value, withdrawn }))).toEqual(this.published);
    const last = this.published.at(-1);
    const counts = (await findFigures(this.#store.read, place)).map(({ value }) => value);
    expect(counts).toEqual(last && !last.withdrawn ? [last.value] : []);
  }
}

describe('two editors, a reviewer and the clock', () => {
  it('never lose or overwrite a version, in whatever order they act', async () => {
    const store = await seededStore();
    const users = [await userOf(store), await userOf(store, '王')];
    let year = 1950;
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        year += 1;
        const desk = new Desk(store, users, year);
        for (const act of list) await desk.act(act);
        await desk.check();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
