import type { Horizon } from './horizon.ts';
import type { Time } from './time.ts';

/** What is known before the sentence. */
export interface Setting {
  horizon: Omit<Horizon, 'said' | 'each' | 'years'>;
  /** The part of the document looks back: only what is bound to a coming year counts. */
  lookingBack: boolean;
  /** The document is a body of rules in articles: only what is bound to a coming year is a target. */
  ruled: boolean;
  /** It stands under a heading of conditions. */
  criteria: boolean;
  /** The year the document was made; earlier years are past. */
  madeIn: number | null;
  /** What a bracket goes on about; empty for a sentence of its own. */
  subject: string;
}

/** What the sentence has said up to a segment of it. */
export interface State {
  said: Time | null;
  /** The time that stood before an aside set its own (更新电梯2.3万台，其中2024年0.5万台；…). */
  beforeAside: Time | null;
  each: boolean;
  criteria: boolean;
  /** What a single work will bring is told (建成后可实现年产值60亿元); a semicolon ends that. */
  effect: boolean;
  subject: string;
  subjects: string[];
  /** Years named so far, in the order said (到2018年底…；到2019年底…). */
  years: number[];
  /** The sentence tells what is done already; a coming year ends that. */
  done: boolean;
  nounBefore: boolean;
  /** The demand before added things to what there was. */
  adding: boolean;
}
