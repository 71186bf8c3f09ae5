import type { Level } from '@dabiao/domain/label';
import type { ProposedMeasure } from '@dabiao/domain/measure';
import type { ProposedDocument, ProposedTarget } from '@dabiao/domain/proposal';
import type { Generated } from 'kysely';
import type { DecimalText, JsonText, Time } from './column-types.ts';

/** Where a reading is: being decided on, made a document, or given up. */
export type ReadingState = 'open' | 'published' | 'dropped';
/** Whether a candidate is a target or a policy measure. */
export type CandidateSort = 'target' | 'measure';
/** `replaced`: split up, merged with another, or made in a correction that was abandoned. */
export type CandidateState = 'open' | 'accepted' | 'rejected' | 'replaced';
export type CandidateOrigin = 'reader' | 'selection' | 'split' | 'merge';
/** What people do with a reading. */
export type ReadingAction =
  | 'add'
  | 'accept'
  | 'reject'
  | 'reopen'
  | 'edit'
  | 'split'
  | 'merge'
  | 'select'
  | 'document'
  | 'publish'
  | 'drop'
  | 'correct'
  | 'abandon';

/** Policy documents being read. */
export interface ReadingTables {
  reading: {
    id: string;
    file_name: string;
    file_hash: string;
    text: string;
    document: JsonText<ProposedDocument>;
    outline: JsonText<string[][]>;
    beside: JsonText<unknown>;
    state: ReadingState;
    revision: number;
    published_as: string | null;
    created_at: Time;
    created_by: string;
    decided_at: Time | null;
    decided_by: string | null;
    label: Generated<Level>;
    /** Code the document says, whether or not the catalogue has it; null where it says none. */
    region: string | null;
  };
  reading_candidate: {
    reading: string;
    /** Its name within the reading; never given twice. */
    number: number;
    sort: Generated<CandidateSort>;
    start_at: number;
    end_at: number;
    origin: CandidateOrigin;
    came_from: JsonText<number[]>;
    confidence: DecimalText;
    reasons: JsonText<string[]>;
    proposed: JsonText<ProposedTarget | ProposedMeasure>;
    decided: JsonText<ProposedTarget | ProposedMeasure>;
    restates: number | null;
    state: CandidateState;
  };
  reading_step: {
    reading: string;
    position: number;
    at: Time;
    by: string;
    action: ReadingAction;
    candidate: number | null;
    before: JsonText<unknown> | null;
    after: JsonText<unknown> | null;
  };
}
