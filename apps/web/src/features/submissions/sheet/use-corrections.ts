import type { Submission } from '@dabiao/contract/submission';
import type { Corrections, SheetFacts } from '@dabiao/domain/corrections';
import type { SheetView } from '@dabiao/domain/sheet-view';
import { useState } from 'react';
import { useCorrect } from '../queries.ts';
import { recall, remember } from '../tab-memory.ts';
import { type Change, correct, correctionsOf, undoing } from './correct.ts';

/** What the tab keeps of the corrections of a submission: the years said of its sheets, and the way back. */
interface Kept {
  sheets: SheetFacts[];
  past: Corrections[];
}

/** What a correction came to, beside what was read before it. */
export interface Outcome {
  before: Submission['counts'];
  after: Submission['counts'];
  /** Kept for the next file of this shape; years are of this file alone. */
  remembered: boolean;
  undone: boolean;
}

const STEPS_BACK = 20;
const nameOf = (id: string): string => `corrections.${id}`;

/** Correcting how the sheets of a submission are read, one change at a time, and taking changes back. */
export function useCorrections(submission: Submission, views: readonly SheetView[]) {
  const [kept, setKept] = useState<Kept>(() => recall<Kept>(nameOf(submission.id)) ?? { sheets: [], past: [] });
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const sending = useCorrect(submission.id);
  const before = submission.counts;
  const send = (body: Corrections, past: Corrections[], what: Pick<Outcome, 'remembered' | 'undone'>) =>
    sending.mutate(body, {
      onSuccess: ({ counts: after }) => {
        const next = { sheets: body.sheets, past };
        setKept(next);
        remember(nameOf(submission.id), next);
        setOutcome({ before, after, ...what });
      },
    });
  const now = { ...correctionsOf(views), sheets: kept.sheets };
  return {
    apply: (view: SheetView, change: Change) => {
      const remembered = change.kind !== 'sheetYear' && change.kind !== 'columnYear';
      const past = [...kept.past, undoing(view, now, change)].slice(-STEPS_BACK);
      send(correct(view, now, change), past, { remembered, undone: false });
    },
    undo: () => {
      const last = kept.past.at(-1);
      if (last) send(last, kept.past.slice(0, -1), { remembered: false, undone: true });
    },
    mayUndo: kept.past.length > 0,
    facts: kept.sheets,
    running: sending.isPending,
    error: sending.error,
    outcome,
  };
}

export type CorrectionsInHand = ReturnType<typeof useCorrections>;
