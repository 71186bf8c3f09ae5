import { CAVEAT_KINDS, FIGURE_STATUSES } from '@dabiao/domain/figure';
import Type, { type Static } from 'typebox';
import { FigureSource } from './figure.ts';
import { LabelWord } from './label.ts';
import { Nullable, OneOf, RegionCode, Shape, Word, Year } from './schema.ts';
import { SUBMISSION_KINDS } from './submission.ts';

export const FigureHistoryQuery = Shape({ indicator: Word, region: RegionCode, year: Year });

/** All versions of one figure, the newest first. */
export const FigureHistory = Shape({
  indicator: Type.String(),
  indicatorName: Type.String(),
  /** null where the catalogue has none. */
  indicatorNameEn: Nullable(Type.String()),
  region: Type.String(),
  regionName: Type.String(),
  year: Type.Integer(),
  unit: Type.String(),
  versions: Type.Array(
    Shape({
      version: Type.Integer(),
      label: LabelWord,
      value: Type.Number(),
      decimals: Type.Integer(),
      status: OneOf(FIGURE_STATUSES),
      /** The figure no longer counts; `value` is the one taken back. */
      withdrawn: Type.Boolean(),
      caveats: Type.Array(OneOf(CAVEAT_KINDS)),
      note: Nullable(Type.String()),
      /** Why this version was published. */
      reason: Nullable(Type.String()),
      recordedAt: Type.String(),
      /** Who published it; null for the catalogue. */
      recordedBy: Nullable(Type.String()),
      /** Who handed it in. */
      submittedBy: Nullable(Type.String()),
      source: FigureSource,
      file: Nullable(
        Shape({
          submission: Type.String(),
          kind: OneOf(SUBMISSION_KINDS),
          name: Type.String(),
          sheet: Type.String(),
          cell: Type.String(),
          raw: Type.String(),
          rawUnit: Nullable(Type.String()),
          /** Whether the one who asks may download it: GET /submissions/{id}/file. */
          mayOpen: Type.Boolean(),
        }),
      ),
    }),
  ),
});
export type FigureHistory = Static<typeof FigureHistory>;
