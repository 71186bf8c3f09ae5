import type { Candidate } from '../src/reading.ts';

/** A candidate in a line: "value unit year comparator", as the lists of expectations write it. */
export function shown({ milestones, unit, comparator, everyYear }: Candidate): string {
  const values = milestones.map(({ value, valueMax }) =>
    valueMax === undefined ? `${value}` : `${value}-${valueMax}`,
  );
  const years = milestones.map(({ year }) => year ?? '-');
  return `${values.join('/')} ${unit} ${years.join('/')} ${comparator}${everyYear ? '!' : ''}`;
}
