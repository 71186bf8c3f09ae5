import { VERDICTS } from '@dabiao/domain/verdict';
import Type, { type Static } from 'typebox';
import { DocumentSummary, GroupScore, VerdictCount } from './document.ts';
import { AsOfQuery, Nullable, OneOf, RegionCode, Shape } from './schema.ts';
import { TargetRow } from './target.ts';

export const OverviewQuery = Shape({ ...AsOfQuery, region: Type.Optional(RegionCode) });

export const Overview = Shape({
  year: Type.Integer(),
  years: Type.Array(Type.Integer()),
  region: Nullable(Type.String()),
  regions: Type.Array(Shape({ code: Type.String(), name: Type.String(), parent: Nullable(Type.String()) })),
  total: Type.Integer(),
  counts: Type.Array(VerdictCount),
  ...GroupScore,
  documents: Type.Array(DocumentSummary),
  /** Worst first; at most ten. */
  attention: Type.Array(TargetRow),
  /** Time of the release since which targets moved (UTC); null: since the year before. */
  movedSince: Nullable(Type.String()),
  /** Targets whose verdict differs from then; at most ten. */
  moved: Type.Array(Shape({ target: TargetRow, before: OneOf(VERDICTS) })),
  /** Milestones falling due in this and later years. */
  dueDates: Type.Array(Shape({ year: Type.Integer(), count: Type.Integer() })),
});
export type Overview = Static<typeof Overview>;
