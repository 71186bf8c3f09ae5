import type { StoredReadingStep } from './reading-steps.ts';
import type { CandidateState } from './reading-tables.ts';

/** What the log says of a reading before its correction began. */
export interface BeforeCorrection {
  /** How many lines of the log are undone. */
  undone: number;
  /** States of the candidates the correction touched, by number. */
  states: ReadonlyMap<number, CandidateState>;
  /** What was decided of those that were edited, as the log keeps it; `restates` is among the fields of a target. */
  decided: ReadonlyMap<number, unknown>;
  /** The document's own data, where these were changed; else undefined. */
  document: unknown;
}

type Step = Pick<StoredReadingStep, 'action' | 'candidate' | 'before' | 'after'>;

const STATES = { accept: 'accepted', reject: 'rejected', reopen: 'open', select: 'open' } as const;

const numbersIn = (value: unknown): number[] => (value as { candidates?: number[] } | null)?.candidates ?? [];

/** The states that a line of the log gave. */
function statesAfter({ action, candidate, before, after }: Step): [number, CandidateState][] {
  if (action === 'split' || action === 'merge')
    return [
      ...numbersIn(before).map((number): [number, CandidateState] => [number, 'replaced']),
      ...numbersIn(after).map((number): [number, CandidateState] => [number, 'open']),
    ];
  const state = STATES[action as keyof typeof STATES];
  return state === undefined || candidate === null ? [] : [[candidate, state]];
}

/** Numbers of the candidates that a line of the log made. */
function madeBy({ action, candidate, after }: Step): number[] {
  if (action === 'select') return candidate === null ? [] : [candidate];
  return action === 'split' || action === 'merge' ? numbersIn(after) : [];
}

/** The log without what corrections did that were abandoned. */
function standing(log: readonly Step[]): Step[] {
  const steps: Step[] = [];
  for (const step of log) {
    if (step.action === 'abandon') steps.length = lastCorrection(steps);
    else steps.push(step);
  }
  return steps;
}

const lastCorrection = (steps: readonly Step[]): number =>
  Math.max(
    steps.findLastIndex(({ action }) => action === 'correct'),
    0,
  );

/**
 * What was decided before the correction that is under way, out of the decision log.
 * @param log whole, oldest line first
 */
export function beforeCorrection(log: readonly Step[]): BeforeCorrection {
  const steps = standing(log);
  const begun = lastCorrection(steps);
  const [kept, undone] = [steps.slice(0, begun), steps.slice(begun + 1)];
  const earlier = new Map(kept.flatMap(statesAfter));
  const made = new Set(undone.flatMap(madeBy));
  const states = new Map<number, CandidateState>();
  for (const [number] of undone.flatMap(statesAfter))
    states.set(number, made.has(number) ? 'replaced' : (earlier.get(number) ?? 'open'));
  const decided = new Map<number, unknown>();
  for (const { action, candidate, before } of undone.toReversed())
    if (action === 'edit' && candidate !== null) decided.set(candidate, before);
  const document = undone.find(({ action }) => action === 'document')?.before;
  return { undone: undone.length, states, decided, document };
}
