import type { Db } from '@dabiao/store/open';
import { releasedCount } from '@dabiao/store/settings';
import {
  findRowEffects,
  findTargetEffects,
  type RowEffects,
  type TargetEffect,
} from '@dabiao/store/submission-effects';
import type { StoredSubmission } from '@dabiao/store/submissions';
import { clearanceNow } from './plugins/clearance.ts';

/** What releasing a submission would do. */
export interface Effects {
  rows: RowEffects;
  targets: TargetEffect[];
}

/** Submissions whose effects are held at once: a reviewer looks at one, and there are few reviewers. */
const KEPT = 3;

/**
 * What submissions would do, worked out once and held while it is read page by page. Held under the submission's
 * revision, the count of releases and the clearance of whoever looks: what either of them changes is worked out anew.
 */
export class KeptEffects {
  readonly #kept = new Map<string, Promise<Effects>>();

  async of(db: Db, submission: StoredSubmission, asOf: { year: number; until: number }): Promise<Effects> {
    const released = await releasedCount(db);
    const key = [clearanceNow(), submission.id, submission.revision, released, asOf.year, asOf.until].join(' ');
    const effects = this.#kept.get(key) ?? this.#find(db, submission, asOf);
    // The one asked for last goes last.
    this.#kept.delete(key);
    this.#kept.set(key, effects);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
    effects.catch(() => this.#kept.delete(key));
    return effects;
  }

  async #find(db: Db, submission: StoredSubmission, asOf: { year: number; until: number }): Promise<Effects> {
    const rows = await findRowEffects(db, submission);
    return { rows, targets: await findTargetEffects(db, submission, rows, asOf) };
  }
}
