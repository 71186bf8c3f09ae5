import { MEASURE_FORMS, MEASURE_TIMES } from '@dabiao/domain/measure';
import Type, { type Static } from 'typebox';
import { Nullable, OneOf, Page, PageQuery, Shape, Word } from './schema.ts';

const money = { value: Type.Number(), unit: Type.String() };

export const MeasureRow = Shape({
  id: Type.String(),
  document: Shape({ id: Type.String(), shortTitle: Type.String(), validTo: Nullable(Type.String()) }),
  clause: Type.Array(Type.String()),
  beneficiary: Type.String(),
  purpose: Type.String(),
  form: OneOf(MEASURE_FORMS),
  amount: Nullable(Shape(money)),
  share: Nullable(Shape({ percent: Type.Number(), of: Nullable(Type.String()), atMost: Type.Boolean() })),
  ceiling: Nullable(Shape({ ...money, of: Type.String() })),
  per: Nullable(OneOf(MEASURE_TIMES)),
  years: Nullable(Shape({ from: Type.Integer(), count: Type.Integer() })),
  level: Nullable(Type.String()),
  quote: Type.String(),
  departments: Type.Array(Shape({ name: Type.String(), role: OneOf(['lead', 'responsible'] as const) })),
  notes: Nullable(Type.String()),
});
export type MeasureRow = Static<typeof MeasureRow>;

export const MeasuresPage = Page(MeasureRow);
export type MeasuresPage = Static<typeof MeasuresPage>;

export const MeasuresQuery = Shape({
  document: Type.Optional(Word),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  ...PageQuery,
});
