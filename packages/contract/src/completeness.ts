import { FIGURE_STATUSES } from '@dabiao/domain/figure';
import Type, { type Static } from 'typebox';
import { Nullable, OneOf, PageQuery, RegionCode, Shape, Word, Year } from './schema.ts';

/** `scheduled`: approved, waiting for its time. */
export const REPORTING_STATES = ['released', 'scheduled', 'in_review', 'draft', 'missing'] as const;
export type ReportingState = (typeof REPORTING_STATES)[number];

export const CompletenessQuery = Shape({
  year: Type.Optional(Year),
  region: Type.Optional(RegionCode),
  /** `overdue` finds all that is not released after its last day. */
  state: Type.Optional(OneOf([...REPORTING_STATES, 'overdue'] as const)),
  ...PageQuery,
});

const Counts = Shape({
  released: Type.Integer(),
  scheduled: Type.Integer(),
  in_review: Type.Integer(),
  draft: Type.Integer(),
  missing: Type.Integer(),
  /** Of those not released. */
  overdue: Type.Integer(),
});

/** An indicator that a region's targets need in the year, and how far its figure has come. */
export const ReportingCell = Shape({
  id: Type.String(),
  region: Type.String(),
  regionName: Type.String(),
  indicator: Type.String(),
  indicatorName: Type.String(),
  unit: Type.String(),
  /** Needed only by a target of a region it is part of. */
  inherited: Type.Boolean(),
  state: OneOf(REPORTING_STATES),
  /** What is under way although a figure is released. */
  pending: Nullable(OneOf(['scheduled', 'in_review', 'draft'] as const)),
  overdue: Type.Boolean(),
  dueOn: Nullable(Type.String()),
  figure: Nullable(Shape({ status: OneOf(FIGURE_STATUSES), version: Type.Integer(), recordedAt: Type.String() })),
  /** The open submission, where the one who asks may see it. */
  submission: Nullable(Type.String()),
});
export type ReportingCell = Static<typeof ReportingCell>;

export const Completeness = Shape({
  year: Type.Integer(),
  /** Of all states, whatever `state` asks for. */
  counts: Counts,
  regions: Type.Array(Shape({ code: Type.String(), name: Type.String(), counts: Counts })),
  items: Type.Array(ReportingCell),
  next: Nullable(Type.String()),
  total: Type.Integer(),
});
export type Completeness = Static<typeof Completeness>;

export const DueDatesQuery = Shape({ year: Type.Optional(Year) });
export const DueDates = Shape({
  year: Type.Integer(),
  items: Type.Array(
    Shape({
      /** null: all indicators. */
      indicator: Nullable(Type.String()),
      /** null: all regions. */
      region: Nullable(Type.String()),
      dueOn: Type.String(),
      setBy: Type.String(),
      setAt: Type.String(),
    }),
  ),
});
export type DueDates = Static<typeof DueDates>;

/** `dueOn` null takes the date away. */
export const DueDateBody = Shape({
  year: Year,
  indicator: Type.Optional(Word),
  region: Type.Optional(RegionCode),
  dueOn: Nullable(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })),
});
export type DueDateBody = Static<typeof DueDateBody>;
