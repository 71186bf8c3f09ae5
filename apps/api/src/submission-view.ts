import type { Submission } from '@dabiao/contract/submission';
import { findFigureVersions } from '@dabiao/store/figures';
import { findIndicators } from '@dabiao/store/indicators';
import { findRegions } from '@dabiao/store/regions';
import { findSubmission, type StoredSubmission } from '@dabiao/store/submissions';
import type { User } from '@dabiao/store/users';
import type { Deps } from './deps.ts';
import { Problem } from './problem.ts';

/** A submission as the page shows it: names beside ids, and what was published when it was read. */
export async function shownSubmission(deps: Deps, submission: StoredSubmission): Promise<Submission> {
  const db = deps.store.read;
  const indicators = new Map((await findIndicators(db)).map(({ id, name }) => [id, name]));
  const regions = new Map((await findRegions(db)).map(({ code, name }) => [code, name]));
  const versions = await findFigureVersions(db, {
    indicators: [...new Set(submission.figures.map(({ indicator }) => indicator))],
  });
  const byVersion = new Map(
    versions.map((figure) => [`${figure.indicator} ${figure.region} ${figure.year} ${figure.version}`, figure]),
  );
  return {
    id: submission.id,
    state: submission.state,
    fileName: submission.fileName,
    fileHash: submission.fileHash,
    createdAt: submission.createdAt,
    createdBy: submission.createdByName,
    decidedAt: submission.decidedAt,
    decidedBy: submission.decidedByName,
    reason: submission.reason,
    targetsTouched: submission.targetsTouched,
    problems: submission.problems,
    figures: submission.figures.map(({ earlierVersion, ...figure }) => {
      const earlier = byVersion.get(`${figure.indicator} ${figure.region} ${figure.year} ${earlierVersion}`);
      return {
        ...figure,
        indicatorName: indicators.get(figure.indicator) ?? figure.indicator,
        regionName: regions.get(figure.region) ?? figure.region,
        earlier: earlier
          ? { value: earlier.value, decimals: earlier.decimals, status: earlier.status, version: earlier.version }
          : null,
      };
    }),
  };
}

/** The submission, if this user may see it: its maker or a reviewer; to others it does not exist. */
export async function visibleSubmission(deps: Deps, id: string, user: User): Promise<StoredSubmission> {
  const submission = await findSubmission(deps.store.read, id);
  if (!submission || (submission.createdBy !== user.id && !user.roles.includes('reviewer')))
    throw new Problem('not_found');
  return submission;
}
