import Type, { type Static } from 'typebox';
import { FigureVersion } from './figure.ts';
import { Nullable, OneOf, Page, Shape } from './schema.ts';
import { TargetRow } from './target.ts';

export const IndicatorSummary = Shape({
  id: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  unit: Type.String(),
  direction: OneOf(['more', 'less'] as const),
  measure: OneOf(['stock', 'flow', 'share', 'rate', 'index'] as const),
  definition: Nullable(Type.String()),
  targets: Type.Integer(),
  figures: Type.Integer(),
});
export type IndicatorSummary = Static<typeof IndicatorSummary>;
export const IndicatorsPage = Page(IndicatorSummary);
export type IndicatorsPage = Static<typeof IndicatorsPage>;

export const IndicatorDetail = Shape({
  indicator: IndicatorSummary,
  year: Type.Integer(),
  /** Latest version of each region's figures. */
  regions: Type.Array(Shape({ code: Type.String(), name: Type.String(), figures: Type.Array(FigureVersion) })),
  targets: Type.Array(TargetRow),
});
export type IndicatorDetail = Static<typeof IndicatorDetail>;
