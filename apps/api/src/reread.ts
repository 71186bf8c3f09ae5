import type { GridBody } from '@dabiao/contract/grid-rows';
import type { Corrections } from '@dabiao/domain/corrections';
import { insertAudit } from '@dabiao/store/audit';
import { rememberLayout } from '@dabiao/store/layouts';
import { restageSubmission, type StagedRows } from '@dabiao/store/stage-submission';
import type { StoredSubmission } from '@dabiao/store/submissions';
import { readUpload } from '@dabiao/store/uploads';
import type { User } from '@dabiao/store/users';
import type { Config } from './config.ts';
import { type Deps, thisYear } from './deps.ts';
import { readGrid } from './hand-in.ts';
import { Problem } from './problem.ts';
import type { Report } from './progress.ts';
import { readSubmission } from './read-submission.ts';

interface Maker {
  deps: Deps;
  config: Config;
  user: User;
  address: string;
}

async function keptBytes(config: Config, submission: StoredSubmission): Promise<Buffer> {
  const bytes = await readUpload(config.dataDir, submission.fileHash);
  if (bytes === 'missing') throw new Problem('file_gone');
  if (bytes === 'damaged') throw new Problem('file_damaged');
  return bytes;
}

async function readAgain(
  { deps, config, user }: Maker,
  submission: StoredSubmission,
  corrections: Corrections | null,
  report: Report,
): Promise<StagedRows> {
  const bytes = await keptBytes(config, submission);
  const of = { region: user.region, thisYear: thisYear(deps), label: submission.label };
  if (submission.kind === 'file') {
    const { fileName: name, hints } = submission;
    return readSubmission(deps.store.read, { bytes, name, hints, corrections, ...of }, report);
  }
  // Checked field by field when it came in, and its hash just now.
  const { rows } = JSON.parse(bytes.toString('utf8')) as GridBody;
  return readGrid(deps.store.read, rows, of, report);
}

/**
 * Reads what a draft was made from again: with corrections of how it is to be read, which are remembered for the
 * office, or (null) with those given before. Its rows and problems are replaced, compared with what is published now.
 * @throws Problem submission_state where it is handed on already
 */
export async function rereadSubmission(
  maker: Maker,
  submission: StoredSubmission,
  given: Corrections | null,
  report: Report,
): Promise<void> {
  const { deps, user, address } = maker;
  if (submission.state !== 'draft' && submission.state !== 'returned') throw new Problem('submission_state');
  if (submission.kind === 'correction' || (given !== null && submission.kind !== 'file')) {
    throw new Problem('submission_state');
  }
  const corrections = given ?? submission.corrections;
  const read = await readAgain(maker, submission, corrections, report);
  await deps.store.transact(async (trx) => {
    const by = { user: user.id, corrections, revision: submission.revision };
    const done = await restageSubmission(trx, submission.id, read, by, (rows) =>
      report('staging', rows, read.figures.length),
    );
    if (!done) throw new Problem('submission_changed');
    for (const shape of given?.shapes ?? []) {
      await rememberLayout(trx, { region: user.region, shape: shape.shape, corrections: shape, by: user.id });
    }
    await insertAudit(trx, {
      user: user.name,
      action: 'submission.reread',
      object: submission.id,
      detail: { corrected: given !== null, shapes: given?.shapes.length ?? 0 },
      address,
    });
  });
}
