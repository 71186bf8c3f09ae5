import { FIGURE_STATUSES } from '@dabiao/domain/figure';
import { UPLOAD_PROBLEM_CODES } from '@dabiao/domain/problem';
import type { SheetView } from '@dabiao/domain/sheet-view';
import Type, { type Static } from 'typebox';
import { LabelWord } from './label.ts';
import { Nullable, OneOf, Page, PageQuery, Shape } from './schema.ts';

export const SUBMISSION_STATES = ['draft', 'submitted', 'approved', 'returned', 'withdrawn'] as const;
/** `file` a workbook or CSV, `rows` typed or pasted into a grid, `correction` of published figures. */
export const SUBMISSION_KINDS = ['file', 'rows', 'correction'] as const;
export const STEP_ACTIONS = [
  'add',
  'reread',
  'submit',
  'approve',
  'return',
  'withdraw',
  'release',
  'release_fail',
] as const;
/** What a user may do with a submission now: what its page draws buttons for. */
export const SUBMISSION_RIGHTS = ['submit', 'approve', 'return', 'withdraw', 'correct', 'recheck', 'file'] as const;
export type SubmissionRight = (typeof SUBMISSION_RIGHTS)[number];

export const UploadProblem = Shape({
  severity: OneOf(['error', 'warning'] as const),
  code: OneOf(UPLOAD_PROBLEM_CODES),
  /** Chinese, one sentence: where, what, what to do. */
  message: Type.String(),
  /** The same in English; null where it was stored before there was one. */
  messageEn: Nullable(Type.String()),
  sheet: Nullable(Type.String()),
  cell: Nullable(Type.String()),
  row: Nullable(Type.Integer()),
  /** A warning that must be confirmed with a reason before the figures may be published. */
  needsReason: Type.Boolean(),
  /** The nearest names in the catalogue; the id of a region is its code. */
  suggestions: Type.Array(Shape({ id: Type.String(), name: Type.String() })),
});

/** A row of a submission: what was read, and what was published then. */
export const SubmittedFigure = Shape({
  /** Its place in the submission, as text. */
  id: Type.String(),
  indicator: Type.String(),
  indicatorName: Type.String(),
  region: Type.String(),
  regionName: Type.String(),
  year: Type.Integer(),
  value: Type.Number(),
  decimals: Type.Integer(),
  unit: Type.String(),
  status: OneOf(FIGURE_STATUSES),
  sheet: Type.String(),
  cell: Type.String(),
  row: Type.Integer(),
  raw: Type.String(),
  rawUnit: Nullable(Type.String()),
  /** The published figure is taken back; `value` is the one taken back. */
  withdrawn: Type.Boolean(),
  earlier: Nullable(
    Shape({
      value: Type.Number(),
      decimals: Type.Integer(),
      status: OneOf(FIGURE_STATUSES),
      version: Type.Integer(),
    }),
  ),
});
export type SubmittedFigure = Static<typeof SubmittedFigure>;
export const SubmittedFiguresPage = Page(SubmittedFigure);
export type SubmittedFiguresPage = Static<typeof SubmittedFiguresPage>;

export const SubmissionStep = Shape({
  action: OneOf(STEP_ACTIONS),
  at: Type.String(),
  /** null: the program itself. */
  by: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  releaseAt: Nullable(Type.String()),
});

export const Submission = Shape({
  id: Type.String(),
  kind: OneOf(SUBMISSION_KINDS),
  state: OneOf(SUBMISSION_STATES),
  /** Counts its steps; send it with a move to be refused where somebody was quicker. */
  revision: Type.Integer(),
  fileName: Type.String(),
  fileHash: Type.String(),
  createdAt: Type.String(),
  createdBy: Type.String(),
  /** Whether the one who asks made it. */
  own: Type.Boolean(),
  may: Type.Array(OneOf(SUBMISSION_RIGHTS)),
  decidedAt: Nullable(Type.String()),
  decidedBy: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  /** When approved figures are to be published; null for at once. */
  releaseAt: Nullable(Type.String()),
  /** When they were; null before. */
  releasedAt: Nullable(Type.String()),
  counts: Shape({
    figures: Type.Integer(),
    errors: Type.Integer(),
    warnings: Type.Integer(),
    /** Warnings that need a reason. */
    toConfirm: Type.Integer(),
  }),
  /** The first `rows` of them where the request says so, else all. */
  figures: Type.Array(SubmittedFigure),
  problems: Type.Array(UploadProblem),
  /** Targets judged anew when the figures were published. */
  targetsTouched: Type.Array(Type.String()),
  steps: Type.Array(SubmissionStep),
  label: LabelWord,
  /** The same file had been handed in before: this is that submission, and nothing was stored. */
  repeated: Type.Optional(Type.Boolean()),
});
export type Submission = Static<typeof Submission>;

