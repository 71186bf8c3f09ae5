import { FIGURE_STATUSES } from '@dabiao/domain/figure';
import Type, { type Static } from 'typebox';
import { OneOf, Shape, Word, Year } from './schema.ts';

/** Rows that a grid may send at once. */
export const GRID_ROWS = 5000;

/** A number, or decimal text that keeps the digits as typed ("38.0"). Never null: what is missing is left out. */
export const TypedValue = Type.Unsafe<number | string>({
  anyOf: [{ type: 'number' }, { type: 'string', minLength: 1, maxLength: 40, pattern: '^[+-]?[0-9]+(\\.[0-9]+)?$' }],
});

/**
 * One figure typed into a grid. `indicator`: id or any of its names; `region`: code or name; `unit` as written, absent
 * for the indicator's own; `status` absent for 快报.
 */
export const GridRow = Shape({
  indicator: Word,
  region: Word,
  year: Year,
  value: TypedValue,
  unit: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  status: Type.Optional(OneOf(FIGURE_STATUSES)),
});
export type GridRow = Static<typeof GridRow>;

export const GridBody = Shape({
  /** What the submission is called in lists; absent for 网页填报. */
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\p{C}/\\\\]+$' })),
  rows: Type.Array(GridRow, { minItems: 1, maxItems: GRID_ROWS }),
});
export type GridBody = Static<typeof GridBody>;

/** A published figure to be mended (`value`, in `unit` or the indicator's) or taken back (`withdraw`). */
export const FigureCorrection = Shape({
  indicator: Word,
  region: Type.String({ pattern: '^[0-9]{6}$' }),
  year: Year,
  /** The version that was looked at. */
  version: Type.Integer({ minimum: 1 }),
  value: Type.Optional(TypedValue),
  unit: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  /** Absent for 修订. */
  status: Type.Optional(OneOf(FIGURE_STATUSES)),
  withdraw: Type.Optional(Type.Literal(true)),
});
export type FigureCorrection = Static<typeof FigureCorrection>;

export const FigureCorrectionsBody = Shape({
  reason: Type.String({ maxLength: 500 }),
  rows: Type.Array(FigureCorrection, { minItems: 1, maxItems: 500 }),
});
export type FigureCorrectionsBody = Static<typeof FigureCorrectionsBody>;
