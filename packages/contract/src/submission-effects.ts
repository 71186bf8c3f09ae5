import { CAVEAT_KINDS, FIGURE_STATUSES } from '@dabiao/domain/figure';
import { VERDICTS } from '@dabiao/domain/verdict';
import Type, { type Static } from 'typebox';
import { Bilingual, Nullable, OneOf, Page, PageQuery, Shape } from './schema.ts';
import { SUBMISSION_STATES } from './submission.ts';

export const CHANGES = ['changed', 'withdrawn', 'status', 'new', 'unchanged'] as const;

const Value = {
  value: Type.Number(),
  decimals: Type.Integer(),
  status: OneOf(FIGURE_STATUSES),
  /** A correction keeps those of the figure; a figure handed in anew has none. */
  caveats: Type.Array(OneOf(CAVEAT_KINDS)),
};

/** A figure before and after; `difference` is exact. */
export const FigureEffect = Shape({
  id: Type.String(),
  change: OneOf(CHANGES),
  indicator: Type.String(),
  indicatorName: Type.String(),
  region: Type.String(),
  regionName: Type.String(),
  year: Type.Integer(),
  unit: Type.String(),
  before: Nullable(Shape({ ...Value, version: Type.Integer() })),
  after: Nullable(Shape(Value)),
  difference: Nullable(Type.Number()),
  /** 个百分点 for percentages, else the unit. */
  differenceUnit: Type.String(),
  /** Of the value before, 0.05 = 5 %; null for percentages and where there is nothing to compare with. */
  relative: Nullable(Type.Number()),
  movedOn: Type.Boolean(),
  sheet: Type.String(),
  cell: Type.String(),
  row: Type.Integer(),
});

const Judged = Shape({ verdict: OneOf(VERDICTS), sentence: Bilingual });

/** A target that the figures touch: judged now, and as it would be judged. */
export const TargetEffect = Shape({
  id: Type.String(),
  document: Shape({ id: Type.String(), shortTitle: Type.String() }),
  region: Shape({ code: Type.String(), name: Type.String() }),
  indicator: Shape({ id: Type.String(), name: Type.String(), unit: Type.String() }),
  quote: Type.String(),
  changes: Type.Boolean(),
  years: Type.Array(Shape({ year: Type.Integer(), before: Judged, after: Judged })),
});

/** `change`: only the figures to which it does this. */
export const EffectsQuery = Shape({ ...PageQuery, change: Type.Optional(OneOf(CHANGES)) });

/** What releasing a submission would do. Nothing of it is stored. */
export const SubmissionEffects = Shape({
  counts: Shape({
    new: Type.Integer(),
    changed: Type.Integer(),
    status: Type.Integer(),
    withdrawn: Type.Integer(),
    unchanged: Type.Integer(),
  }),
  /** Rows whose published figure is no longer the one that was compared. */
  movedOn: Type.Integer(),
  /** Other open submissions with some of the same figures. */
  others: Type.Array(
    Shape({
      submission: Type.String(),
      by: Type.String(),
      state: OneOf(SUBMISSION_STATES),
      figures: Type.Integer(),
    }),
  ),
  figures: Page(FigureEffect),
  targets: Type.Array(TargetEffect),
});
export type SubmissionEffects = Static<typeof SubmissionEffects>;
