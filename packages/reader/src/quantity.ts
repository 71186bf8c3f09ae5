import type { UnitSort } from './unit-words.ts';

/** A quantity found in a sentence; `start` and `end` are places in the sentence. */
export interface Quantity {
  start: number;
  end: number;
  value: number;
  valueMax: number | null;
  /** Magnitude word as written (万, 亿, 万亿), empty where none. */
  magnitude: string;
  /** Unit word as written without its magnitude, empty where none. */
  unit: string;
  sort: UnitSort;
  /** The words as written. */
  wording: string;
  /** In words, not in figures: 翻一番, 全部, 清零, 三成. */
  inWords: boolean;
  /** How the words say it where they are more than a number: doubling, the whole, zero, 余 after the number, or a ratio to one. */
  manner?: 'doubling' | 'whole' | 'zero' | 'odd' | 'bare-magnitude' | 'ratio';
}

const POWERS: Record<string, number> = {
  十: 1e1,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};

/** Power of ten a magnitude word stands for; 1 for none. */
export const powerOf = (magnitude: string): number => POWERS[magnitude] ?? 1;

/** A quantity where a match stands: without words to the contrary a number in words, of no unit. */
export const quantityAt = (match: RegExpExecArray, rest: Partial<Quantity>): Quantity => ({
  start: match.index,
  end: match.index + match[0].length,
  value: 0,
  valueMax: null,
  magnitude: '',
  unit: '',
  sort: 'index',
  wording: match[0],
  inWords: true,
  ...rest,
});

/** A pattern, the letters without which it cannot match, and how a match is read. */
export type Reader = readonly [
  pattern: RegExp,
  needs: RegExp,
  read: (match: RegExpExecArray, text: string) => Quantity | null,
];
