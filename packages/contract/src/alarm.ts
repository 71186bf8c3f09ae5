import Type, { type Static } from 'typebox';
import { Nullable, OneOf, Shape } from './schema.ts';

export const ALARM_KINDS = ['sign-ins', 'refusals'] as const;

/** Many failed sign-ins, or refused requests, within a minute. */
export const Alarm = Shape({
  id: Type.String(),
  kind: OneOf(ALARM_KINDS),
  /** When the number was reached, and when the first of them was. */
  at: Type.String(),
  firstAt: Type.String(),
  count: Type.Integer(),
  addresses: Type.Array(Type.String()),
  acknowledgedAt: Nullable(Type.String()),
  acknowledgedBy: Nullable(Type.String()),
  note: Nullable(Type.String()),
});
export type Alarm = Static<typeof Alarm>;
export const AlarmsPage = Shape({ items: Type.Array(Alarm), next: Nullable(Type.String()), total: Type.Integer() });
export type AlarmsPage = Static<typeof AlarmsPage>;
/** What whoever saw it says of it. */
export const AcknowledgeBody = Shape({ note: Type.String({ minLength: 1, maxLength: 500 }) });
