import { ATTAINMENT_REASONS } from '@dabiao/domain/attainment';
import { FORECAST_REASONS } from '@dabiao/domain/forecast-reason';
import { TREND_SCALES } from '@dabiao/domain/trend';
import Type, { type Static } from 'typebox';
import { Bilingual, Nullable, OneOf, Shape, YearValue } from './schema.ts';

const Due = Shape({ year: Type.Integer(), value: Type.Number(), valueMax: Nullable(Type.Number()) });

/** A span of years with its pace, compound (0.05 = 5 % a year) and in units a year. */
const PaceSpan = Shape({ from: YearValue, to: YearValue, compound: Nullable(Type.Number()), units: Type.Number() });

/** The way ahead at the paces so far. */
export const Outlook = Shape({
  paces: Shape({ lastYear: Nullable(PaceSpan), lastThree: Nullable(PaceSpan), sinceBase: Nullable(PaceSpan) }),
  needed: Nullable(Shape({ due: Due, compound: Nullable(Type.Number()), units: Nullable(Type.Number()) })),
  final: Nullable(Due),
  attainment: Type.Union([
    Shape({ year: Type.Integer(), late: Type.Integer(), by: OneOf(['compound', 'units'] as const) }),
    Shape({ reason: OneOf(ATTAINMENT_REASONS) }),
  ]),
  sentence: Bilingual,
});

/** The trend carried on to the last milestone, or why there is none. */
export const Forecast = Type.Union([
  Shape({
    scale: OneOf(TREND_SCALES),
    figures: Type.Integer(),
    first: Type.Integer(),
    last: Type.Integer(),
    decimals: Type.Integer(),
    freedom: Type.Integer(),
    slope: Type.Number({ description: 'change a year in the scale' }),
    points: Type.Array(
      Shape({
        year: Type.Integer(),
        value: Type.Number(),
        low80: Type.Number(),
        high80: Type.Number(),
        low95: Type.Number(),
        high95: Type.Number(),
      }),
    ),
    due: Due,
    probability: Type.Number({ description: 'of meeting the last milestone, 0 … 1' }),
    sentence: Bilingual,
  }),
  Shape({ reason: OneOf(FORECAST_REASONS), sentence: Bilingual }),
]);
export type Forecast = Static<typeof Forecast>;