export const SubmissionSummary = Shape({
  id: Type.String(),
  kind: OneOf(SUBMISSION_KINDS),
  state: OneOf(SUBMISSION_STATES),
  fileName: Type.String(),
  createdAt: Type.String(),
  createdBy: Type.String(),
  decidedAt: Nullable(Type.String()),
  releaseAt: Nullable(Type.String()),
  releasedAt: Nullable(Type.String()),
  figures: Type.Integer(),
  /** Names of the regions that its figures are of, the first ten by code; looked for in its first thousand rows. */
  regions: Type.Array(Type.String()),
  errors: Type.Integer(),
  warnings: Type.Integer(),
  toConfirm: Type.Integer(),
  label: LabelWord,
});
export const SubmissionsPage = Page(SubmissionSummary);
export type SubmissionsPage = Static<typeof SubmissionsPage>;

export const SubmissionsQuery = Shape({
  ...PageQuery,
  state: Type.Optional(OneOf(SUBMISSION_STATES)),
  /** Of approved ones: those that wait for their time (`no`), or those that are public. */
  released: Type.Optional(OneOf(['yes', 'no'] as const)),
});

/** How many rows an answer lists; absent for all. */
const rows = Type.Optional(Type.Integer({ minimum: 0, maximum: 5000 }));
export const RowsQuery = Shape({ rows });

export const UploadQuery = Shape({
  region: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
  year: Type.Optional(Type.Integer({ minimum: 1949, maximum: 2200 })),
  /** Who may see it; no higher than the clearance of who hands it in. */
  label: Type.Optional(LabelWord),
  rows,
});

const Reason = Type.String({ maxLength: 500 });
const revision = Type.Optional(Type.Integer({ minimum: 0 }));
/** ISO 8601 with an offset: 2026-07-15T09:00:00+08:00. */
const Moment = Type.String({ maxLength: 40 });

/**
 * `skip` is the user's decision to leave the rows with errors out; without it a file with errors stores nothing.
 * `reason` confirms the warnings that need one. `releaseAt`: only where no review follows.
 */
export const SubmitBody = Shape({
  problems: Type.Optional(OneOf(['skip'] as const)),
  reason: Type.Optional(Reason),
  revision,
  releaseAt: Type.Optional(Moment),
});
export type SubmitBody = Static<typeof SubmitBody>;

/** `releaseAt` null publishes at once, also what was to wait. */
export const ApproveBody = Shape({
  reason: Type.Optional(Reason),
  revision,
  releaseAt: Type.Optional(Nullable(Moment)),
});
export type ApproveBody = Static<typeof ApproveBody>;

export const ReasonBody = Shape({ reason: Type.Optional(Reason), revision });
export type ReasonBody = Static<typeof ReasonBody>;

/** Corrections of how a file is read (domain's `Corrections`), checked field by field by domain's readCorrections. */
export const CorrectionsBody = Type.Unsafe<unknown>({ type: 'object' });

/** The sheets of the file with what was understood drawn on them; the first hundred. */
export const SubmissionSheets = Shape({
  items: Type.Array(Type.Unsafe<SheetView>({ type: 'object', additionalProperties: true })),
});
export type SubmissionSheets = Static<typeof SubmissionSheets>;

export const PROGRESS_STEPS = ['reading', 'checking', 'staging', 'publishing', 'judging', 'done', 'failed'] as const;
/** How far a running upload or publication is; `done` of `total` rows (targets while judging), null where unknown. */
export const Progress = Shape({
  step: OneOf(PROGRESS_STEPS),
  done: Nullable(Type.Integer()),
  total: Nullable(Type.Integer()),
  submission: Nullable(Type.String()),
});
export type Progress = Static<typeof Progress>;
