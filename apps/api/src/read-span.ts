import { proposeTarget } from '@dabiao/catalogue/propose';
import type { Indicator } from '@dabiao/domain/indicator';
import type { NewCandidate, NewMeasure } from '@dabiao/store/reading-candidates';
import type { StoredReading } from '@dabiao/store/readings';
import { toNewMeasure } from './new-measure.ts';
import { Problem } from './problem.ts';
import { readText } from './read-text.ts';

/** Longest selection, as long as a catalogue's quote may be. */
const MAX_SELECTION = 600;

/** The heading a place of the text stands under: the last one before it. */
export function clauseAt(text: string, outline: readonly string[][], at: number): string[] {
  let found: string[] = [];
  let from = 0;
  for (const path of outline) {
    const heading = path.at(-1) ?? '';
    const place = heading === '' ? -1 : text.indexOf(heading, from);
    if (place < 0) continue;
    if (place > at) break;
    found = path;
    from = place + heading.length;
  }
  return found;
}

function trimmed(text: string, start: number, end: number): { start: number; end: number; quote: string } {
  const words = text.slice(start, end);
  const before = /^[\s、，；。]*/.exec(words)?.[0].length ?? 0;
  const after = /[\s、，；。]*$/.exec(words)?.[0].length ?? 0;
  if (before >= words.length) throw new Problem('selection_invalid', { zh: '请选中一段文字', en: 'Select some text' });
  return { start: start + before, end: end - after, quote: words.slice(before, words.length - after) };
}

/** A target of which only the words are known; a person says the rest. */
function plainCandidate(quote: string, clause: string[]) {
  return {
    indicator: '',
    unit: '',
    comparator: 'gte' as const,
    kind: 'level' as const,
    milestones: [],
    everyYear: false,
    baseline: null,
    qualifier: null,
    departments: [],
    clause,
    quote,
  };
}

interface Selected {
  text: string;
  outline: readonly string[][];
  title: string;
}

/** The words selected, read under their headings; `place` moves what is found in them into the whole text. */
async function readUnder({ text, outline, title }: Selected, { start, end }: { start: number; end: number }) {
  if (start >= end || end > text.length)
    throw new Problem('selection_invalid', { zh: '选中的位置不在正文之内', en: 'The selection is outside the text' });
  if (end - start > MAX_SELECTION)
    throw new Problem('selection_invalid', {
      zh: `一次最多选${MAX_SELECTION}字`,
      en: `Select ${MAX_SELECTION} letters at most`,
    });
  const span = trimmed(text, start, end);
  const clause = clauseAt(text, outline, span.start);
  const lead = [title, '', ...clause].join('\n');
  const before = lead.length + 1;
  const { candidates, measures } = await readText(`${lead}\n${span.quote}`);
  const isOwn = (one: { start: number; end: number }) => one.start >= before && one.end > one.start;
  const place = (one: { start: number; end: number }) => ({
    start: one.start - before + span.start,
    end: one.end - before + span.start,
  });
  return { span, clause, place, candidates: candidates.filter(isOwn), measures: measures.filter(isOwn) };
}

type Selectable = Pick<StoredReading, 'text' | 'outline' | 'document'>;
const selected = ({ text, outline, document }: Selectable): Selected => ({ text, outline, title: document.title });

/**
 * Targets out of words that a person selected: what the reader's rules find in them under their headings, otherwise
 * one candidate with nothing but the words.
 * @throws Problem selection_invalid
 */
export async function readSelection(
  reading: Selectable,
  at: { start: number; end: number },
  indicators: readonly Indicator[],
): Promise<NewCandidate[]> {
  const { span, clause, place, candidates: own } = await readUnder(selected(reading), at);
  const made = { origin: 'selection' as const, cameFrom: [], restates: null };
  if (own.length === 0) {
    const proposed = proposeTarget(plainCandidate(span.quote, clause), indicators);
    const reasons = ['由人从正文中选取，未读出数量'];
    return [
      { ...made, start: span.start, end: span.end, confidence: 0, reasons, proposed: { ...proposed, match: null } },
    ];
  }
  return own.map((one) => ({
    ...made,
    ...place(one),
    confidence: one.confidence,
    reasons: ['由人从正文中选取', ...one.reasons],
    proposed: proposeTarget({ ...one, clause }, indicators),
  }));
}

/** A measure of which only the words are known; a person says the rest. */
const plainMeasure = (quote: string, clause: string[]) => ({
  beneficiary: '',
  purpose: '',
  form: 'other' as const,
  amount: null,
  share: null,
  ceiling: null,
  per: null,
  years: null,
  level: null,
  departments: [],
  clause,
  quote,
  notes: null,
});

/** Policy measures out of words that a person selected, as targets are made of them. @throws Problem selection_invalid */
export async function readMeasureSelection(
  reading: Selectable,
  at: { start: number; end: number },
): Promise<NewMeasure[]> {
  const { span, clause, place, measures } = await readUnder(selected(reading), at);
  if (measures.length === 0) {
    const one = { ...plainMeasure(span.quote, clause), start: span.start, end: span.end, confidence: 0 };
    return [toNewMeasure({ ...one, reasons: ['由人从正文中选取，未读出给付'] }, 'selection')];
  }
  return measures.map((one) =>
    toNewMeasure({ ...one, ...place(one), clause, reasons: ['由人从正文中选取', ...one.reasons] }, 'selection'),
  );
}
