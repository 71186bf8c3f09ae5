import type { Reading, ReadingChange } from '@dabiao/contract/reading';
import { useCallback, useState } from 'react';
import { entriesOf } from './entries.ts';
import { mergeChange, nextToDecide } from './merge-change.ts';
import { type Decision, useDecide } from './queries.ts';

/** What a key or button does with the candidate that is looked at. */
export type DeskAction = 'accept' | 'reject' | 'edit' | 'split' | 'splitHere' | 'merge' | 'next' | 'previous';

/** What may be open on the card that is looked at. */
type DeskForm = 'edit' | 'split';

const STATES = { accept: 'accepted', reject: 'rejected' } as const;

/** Whether a place of the text lies between two letters of a candidate, so that it can be split there. */
export const isInside = ({ start, end }: { start: number; end: number }, place: number | null): place is number =>
  place !== null && start < place && place < end;

/**
 * What is sent for an action on a candidate; null where there is nothing to do.
 * @param place what is chosen in the text
 */
export function decisionOf(
  reading: Reading,
  number: number,
  action: DeskAction,
  place: number | null = null,
): Decision | null {
  const state = entriesOf(reading).find((one) => one.number === number)?.state;
  if (action === 'accept' || action === 'reject') {
    // The same key again takes it back.
    const wanted = state === STATES[action] ? 'open' : STATES[action];
    return { method: 'PATCH', path: `/${number}`, body: { state: wanted } };
  }
  const here = reading.candidates.findIndex((one) => one.number === number);
  const candidate = reading.candidates[here];
  // A measure is what one sum is paid for: it is edited, neither split nor merged.
  if (!candidate) return null;
  if (action === 'split') return { method: 'POST', path: `/${number}/split`, body: {} };
  if (action === 'splitHere' && isInside(candidate, place))
    return { method: 'POST', path: `/${number}/split`, body: { at: place } };
  const other = reading.candidates[here + 1];
  if (action === 'merge' && other) return { method: 'POST', path: `/${number}/merge`, body: { with: other.number } };
  return null;
}

/** The target or measure before or after in the text; the same where there is none. */
export function neighbour(
  reading: Pick<Reading, 'candidates' | 'measures'>,
  number: number | null,
  by: 1 | -1,
): number | null {
  const entries = entriesOf(reading);
  const here = entries.findIndex((one) => one.number === number);
  if (here < 0) return entries[0]?.number ?? null;
  return (entries[here + by] ?? entries[here])?.number ?? null;
}

/**
 * The desk: which candidate is looked at, which form is open on it, and what is done with it.
 * @param place what is chosen in the text
 */
export function useDesk(reading: Reading, place: number | null) {
  const decide = useDecide(reading.id);
  const [picked, setCurrent] = useState<number | null>(null);
  const [opened, setOpened] = useState<DeskForm | null>(null);
  const entries = entriesOf(reading);
  const known = entries.some(({ number }) => number === picked);
  const current = known ? picked : (entries[0]?.number ?? null);
  const able = reading.rights.includes('decide') && !decide.isPending;

  const pick = useCallback((number: number | null) => {
    setCurrent(number);
    setOpened(null);
  }, []);
  const send = (decision: Decision, then: (change: ReadingChange) => void = () => {}) => {
    decide.mutate(decision, { onSuccess: then });
  };
  const carryOut = (action: DeskAction, number: number, at: number | null) => {
    const decision = decisionOf(reading, number, action, at);
    if (!decision) return;
    send(decision, (change) => {
      const decided = change.candidates[0] ?? change.measures[0];
      const moved = action === 'accept' || action === 'reject';
      const stays = !moved || decided?.state === 'open';
      pick(stays ? (decided?.number ?? null) : nextToDecide(mergeChange(reading, change), number));
    });
  };
  const act = (action: DeskAction) => {
    if (action === 'next' || action === 'previous')
      return pick(neighbour(reading, current, action === 'next' ? 1 : -1));
    if (!able || current === null) return;
    if (action === 'edit') return setOpened('edit');
    const candidate = reading.candidates.find(({ number }) => number === current);
    if (action === 'splitHere' && candidate && !isInside(candidate, place)) return setOpened('split');
    carryOut(action, current, place);
  };
  return {
    current,
    opened: reading.rights.includes('decide') ? opened : null,
    able,
    error: decide.error,
    pending: decide.isPending,
    pick,
    act,
    /** @param at place in the text at which the candidate looked at is split */
    splitAt: (at: number) => (able && current !== null ? carryOut('splitHere', current, at) : undefined),
    send,
    stop: () => setOpened(null),
  };
}
