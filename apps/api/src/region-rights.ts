import { regionsOfSubmission } from '@dabiao/store/compare-rows';
import type { Db } from '@dabiao/store/open';
import type { ReadingReach } from '@dabiao/store/readings';
import { regionsWithin } from '@dabiao/store/regions';
import type { StoredSubmission } from '@dabiao/store/submissions';
import type { User } from '@dabiao/store/users';

/** The regions somebody's rights reach: their own and those below it; null where they are bound to none. */
export const grantedRegions = async (db: Db, { region }: Pick<User, 'region'>): Promise<ReadonlySet<string> | null> =>
  region === null ? null : regionsWithin(db, region);

/** Whether somebody reviews what a person of a region hands in; the region is null for one who hands in for all. */
export const reviewsFrom = (
  user: Pick<User, 'roles'>,
  granted: ReadonlySet<string> | null,
  region: string | null,
): boolean => user.roles.includes('reviewer') && (granted === null || (region !== null && granted.has(region)));

/**
 * Whether somebody may see a submission and all that is made of it: its maker, and the reviewers of the maker's region
 * or of one above. Where the maker was given another region since, the figures count as well.
 */
export async function maySee(db: Db, submission: StoredSubmission, user: User): Promise<boolean> {
  if (submission.createdBy === user.id) return true;
  const granted = await grantedRegions(db, user);
  if (!reviewsFrom(user, granted, submission.makerRegion)) return false;
  return granted === null || (await regionsOfSubmission(db, submission.id)).every((code) => granted.has(code));
}

/** Whose readings somebody sees; absent where their rights are bound to no region. */
export async function readingReach(db: Db, user: User): Promise<ReadingReach | undefined> {
  const regions = await grantedRegions(db, user);
  return regions === null ? undefined : { user: user.id, regions };
}
