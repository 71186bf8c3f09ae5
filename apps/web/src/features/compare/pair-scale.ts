import { toValueAxis } from '@dabiao/charts/value-axis';
import type { TargetRow } from '@dabiao/contract/target';
import { scale } from '@dabiao/domain/decimal';
import type { Lang } from '@dabiao/domain/number-text';

/** A point of a small picture, in the picture's pixels. */
export interface Spot {
  x: number;
  y: number;
  year: number;
  value: number;
}

/** What the small picture of one target shows. */
export interface PairPicture {
  base: Spot | null;
  previous: Spot | null;
  latest: Spot | null;
  /** Both ends where a range is demanded. */
  milestones: Spot[];
  /** Where the path stands in the year of the latest figure. */
  path: Spot | null;
}

/** The scale that both pictures of a pair share: equal years and equal values stand at equal places. */
export interface PairScale {
  first: number;
  last: number;
  /** Lowest and highest value of the axis, in the axis' unit, and whether it starts elsewhere than at 0. */
  min: number;
  max: number;
  cut: boolean;
  unit: string;
  spot: (year: number, value: number) => Spot;
}

export const PAIR_SIZE = { width: 320, height: 132, left: 14, right: 14, top: 22, bottom: 24 } as const;

interface Known {
  year: number;
  value: number;
}

function knownOf({ assessment, previous, milestones, pathNow }: TargetRow): Known[] {
  const { base, latest } = assessment;
  return [
    ...(base ? [base] : []),
    ...(previous ? [previous] : []),
    ...(latest ? [latest] : []),
    ...(latest && pathNow !== null ? [{ year: latest.year, value: pathNow }] : []),
    ...milestones.flatMap(({ year, value, valueMax = value }) =>
      year === null
        ? []
        : [
            { year, value },
            { year, value: valueMax },
          ],
    ),
  ];
}

/** The common scale of two targets that demand the same kind of thing; null where nothing is known of either. */
export function toPairScale(a: TargetRow, b: TargetRow, lang: Lang): PairScale | null {
  const known = [...knownOf(a), ...knownOf(b)];
  if (known.length === 0) return null;
  const axis = toValueAxis(
    known.map(({ value }) => value),
    a.judgedUnit,
    lang,
  );
  const years = known.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const { width, height, left, right, top, bottom } = PAIR_SIZE;
  const across = (width - left - right) / (last - first || 1);
  const up = (height - top - bottom) / (axis.max - axis.min);
  return {
    first,
    last,
    min: axis.min,
    max: axis.max,
    cut: axis.cut,
    unit: axis.unit,
    spot: (year, value) => ({
      year,
      value,
      x: left + (last === first ? 0.5 * (width - left - right) : (year - first) * across),
      y: height - bottom - (scale(value, 1, axis.divisor) - axis.min) * up,
    }),
  };
}

/** Where the marks of one target stand on the scale. */
export function toPairPicture({ assessment, previous, milestones, pathNow }: TargetRow, at: PairScale): PairPicture {
  const place = (known: Known | null) => (known ? at.spot(known.year, known.value) : null);
  const { base, latest } = assessment;
  return {
    base: place(base),
    previous: place(previous),
    latest: place(latest),
    path: latest && pathNow !== null ? at.spot(latest.year, pathNow) : null,
    milestones: milestones.flatMap(({ year, value, valueMax }) =>
      year === null ? [] : [value, ...(valueMax === undefined ? [] : [valueMax])].map((each) => at.spot(year, each)),
    ),
  };
}
