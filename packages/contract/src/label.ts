import { LABELS } from '@dabiao/domain/label';
import Type, { type Static } from 'typebox';
import { OneOf, Shape } from './schema.ts';

/** 公开, 内部, 敏感. */
export const LabelWord = OneOf(LABELS);

export const LABELLED_KINDS = ['document', 'figure', 'submission', 'reading', 'briefing'] as const;

/** The label something is to have: an id, or for a figure its indicator, region and year with spaces between. */
export const LabelBody = Shape({
  kind: OneOf(LABELLED_KINDS),
  id: Type.String({ minLength: 1, maxLength: 200 }),
  label: LabelWord,
  reason: Type.Optional(Type.String({ maxLength: 500 })),
});
export type LabelBody = Static<typeof LabelBody>;

export const LabelRow = Shape({
  kind: OneOf(LABELLED_KINDS),
  id: Type.String(),
  /** Without a value. */
  name: Type.String(),
  label: LabelWord,
});
export type LabelRow = Static<typeof LabelRow>;

/** Every document, and what else bears a label above 公开. */
export const LabelsPage = Shape({ items: Type.Array(LabelRow) });
export type LabelsPage = Static<typeof LabelsPage>;

/** The highest label a user may read from now on. */
export const ClearanceBody = Shape({ clearance: LabelWord });
