import { CAVEAT_KINDS, FIGURE_STATUSES } from '@dabiao/domain/figure';
import Type, { type Static } from 'typebox';
import { LabelWord } from './label.ts';
import { AsOfQuery, Nullable, OneOf, Page, PageQuery, RegionCode, Shape, Word, Year } from './schema.ts';

export const FigureSource = Shape({
  title: Type.String(),
  publisher: Nullable(Type.String()),
  date: Nullable(Type.String()),
  address: Nullable(Type.String()),
});

/** One version of one published figure; `value` in the indicator's unit. */
export const FigureVersion = Shape({
  id: Type.String(),
  indicator: Type.String(),
  region: Type.String(),
  year: Type.Integer(),
  value: Type.Number(),
  decimals: Type.Integer(),
  unit: Type.String(),
  status: OneOf(FIGURE_STATUSES),
  caveats: Type.Array(OneOf(CAVEAT_KINDS)),
  note: Nullable(Type.String()),
  version: Type.Integer(),
  source: FigureSource,
  quote: Nullable(Type.String()),
  submission: Nullable(Type.String()),
  recordedAt: Type.String(),
  recordedBy: Nullable(Type.String()),
  /** The figure no longer counts from this version on; `value` is the one taken back. */
  withdrawn: Type.Boolean(),
  /** Why this version was published; null where nobody had to say. */
  reason: Nullable(Type.String()),
  demo: Type.Boolean(),
  label: LabelWord,
});
export type FigureVersion = Static<typeof FigureVersion>;

export const FiguresQuery = Shape({
  indicator: Type.Optional(Word),
  region: Type.Optional(RegionCode),
  from: Type.Optional(Year),
  to: Type.Optional(Year),
  known_at: AsOfQuery.known_at,
  ...PageQuery,
});
export const FiguresPage = Page(FigureVersion);
export type FiguresPage = Static<typeof FiguresPage>;
