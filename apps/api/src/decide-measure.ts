import type { CandidateBody, MeasureEdit } from '@dabiao/contract/reading';
import type { ProposedMeasure } from '@dabiao/domain/measure';
import type { Trx } from '@dabiao/store/open';
import {
  changeCandidate,
  insertReadMeasures,
  type NewMeasure,
  type StoredMeasure,
} from '@dabiao/store/reading-candidates';
import { insertReadingStep } from '@dabiao/store/reading-steps';
import { touchReading } from '@dabiao/store/readings';
import { Problem } from './problem.ts';
import type { ReadingDecider } from './reading-decider.ts';

/** @throws Problem candidate_incomplete where nobody could say who gets it, or for what */
function checkComplete({ beneficiary, purpose }: ProposedMeasure): void {
  const errors = [
    ...(beneficiary.trim() === ''
      ? [{ field: 'beneficiary', message: { zh: '缺少受益对象', en: 'No beneficiary' } }]
      : []),
    ...(purpose.trim() === ''
      ? [{ field: 'purpose', message: { zh: '缺少给付的条件或用途', en: 'Not said for what' } }]
      : []),
  ];
  if (errors.length > 0) throw new Problem('candidate_incomplete', null, errors);
}

const VERBS = { accepted: 'accept', rejected: 'reject', open: 'reopen' } as const;

/** What was proposed, with what a person says; the words of the text stay. */
const edited = (old: ProposedMeasure, edit: MeasureEdit | undefined): ProposedMeasure =>
  edit ? { ...old, ...edit } : old;

/** Accepts, rejects, opens again or edits a policy measure; each is a line of the log, as for a target. */
export async function decideMeasure(
  trx: Trx,
  { reading, by }: ReadingDecider,
  before: StoredMeasure,
  body: CandidateBody,
): Promise<void> {
  if (body.fields || body.restates != null)
    throw new Problem('candidate_incomplete', {
      zh: '这是奖补政策，不是目标',
      en: 'This is a policy measure, not a target',
    });
  const { number } = before;
  const [decided, state] = [edited(before.decided, body.measure), body.state ?? before.state];
  if (state === 'accepted') checkComplete(decided);
  await changeCandidate(trx, reading.id, number, { decided, state });
  const step = { by, candidate: number };
  if (JSON.stringify(before.decided) !== JSON.stringify(decided)) {
    await insertReadingStep(trx, reading.id, { ...step, action: 'edit', before: before.decided, after: decided });
  }
  if (before.state !== state && state !== 'replaced') {
    const states = { before: { state: before.state }, after: { state } };
    await insertReadingStep(trx, reading.id, { ...step, action: VERBS[state], ...states });
  }
}

/** Policy measures out of selected words. */
export async function selectMeasures(
  trx: Trx,
  { reading, by }: ReadingDecider,
  found: readonly NewMeasure[],
): Promise<number[]> {
  await touchReading(trx, reading.id);
  const numbers = await insertReadMeasures(trx, reading.id, found);
  for (const [at, number] of numbers.entries()) {
    const after = found[at]?.proposed ?? null;
    await insertReadingStep(trx, reading.id, { action: 'select', by, candidate: number, after });
  }
  return numbers;
}
