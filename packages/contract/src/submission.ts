import { FIGURE_STATUSES } from '@dabiao/domain/figure';
import { UPLOAD_PROBLEM_CODES } from '@dabiao/domain/problem';
import Type, { type Static } from 'typebox';
import { Nullable, OneOf, Page, Shape } from './schema.ts';

export const SUBMISSION_STATES = ['draft', 'submitted', 'approved', 'returned', 'withdrawn'] as const;

export const UploadProblem = Shape({
  severity: OneOf(['error', 'warning'] as const),
  code: OneOf(UPLOAD_PROBLEM_CODES),
  message: Type.String(),
  sheet: Nullable(Type.String()),
  cell: Nullable(Type.String()),
  row: Nullable(Type.Integer()),
});

/** A row of a submission: what was read, and what is published now. */
export const SubmittedFigure = Shape({
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
  earlier: Nullable(
    Shape({
      value: Type.Number(),
      decimals: Type.Integer(),
      status: OneOf(FIGURE_STATUSES),
      version: Type.Integer(),
    }),
  ),
});

export const Submission = Shape({
  id: Type.String(),
  state: OneOf(SUBMISSION_STATES),
  fileName: Type.String(),
  fileHash: Type.String(),
  createdAt: Type.String(),
  createdBy: Type.String(),
  decidedAt: Nullable(Type.String()),
  decidedBy: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  figures: Type.Array(SubmittedFigure),
  problems: Type.Array(UploadProblem),
  /** Targets judged anew when the figures were published. */
  targetsTouched: Type.Array(Type.String()),
});
export type Submission = Static<typeof Submission>;

export const SubmissionSummary = Shape({
  id: Type.String(),
  state: OneOf(SUBMISSION_STATES),
  fileName: Type.String(),
  createdAt: Type.String(),
  createdBy: Type.String(),
  figures: Type.Integer(),
  errors: Type.Integer(),
});
export const SubmissionsPage = Page(SubmissionSummary);
export type SubmissionsPage = Static<typeof SubmissionsPage>;

/** `skip` is the user's decision to leave the rows with errors out; without it a file with errors stores nothing. */
export const SubmitBody = Shape({
  problems: Type.Optional(OneOf(['skip'] as const)),
  reason: Type.Optional(Type.String({ maxLength: 500 })),
});
export type SubmitBody = Static<typeof SubmitBody>;

export const UploadQuery = Shape({
  region: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
  year: Type.Optional(Type.Integer({ minimum: 1949, maximum: 2200 })),
});
