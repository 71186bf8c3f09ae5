import type { TargetShape } from '@dabiao/catalogue/file-shapes';
import { convert } from '@dabiao/domain/unit';
import type { Candidate } from '@dabiao/reader/reading';

/** A quantified demand as a careful reader lists it. */
export type Expected = Pick<TargetShape, 'id' | 'unit' | 'comparator' | 'kind' | 'milestones' | 'quote'> & {
  every_year?: boolean;
};

export interface Score {
  expected: number;
  proposed: number;
  /** Proposed ones that say an expected one: values, years and unit the same, quotes overlapping. */
  right: number;
  /** Of those found by value and place alone. */
  found: number;
  yearRight: number;
  unitRight: number;
  comparatorRight: number;
  kindRight: number;
  departmentsRight: number;
  missing: string[];
  extra: string[];
  wrong: string[];
}

const plain = (words: string): string => words.normalize('NFKC').replace(/[\s,，;；:：]/g, '');

/** Whether two quotes share words: one holds the other, or they share a run of twelve letters. */
export function overlap(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)];
  if (x.includes(y) || y.includes(x)) return true;
  const run = Math.min(12, x.length, y.length);
  for (let at = 0; at + run <= x.length; at += 1) if (y.includes(x.slice(at, at + run))) return true;
  return false;
}

const PERSONS = new Map([
  ['名', '人'],
  ['位', '人'],
]);
const unitOf = (unit: string): string => PERSONS.get(unit) ?? unit;

function sameValue(
  value: number | null | undefined,
  unit: string,
  other: number | null | undefined,
  otherUnit: string,
): boolean {
  if (value == null || other == null) return value == null && other == null;
  if (value === other && unitOf(unit) === unitOf(otherUnit)) return true;
  const converted = convert(value, unitOf(unit), unitOf(otherUnit));
  return converted !== null && Math.abs(converted - other) < 1e-9;
}

type Found = Candidate['milestones'][number];

function sameValues(expected: Expected, candidate: Candidate): boolean {
  if (expected.milestones.length !== candidate.milestones.length) return false;
  return expected.milestones.every((one, index) => {
    const other = candidate.milestones[index] as Found;
    return (
      sameValue(other.value, candidate.unit, one.value, expected.unit) &&
      sameValue(other.valueMax, candidate.unit, one.value_max, expected.unit)
    );
  });
}

const sameYears = (expected: Expected, candidate: Candidate): boolean =>
  expected.milestones.every(({ year }, index) => candidate.milestones[index]?.year === year);

const sameUnit = (expected: Expected, candidate: Candidate): boolean =>
  convert(1, unitOf(candidate.unit), unitOf(expected.unit)) !== null;

export const shownExpected = (one: Expected): string =>
  `${one.kind} ${one.comparator} ${one.milestones.map(({ year, value, value_max }) => `${year}:${value}${value_max ? `-${value_max}` : ''}`).join(' ')} ${one.unit} «${one.quote}»`;
export const shownCandidate = (one: Candidate): string =>
  `${one.kind} ${one.comparator} ${one.milestones.map(({ year, value, valueMax }) => `${year}:${value}${valueMax ? `-${valueMax}` : ''}`).join(' ')} ${one.unit} «${one.quote.replace(/\s+/g, ' ')}»`;

/** Pairs what was expected with what was proposed, each at most once, those alike in year first. */
function pairs(expected: readonly Expected[], candidates: readonly Candidate[]): Map<Expected, Candidate> {
  const paired = new Map<Expected, Candidate>();
  const taken = new Set<Candidate>();
  for (const strict of [true, false]) {
    for (const one of expected) {
      if (paired.has(one)) continue;
      const match = candidates.find(
        (other) =>
          !taken.has(other) &&
          sameValues(one, other) &&
          overlap(one.quote, other.quote) &&
          (!strict || (sameYears(one, other) && one.comparator === other.comparator)),
      );
      if (match) {
        paired.set(one, match);
        taken.add(match);
      }
    }
  }
  return paired;
}

const names = (departments: readonly { name: string; role: string }[]): string =>
  departments
    .map(({ name, role }) => `${role} ${plain(name)}`)
    .sort()
    .join(' ');

/** Scores what was proposed for one document against what a careful reader lists. */
export function scoreOf(
  expected: readonly (Expected & { departments?: { name: string; role: string }[] })[],
  candidates: readonly Candidate[],
): Score {
  const paired = pairs(expected, candidates);
  const score: Score = {
    expected: expected.length,
    proposed: candidates.length,
    right: 0,
    found: paired.size,
    yearRight: 0,
    unitRight: 0,
    comparatorRight: 0,
    kindRight: 0,
    departmentsRight: 0,
    missing: expected.filter((one) => !paired.has(one)).map(shownExpected),
    extra: candidates.filter((one) => ![...paired.values()].includes(one)).map(shownCandidate),
    wrong: [],
  };
  for (const [one, other] of paired) {
    const [year, unit] = [sameYears(one, other), sameUnit(one, other)];
    score.yearRight += Number(year);
    score.unitRight += Number(unit);
    score.right += Number(year && unit);
    score.comparatorRight += Number(one.comparator === other.comparator);
    score.kindRight += Number(one.kind === other.kind);
    if (one && 'departments' in one)
      score.departmentsRight += Number(
        names((one as { departments: { name: string; role: string }[] }).departments) === names(other.departments),
      );
    if (!year || one.comparator !== other.comparator)
      score.wrong.push(`${shownExpected(one)}  ←  ${shownCandidate(other)}`);
  }
  return score;
}

/** Adds scores up. */
export function sumOf(scores: readonly Score[]): Score {
  const total = scoreOf([], []);
  for (const score of scores) {
    for (const key of [
      'expected',
      'proposed',
      'right',
      'found',
      'yearRight',
      'unitRight',
      'comparatorRight',
      'kindRight',
      'departmentsRight',
    ] as const)
      total[key] += score[key];
  }
  return total;
}

/** Precision, recall and F1, 0 … 1. */
export function rates({ right, expected, proposed }: Score): { precision: number; recall: number; f1: number } {
  const [precision, recall] = [proposed === 0 ? 1 : right / proposed, expected === 0 ? 1 : right / expected];
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
