import type { Overview } from '@dabiao/contract/overview';
import type { TargetRow } from '@dabiao/contract/target';
import type { Target } from '@dabiao/domain/target';
import { findLastRelease } from '@dabiao/store/releases';
import type { AsOf } from './as-of.ts';
import type { Deps } from './deps.ts';
import { targetRows } from './target-rows.ts';

type Moved = Overview['moved'];

/** The last moment before a release; the store's times are as fine as milliseconds. */
const before = (at: string): string => new Date(Date.parse(at) - 1).toISOString();

/** Targets whose verdict as of the year is another one than as of the year before. */
function sinceLastYear(rows: readonly TargetRow[], year: number): Moved {
  return rows.flatMap((target) => {
    const earlier = target.history.find((cell) => cell.year === year - 1)?.verdict;
    return earlier !== undefined && earlier !== target.assessment.verdict ? [{ target, before: earlier }] : [];
  });
}

/**
 * What moved: since the last release of handed-in figures, as of the same year; where nothing was ever handed in, or the
 * past is asked for, since the year before.
 */
export async function movedTargets(
  deps: Deps,
  targets: readonly Target[],
  rows: readonly TargetRow[],
  asOf: AsOf,
): Promise<Pick<Overview, 'moved' | 'movedSince'>> {
  const db = deps.store.read;
  const release = asOf.knownAt === undefined ? await findLastRelease(db) : null;
  if (!release) return { moved: sinceLastYear(rows, asOf.year), movedSince: null };
  const released = new Set(release.of.map(({ indicator, region }) => `${indicator} ${region}`));
  const touched = targets.filter(({ indicator, region }) => released.has(`${indicator} ${region}`));
  const then = await targetRows(db, touched, { year: asOf.year, knownAt: before(release.at) });
  const earlier = new Map(then.map(({ id, assessment }) => [id, assessment.verdict]));
  const moved = rows.flatMap((target) => {
    const verdict = earlier.get(target.id);
    return verdict !== undefined && verdict !== target.assessment.verdict ? [{ target, before: verdict }] : [];
  });
  return { moved, movedSince: release.at };
}
