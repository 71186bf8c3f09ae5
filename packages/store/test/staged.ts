import type { ReadFigure } from '@dabiao/domain/problem';
import type { Store } from '../src/open.ts';
import { publishSubmission } from '../src/publish-submission.ts';
import { insertSubmission, type NewSubmission } from '../src/stage-submission.ts';
import { moveSubmission } from '../src/submission-steps.ts';
import { findSubmission, type StoredSubmission } from '../src/submissions.ts';
import { insertUser } from '../src/users.ts';

/** A figure of the small catalogue as it was read from a sheet. */
export const figure = (
  year: number,
  value: number,
  more: Partial<ReadFigure> & { withdrawn?: boolean } = {},
): ReadFigure & { withdrawn?: boolean } => ({
  indicator: 'stations',
  region: '990100',
  year,
  value,
  decimals: 0,
  unit: '个',
  status: 'final',
  sheet: 'Sheet1',
  cell: `D${year - 2000}`,
  row: 2,
  raw: String(value),
  rawUnit: null,
  ...more,
});

/** @returns the id of a statistician made for the test */
export async function userOf(store: Store, name = '李', region: string | null = '990100'): Promise<string> {
  const made = await store.transact((trx) =>
    insertUser(trx, { name, displayName: name, roles: ['statistician'], region, createdBy: null }),
  );
  if (!made) throw new Error(`${name} is taken`);
  return made.id;
}

export async function reload(store: Store, id: string): Promise<StoredSubmission> {
  const submission = await findSubmission(store.read, id);
  if (!submission) throw new Error(`no submission ${id}`);
  return submission;
}

/** Stages figures in the name of a user. */
export async function stage(
  store: Store,
  user: string,
  figures: NewSubmission['figures'],
  more: Partial<NewSubmission> = {},
): Promise<StoredSubmission> {
  const id = await store.transact((trx) =>
    insertSubmission(trx, {
      fileName: 'a.xlsx',
      fileHash: 'h',
      idempotencyKey: null,
      createdBy: user,
      figures,
      problems: [],
      ...more,
    }),
  );
  return reload(store, id);
}

/** Approves a staged submission, at once or for later. */
export const approve = (store: Store, { id }: { id: string }, user: string, releaseAt: string | null = null) =>
  store.transact((trx) =>
    moveSubmission(trx, id, { from: ['draft', 'submitted'], to: 'approved', action: 'approve', by: user, releaseAt }),
  );

/** Approves and publishes, judged as of 2024. */
export const publish = (store: Store, submission: { id: string }, user: string) =>
  store.transact(async (trx) => {
    const move = { from: ['draft', 'submitted'], to: 'approved', action: 'approve', by: user } as const;
    if (!(await moveSubmission(trx, submission.id, move))) throw new Error('not a draft');
    return publishSubmission(trx, submission.id, { by: user, thisYear: 2024 });
  });
