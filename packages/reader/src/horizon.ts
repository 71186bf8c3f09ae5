import type { ReadMilestone } from './reading.ts';
import type { Time } from './time.ts';

/** What is known of time at a place in the document, nearest first. */
export interface Horizon {
  /** A time said in the sentence, and whether it still binds (a semicolon loosens 每年). */
  said: Time | null;
  each: boolean;
  /** Years that the sentence has named so far. */
  years: readonly number[];
  /** Year of the sentence before, of the lead-in, of the section. */
  carried: { year: number; years?: readonly number[]; from: string } | null;
  /** The document's own target year and first year. */
  documentYear: number | null;
  firstYear: number | null;
  /** Whether the first year is that of a plan, which is its first whole year, or that in which the document was made. */
  planned: boolean;
  /** The document is of one year: what it has made is made within that year. */
  annual: boolean;
}

/** A year for a demand: stated, inferred or none. */
export interface Due {
  years: (number | null)[];
  inferred: boolean;
  reason: string;
}

/**
 * The year in which a length of years ends: the plan's own last year where the length is as long as the plan
 * (通过5年的努力 in a plan of 2020—2025). The first year is one of those in which something is done (用三年时间, 今后五年);
 * 三年内 runs from the day the document was made, unless a plan has years of its own.
 */
export function endOf(
  { length = 0, wording }: Pick<Time, 'length' | 'wording'>,
  { firstYear, documentYear, planned }: Pick<Horizon, 'firstYear' | 'documentYear' | 'planned'>,
): number | null {
  if (firstYear === null) return null;
  if (length === (documentYear ?? firstYear) - firstYear) return documentYear;
  return firstYear + length - (planned || !/年(?:之|以)?内/.test(wording) ? 1 : 0);
}

const last = (years: readonly number[]): number => years.at(-1) ?? 0;

/**
 * The years in which `count` numbers in a row are due. One time for one number is its last year; as many years as
 * numbers belong to them in order (2017年到2019年…分别为150亿元、170亿元和200亿元).
 * @param own the numbers are of one name, so that they differ by the years the sentence has named
 */
export function dueOf(horizon: Horizon, count: number, rate: boolean, own = false): Due {
  const { said, each, carried } = horizon;
  if (each) return { years: [null], inferred: false, reason: '“每年”：各年分别适用' };
  if (said?.years.length === 0 && said.sort === 'in' && carried?.from !== '标题')
    return { years: [null], inferred: false, reason: `“${said.wording}”：文中没有说是哪一年` };
  if (said && said.years.length > 0) {
    // 回收率2025年达到25%、2030年30%，回收量分别超过300万吨、400万吨
    const named = own && horizon.years.length === count ? [...horizon.years] : null;
    const spread = spreadYears(said, count) ?? named;
    if (spread) return { years: spread, inferred: false, reason: `“${said.wording}”与${count}个数一一对应` };
    return { years: [last(said.years)], inferred: false, reason: `“${said.wording}”→${last(said.years)}年` };
  }
  const year = said?.length ? endOf(said, horizon) : null;
  if (said && year !== null) {
    return { years: [year], inferred: true, reason: `“${said.wording}”自${horizon.firstYear}年起算，推定${year}年` };
  }
  // 到2022年和2030年，…。吸烟率分别低于24.5%和20%
  if (carried?.years && own && carried.years.length === count)
    return {
      years: [...carried.years],
      inferred: true,
      reason: `本句未写年份，按${carried.from}的${count}个年份一一对应`,
    };
  if (carried)
    return { years: [carried.year], inferred: true, reason: `本句未写年份，按${carried.from}推定${carried.year}年` };
  if (horizon.documentYear !== null && !(rate && horizon.annual))
    return {
      years: [horizon.documentYear],
      inferred: true,
      reason: `本句未写年份，按文件目标年推定${horizon.documentYear}年`,
    };
  return { years: [null], inferred: false, reason: '未写年份' };
}

function spreadYears(said: Time, count: number): number[] | null {
  if (count < 2) return null;
  if (said.sort === 'several') return said.years.length === count ? said.years : null;
  const [from, to] = said.years;
  if (said.sort !== 'span' || from === undefined || to === undefined || to - from + 1 !== count) return null;
  return Array.from({ length: count }, (_, index) => from + index);
}

/** Sets `yearInferred` only where it is true, as the catalogue does. */
export function milestone(base: Omit<ReadMilestone, 'yearInferred'>, inferred: boolean): ReadMilestone {
  return inferred && base.year !== null ? { ...base, yearInferred: true } : base;
}
