import type { PaymentRow } from './measure-rows.ts';
import { SUPPORT_NAME } from './measure-words.ts';
import type { ReadMeasure } from './reading.ts';
import type { SentenceView } from './sentence-view.ts';

/** A measure with its place in the sentence, before it has one in the document. */
export type GrantedMeasure = Omit<ReadMeasure, 'clause' | 'departments' | 'quote'>;

/** One giving: the list of sums that makes as many measures, and what more is said of them. */
export interface Grant {
  /** Words that say to whom and for what. */
  condition: string;
  start: number;
  end: number;
  /** The condition of the giving before it, empty where there is none. */
  before: string;
  /** What the giving before it called its support. */
  called: string;
  /** Where what is given begins to be said, after to whom. */
  said: number;
  rows: PaymentRow[];
}

/** The last name of support in the words: 一次性配套奖励. */
export const nameIn = (words: string): string =>
  (words.match(SUPPORT_NAME)?.at(-1) ?? '').replace(
    /^.*(?:最高|最多|不超过)|^(?:的|标准|及|和|进行)+|^每(?:次|户|家|人|项|个|年)/,
    '',
  );

/** What the document calls what is given; what it called it before where it says no more. */
export function calledIn(view: SentenceView, { rows, said, end, called }: Grant): string {
  const named = rows.find(({ name }) => name !== '')?.name;
  return (named ?? nameIn(view.masked.slice(said, end))) || called;
}

/** The words that say how it is paid, without a limit that has a segment of its own. */
export function paidWords(view: SentenceView, { rows, said, end }: Grant): string {
  const limit = rows.slice(1).find(({ role, segment }) => role === 'ceiling' && segment !== rows[0]?.segment);
  return view.text.slice(said, limit?.segment.start ?? end);
}
