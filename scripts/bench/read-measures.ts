// Policy measures read, against those the catalogue has of the same documents.
import { existsSync, readFileSync } from 'node:fs';
import type { MeasuresFile } from '@dabiao/catalogue/measure-shapes';
import type { ReadMeasure } from '@dabiao/reader/reading';
import { parse } from 'yaml';
import { overlap } from './read-score.ts';

type Expected = MeasuresFile['measures'][number];

/** A measure's sums as text, so that two can be compared; null where it has none of the kind. */
interface Sums {
  amount: string | null;
  ceiling: string | null;
  share: string | null;
}
const FIELDS = ['amount', 'ceiling', 'share'] as const;

const money = (one: { value: number; unit: string } | null | undefined) => (one ? `${one.value}${one.unit}` : null);
const expectedSums = ({ amount, ceiling, share }: Expected): Sums => ({
  amount: money(amount),
  ceiling: money(ceiling),
  share: share ? `${share.at_most ? '<' : ''}${share.percent}%` : null,
});
const readSums = ({ amount, ceiling, share }: ReadMeasure): Sums => ({
  amount: money(amount),
  ceiling: money(ceiling),
  share: share ? `${share.atMost ? '<' : ''}${share.percent}%` : null,
});

/** Counts of one kind of thing: in the catalogue, read, and the same in both. */
interface Tally {
  listed: number;
  read: number;
  right: number;
}

/** Pairs by the words and by `alike`, each at most once. */
function paired(
  listed: readonly Expected[],
  read: readonly ReadMeasure[],
  alike: (one: Sums, other: Sums) => boolean,
): [Expected, ReadMeasure][] {
  const taken = new Set<ReadMeasure>();
  return listed.flatMap((one) => {
    const match = read.find(
      (other) => !taken.has(other) && overlap(one.quote, other.quote) && alike(expectedSums(one), readSums(other)),
    );
    if (match) taken.add(match);
    return match ? [[one, match] as [Expected, ReadMeasure]] : [];
  });
}

const percent = (part: number, of: number): string => `${(100 * (of === 0 ? 1 : part / of)).toFixed(1)}%`.padStart(7);

function tallyLine(name: string, { listed, read, right }: Tally): string {
  return `    ${name.padEnd(10)} ${String(listed).padStart(4)} ${String(read).padStart(4)} ${percent(right, read)} ${percent(right, listed)}`;
}

/**
 * Prints how the measures read agree with the catalogue of one document: each kind of sum, the whole list, and of those
 * paired the form, the times and the level.
 * @param file `seeds/measures/….yaml`; where there is none, only how many were read
 */
export function printMeasures(file: string, read: readonly ReadMeasure[]): void {
  if (!existsSync(file)) {
    console.log(`    measures read, none in the catalogue: ${read.length}`);
    return;
  }
  const { measures } = parse(readFileSync(file, 'utf8')) as MeasuresFile;
  console.log('    measures   list read precision recall');
  for (const field of FIELDS) {
    const [listed, found] = [
      measures.filter((one) => expectedSums(one)[field] !== null),
      read.filter((one) => readSums(one)[field] !== null),
    ];
    const right = paired(listed, found, (one, other) => one[field] === other[field]).length;
    console.log(tallyLine(field, { listed: listed.length, read: found.length, right }));
  }
  const whole = paired(measures, read, (one, other) => FIELDS.every((field) => one[field] === other[field]));
  console.log(tallyLine('whole', { listed: measures.length, read: read.length, right: whole.length }));
  const same = (alike: (one: Expected, other: ReadMeasure) => boolean) =>
    percent(whole.filter(([one, other]) => alike(one, other)).length, whole.length);
  console.log(
    `    of those   form${same((one, other) => one.form === other.form)} times${same((one, other) => (one.per ?? null) === other.per)} level${same((one, other) => one.level === other.level)} base${same((one, other) => (one.share?.of ?? null) === (other.share?.of ?? null))} clause${same((one, other) => one.clause.join() === other.clause.join())} departments${same((one, other) => one.departments.map(({ name }) => name).join() === other.departments.map(({ name }) => name).join())}`,
  );
}
