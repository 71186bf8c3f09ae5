import type { ShapeCorrections } from '@dabiao/domain/corrections';
import Type, { type Static } from 'typebox';
import { Nullable, Shape } from './schema.ts';

/** How sheets of one shape are read in the office of the one who asks. */
export const LayoutsPage = Shape({
  items: Type.Array(
    Shape({
      shape: Type.String(),
      names: Type.Array(Type.String()),
      corrections: Type.Unsafe<ShapeCorrections>({ type: 'object', additionalProperties: true }),
      by: Type.String(),
      at: Type.String(),
    }),
  ),
  next: Nullable(Type.String()),
  total: Type.Integer(),
});
export type LayoutsPage = Static<typeof LayoutsPage>;
