import { MEASURE_FORMS, MEASURE_TIMES } from '@dabiao/domain/measure';
import Type, { type Static } from 'typebox';
import { list, slug, strict, text, textOrNull } from './file-shapes.ts';

const money = { value: Type.Number({ exclusiveMinimum: 0 }), unit: text(20) };

const MeasureShape = Type.Object(
  {
    id: slug(),
    clause: list(text(200), 1),
    beneficiary: text(120),
    purpose: text(200),
    form: Type.Enum([...MEASURE_FORMS]),
    amount: Type.Optional(Type.Object(money, strict)),
    share: Type.Optional(
      Type.Object(
        {
          percent: Type.Number({ exclusiveMinimum: 0, maximum: 100 }),
          of: textOrNull(80),
          at_most: Type.Optional(Type.Boolean()),
        },
        strict,
      ),
    ),
    ceiling: Type.Optional(Type.Object({ ...money, of: text(80) }, strict)),
    per: Type.Optional(Type.Enum([...MEASURE_TIMES])),
    years: Type.Optional(
      Type.Object(
        { from: Type.Integer({ minimum: 1, maximum: 20 }), count: Type.Integer({ minimum: 1, maximum: 20 }) },
        strict,
      ),
    ),
    level: textOrNull(20),
    quote: text(600),
    departments: list(Type.Object({ name: text(60), role: Type.Enum(['lead', 'responsible']) }, strict)),
    notes: Type.Optional(text(600)),
  },
  strict,
);
export type MeasureShape = Static<typeof MeasureShape>;

/** One file of `measures/`: the policy measures of one document, in the order of its text. */
export const MeasuresFile = Type.Object({ document: slug(), measures: list(MeasureShape, 1) }, strict);
export type MeasuresFile = Static<typeof MeasuresFile>;
