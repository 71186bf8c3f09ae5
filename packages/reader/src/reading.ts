import type { ProposedMeasure } from '@dabiao/domain/measure';
import type { Baseline, Comparator, TargetDepartment, TargetKind } from '@dabiao/domain/target';

/** A milestone proposed. */
export interface ReadMilestone {
  year: number | null;
  value: number;
  valueMax?: number;
  /** The quantity as written. */
  wording: string;
  /** True where the year was taken from a sentence before, the section or the title. */
  yearInferred?: boolean;
}

/** A target proposed to a person, with its place in the text and what led to it. */
export interface Candidate {
  /** Name of what is measured, in the document's words. */
  indicator: string;
  unit: string;
  comparator: Comparator;
  kind: TargetKind;
  milestones: ReadMilestone[];
  everyYear: boolean;
  baseline: Baseline | null;
  /** The comparing words as written, outermost first and joined by … ; null where none. */
  qualifier: string | null;
  departments: TargetDepartment[];
  /** Heading path, outermost first. */
  clause: string[];
  /** Verbatim words of the text as read, from `start` to before `end` (UTF-16 places). */
  quote: string;
  start: number;
  end: number;
  /** 0 … 1: how much of the reading rests on the sentence itself. */
  confidence: number;
  /** Which words led to what, in Chinese. */
  reasons: string[];
  /** Place in the list of the candidate that this one says again. */
  restates?: number;
}

/** A subsidy, reward or other favour that the text grants, proposed to a person; not a target. */
export interface ReadMeasure extends ProposedMeasure {
  /** UTF-16 places of the quote in the text. */
  start: number;
  end: number;
  /** 0 … 1, as for a target. */
  confidence: number;
  /** Which words led to what, in Chinese. */
  reasons: string[];
}

/** A quantity that is no target, with the reason; for a person who asks why it is missing. */
export interface LeftOut {
  wording: string;
  reason: string;
  start: number;
  end: number;
}

/** What the document says of itself; null where it does not say. */
export interface DocumentData {
  title: string | null;
  number: string | null;
  issuer: string | null;
  /** YYYY-MM-DD. */
  issuedOn: string | null;
  effectiveFrom: string | null;
  validTo: string | null;
  /** Name of the place the issuer governs (临沂市), as written. */
  region: string | null;
  period: { from: number; to: number } | null;
  draft: boolean;
}

/** Everything read out of one text. */
export interface Reading {
  document: DocumentData;
  /** Every heading's path, in the order of the text. */
  outline: string[][];
  candidates: Candidate[];
  measures: ReadMeasure[];
  leftOut: LeftOut[];
}
