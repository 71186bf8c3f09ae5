import type { Corrections, ShapeCorrections } from '@dabiao/domain/corrections';
import type { FigureStatus } from '@dabiao/domain/figure';
import type { Level } from '@dabiao/domain/label';
import type { UploadProblemCode } from '@dabiao/domain/problem';
import type { SheetView } from '@dabiao/domain/sheet-view';
import type { Generated } from 'kysely';
import type { Bit, DecimalText, JsonText, Time } from './column-types.ts';

/** What may be said beside a file, for tables that do not say it. */
export interface ReadingHints {
  region?: string;
  year?: number;
}

/** What can happen to a submission, in the order in which it usually does. */
export type StepAction = 'add' | 'reread' | 'submit' | 'approve' | 'return' | 'withdraw' | 'release' | 'release_fail';

/** What is handed in, and what belongs to handing in. */
export interface SubmissionTables {
  submission: {
    id: string;
    kind: 'file' | 'rows' | 'correction';
    state: 'draft' | 'submitted' | 'approved' | 'returned' | 'withdrawn';
    /** Region and year given for tables that do not say, as JSON with sorted keys. */
    hints: JsonText<ReadingHints>;
    /** What its maker said about how the file is to be read. */
    corrections: JsonText<Corrections> | null;
    revision: number;
    /** How many rows it has. */
    row_count: number;
    release_at: Time | null;
    released_at: Time | null;
    file_name: string;
    file_hash: string;
    idempotency_key: string | null;
    created_at: Time;
    created_by: string;
    decided_at: Time | null;
    decided_by: string | null;
    reason: string | null;
    targets_touched: JsonText<string[]>;
    label: Generated<Level>;
  };
  submission_figure: {
    submission: string;
    position: number;
    indicator: string;
    region: string;
    year: number;
    value: DecimalText;
    unit: string;
    status: FigureStatus;
    sheet: string;
    cell: string;
    row_number: number;
    raw: string;
    raw_unit: string | null;
    /** Version of the figure that was published when the row was read; 0 where there was none. */
    earlier_version: number;
    withdrawn: Bit;
  };
  submission_step: {
    submission: string;
    position: number;
    action: StepAction;
    at: Time;
    by: string | null;
    reason: string | null;
    release_at: Time | null;
  };
  submission_sheet: { submission: string; position: number; view: JsonText<SheetView> };
  layout_correction: {
    id: string;
    office: string;
    shape: string;
    /** null: forgotten. */
    corrections: JsonText<ShapeCorrections> | null;
    at: Time;
    by: string;
  };
  due_date: {
    year: number;
    /** `*` for all. */
    indicator: string;
    /** `*` for all. */
    region: string;
    due_on: string;
    set_at: Time;
    set_by: string;
  };
  submission_problem: {
    submission: string;
    position: number;
    severity: 'error' | 'warning';
    code: UploadProblemCode;
    message: string;
    /** null: stored before there was one. */
    message_en: string | null;
    sheet: string | null;
    cell: string | null;
    row_number: number | null;
    suggestions: JsonText<{ id: string; name: string }[]> | null;
  };
}
