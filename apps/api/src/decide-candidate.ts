import type { CandidateBody } from '@dabiao/contract/reading';
import { divideProposal, joinProposals, type PlacedProposal } from '@dabiao/domain/divide-proposal';
import { findIndicators } from '@dabiao/store/indicators';
import type { Trx } from '@dabiao/store/open';
import {
  changeCandidate,
  findCandidate,
  findReadMeasure,
  insertCandidates,
  type NewCandidate,
  type StoredCandidate,
} from '@dabiao/store/reading-candidates';
import { insertReadingStep } from '@dabiao/store/reading-steps';
import { type StoredReading, touchReading } from '@dabiao/store/readings';
import { decideMeasure } from './decide-measure.ts';
import { Problem } from './problem.ts';
import { readSelection } from './read-span.ts';
import type { ReadingDecider } from './reading-decider.ts';

/** @throws Problem not_found where there is none, or it was split or merged */
async function neededCandidate(trx: Trx, reading: string, number: number): Promise<StoredCandidate> {
  const found = await findCandidate(trx, reading, number);
  if (!found || found.state === 'replaced') throw new Problem('not_found');
  return found;
}

/** @throws Problem candidate_incomplete where an accepted target could not be judged by anybody */
function checkComplete({ decided }: Pick<StoredCandidate, 'decided'>): void {
  const errors = [
    ...(decided.indicator.trim() === ''
      ? [{ field: 'indicator', message: { zh: '缺少指标名称', en: 'The name of the indicator is missing' } }]
      : []),
    ...(decided.milestones.length === 0
      ? [{ field: 'milestones', message: { zh: '缺少目标值', en: 'The value of the target is missing' } }]
      : []),
  ];
  if (errors.length > 0) throw new Problem('candidate_incomplete', null, errors);
}

const VERBS = { accepted: 'accept', rejected: 'reject', open: 'reopen' } as const;

/** What the log keeps of a candidate. */
const logged = ({ decided, restates }: Pick<StoredCandidate, 'decided' | 'restates'>) => ({ ...decided, restates });

async function checkRestates(trx: Trx, reading: string, number: number, original: number | null): Promise<void> {
  if (original === null) return;
  if (original === number)
    throw new Problem('candidate_incomplete', { zh: '目标不能重述自己', en: 'A target cannot say itself again' });
  await neededCandidate(trx, reading, original);
}

/** Accepts, rejects, opens again or edits a target or policy measure; each is a line of the log. @throws Problem */
export async function decideCandidate(
  trx: Trx,
  { reading, by }: ReadingDecider,
  number: number,
  body: CandidateBody,
): Promise<void> {
  await touchReading(trx, reading.id);
  const measure = await findReadMeasure(trx, reading.id, number);
  if (measure) return decideMeasure(trx, { reading, by }, measure, body);
  if (body.measure) throw new Problem('not_found');
  const before = await neededCandidate(trx, reading.id, number);
  const after = {
    ...before,
    decided: body.fields ? { ...before.decided, ...body.fields } : before.decided,
    restates: body.restates === undefined ? before.restates : body.restates,
    state: body.state ?? before.state,
  };
  await checkRestates(trx, reading.id, number, after.restates);
  if (after.state === 'accepted') checkComplete(after);
  await changeCandidate(trx, reading.id, number, after);
  const step = { by, candidate: number };
  if (JSON.stringify(logged(before)) !== JSON.stringify(logged(after))) {
    await insertReadingStep(trx, reading.id, { ...step, action: 'edit', before: logged(before), after: logged(after) });
  }
  if (before.state !== after.state && after.state !== 'replaced') {
    const states = { before: { state: before.state }, after: { state: after.state } };
    await insertReadingStep(trx, reading.id, { ...step, action: VERBS[after.state], ...states });
  }
}

const placed = ({ start, end, decided }: StoredCandidate): PlacedProposal => ({ start, end, target: decided });

const remade = (
  { start, end, target }: PlacedProposal,
  from: readonly StoredCandidate[],
  origin: NewCandidate['origin'],
): NewCandidate => ({
  start,
  end,
  origin,
  cameFrom: from.map(({ number }) => number),
  confidence: Math.min(...from.map(({ confidence }) => confidence)),
  reasons: from.flatMap(({ reasons }) => reasons),
  proposed: target,
  restates: from[0]?.restates ?? null,
});

async function replace(
  trx: Trx,
  { reading, by }: ReadingDecider,
  old: readonly StoredCandidate[],
  news: readonly NewCandidate[],
  action: 'split' | 'merge',
): Promise<{ numbers: number[]; gone: number[] }> {
  const gone = old.map(({ number }) => number);
  for (const number of gone) await changeCandidate(trx, reading.id, number, { state: 'replaced' });
  const numbers = await insertCandidates(trx, reading.id, news);
  const step = { action, by, candidate: gone[0] ?? null };
  await insertReadingStep(trx, reading.id, { ...step, before: { candidates: gone }, after: { candidates: numbers } });
  return { numbers, gone };
}

/** Two or more candidates in place of one, open. @throws Problem candidate_whole */
export async function splitCandidate(trx: Trx, decider: ReadingDecider, number: number, at: number | null) {
  await touchReading(trx, decider.reading.id);
  const one = await neededCandidate(trx, decider.reading.id, number);
  const parts = divideProposal(placed(one), at);
  if (!parts)
    throw new Problem('candidate_whole', {
      zh: '没有可以拆开的地方；可在正文中选中其中一段，另立一项目标。',
      en: 'There is no place to split it; select a part of it in the text and make a target of that.',
    });
  return replace(
    trx,
    decider,
    [one],
    parts.map((part) => remade(part, [one], 'split')),
    'split',
  );
}

/** One candidate in place of two, open. */
export async function mergeCandidates(trx: Trx, decider: ReadingDecider, number: number, other: number) {
  await touchReading(trx, decider.reading.id);
  if (number === other) throw new Problem('not_found');
  const pair = [
    await neededCandidate(trx, decider.reading.id, number),
    await neededCandidate(trx, decider.reading.id, other),
  ] as const;
  const joined = joinProposals(placed(pair[0]), placed(pair[1]), decider.reading.text);
  return replace(trx, decider, pair, [remade(joined, pair, 'merge')], 'merge');
}

/** Candidates out of selected words. @throws Problem selection_invalid */
export async function selectCandidates(
  trx: Trx,
  { reading, by }: ReadingDecider,
  found: readonly NewCandidate[],
): Promise<number[]> {
  await touchReading(trx, reading.id);
  const numbers = await insertCandidates(trx, reading.id, found);
  for (const [at, number] of numbers.entries()) {
    const after = found[at]?.proposed ?? null;
    await insertReadingStep(trx, reading.id, { action: 'select', by, candidate: number, after });
  }
  return numbers;
}

/** What the reader's rules find in selected words; done before the transaction, since reading takes its time. */
export async function foundInSelection(
  trx: Parameters<typeof findIndicators>[0],
  reading: StoredReading,
  span: { start: number; end: number },
): Promise<NewCandidate[]> {
  return readSelection(reading, span, await findIndicators(trx));
}
