/** Milliseconds between looks at the clock, between two askings, and until an answer counts as old. */
export const LOOK = 30_000;
const REFRESH = 180_000;
const OLD = REFRESH + 3 * LOOK;

/** When an answer was got and when asking for it last failed, in milliseconds since 1970; 0 where never. */
export interface Freshness {
  dataUpdatedAt: number;
  errorUpdatedAt: number;
}

/** Whether asking again is due: every three minutes, at every look after a failure. */
export function isDue({ dataUpdatedAt, errorUpdatedAt }: Freshness, now: number): boolean {
  return errorUpdatedAt > dataUpdatedAt || now - dataUpdatedAt >= REFRESH - LOOK / 2;
}

/** The time of the oldest answer on the wall; null before all are there. */
export function updatedAt(answers: readonly Freshness[]): number | null {
  const oldest = Math.min(...answers.map(({ dataUpdatedAt }) => dataUpdatedAt));
  return oldest > 0 && Number.isFinite(oldest) ? oldest : null;
}

/** Whether the wall must say that its answers are old: asking failed since, or nothing came for too long. */
export function isOld(answers: readonly Freshness[], now: number): boolean {
  return answers.some(
    ({ dataUpdatedAt, errorUpdatedAt }) => errorUpdatedAt > dataUpdatedAt || now - dataUpdatedAt > OLD,
  );
}
