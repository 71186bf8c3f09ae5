import type { ProposedMeasure } from './measure.ts';
import type { Baseline, Comparator, TargetDepartment, TargetKind } from './target.ts';

/** A milestone as it stands in a proposal. */
export interface ProposedMilestone {
  year: number | null;
  value: number;
  valueMax?: number;
  /** The quantity as written. */
  wording: string;
  yearInferred?: boolean;
}

/** A target that is proposed out of a text, before it belongs to any catalogue. */
export interface ProposedTarget {
  /** Name of what is measured, in the document's words. */
  indicator: string;
  /** Id of the catalogue's indicator that is meant; null: a new one of this name. */
  match: string | null;
  /** Unit of the new indicator where the target's own (% of a growth) is another; null: the target's own. */
  indicatorUnit: string | null;
  unit: string;
  comparator: Comparator;
  kind: TargetKind;
  milestones: ProposedMilestone[];
  everyYear: boolean;
  baseline: Baseline | null;
  qualifier: string | null;
  departments: TargetDepartment[];
  /** Heading path, outermost first. */
  clause: string[];
  quote: string;
}

/** What a document says of itself, as far as it is known before a person has looked; ids and codes may be missing. */
export interface ProposedDocument {
  /** Short name for the address; empty until a person gives one. */
  id: string;
  title: string;
  shortTitle: string;
  number: string | null;
  issuer: string | null;
  /** GB/T 2260; null while it is not known. */
  region: string | null;
  /** Name of a region that the catalogue has not; null where it has it. */
  regionName: string | null;
  /** YYYY-MM-DD. */
  issuedOn: string | null;
  effectiveFrom: string | null;
  validTo: string | null;
  period: { from: number; to: number } | null;
  draft: boolean;
}

/**
 * Targets and policy measures proposed for a new document; `restates` is a place in the list. `number` counts on from 0
 * and names a target or measure for ever, also when one before it goes; absent: its place.
 */
export interface Proposal {
  document: ProposedDocument;
  outline: string[][];
  targets: (ProposedTarget & { restates: number | null; number?: number })[];
  /** Absent: none. */
  measures?: (ProposedMeasure & { number?: number })[];
}
