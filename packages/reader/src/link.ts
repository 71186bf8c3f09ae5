import type { Comparator } from '@dabiao/domain/target';
import type { Candidate } from './reading.ts';

/** Letters of a name that say what is measured; quotation marks, level words and endings differ from place to place. */
const plain = (name: string): string =>
  name
    .replace(/[“”"（）()、，\s]/g, '')
    .replace(/^(?:年|全市|累计|新增|总)+/, '')
    .replace(/(?:数量|总数|总量|数|规模|总规模|企业)$/, '');

function bigrams(name: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < name.length; at += 1) found.add(name.slice(at, at + 2));
  return found;
}

/** Likeness of two names, 0 … 1: shared pairs of letters (Dice). */
export function likeness(a: string, b: string): number {
  const [x, y] = [bigrams(plain(a)), bigrams(plain(b))];
  if (x.size === 0 || y.size === 0) return plain(a) === plain(b) ? 1 : 0;
  let shared = 0;
  for (const pair of x) if (y.has(pair)) shared += 1;
  return (2 * shared) / (x.size + y.size);
}

const UPWARD: ReadonlySet<Comparator> = new Set(['gt', 'gte']);
const DOWNWARD: ReadonlySet<Comparator> = new Set(['lt', 'lte']);

/** A candidate before its years are put together. `ofSpan`: it sums up all years of a span, and is no step of a path. */
export type Found = Candidate & { ofSpan?: true };

/** How a span and an amount with 左右 are met: in ways of their own. */
const OWN_WAYS: readonly Comparator[] = ['range', 'approx'];

/** What is to be at least so much one year and at most so much, or about so much, another is no one path. */
const sameMeasure = (a: Found, b: Found): boolean =>
  (a.ofSpan === true) === (b.ofSpan === true) &&
  a.unit === b.unit &&
  a.kind === b.kind &&
  OWN_WAYS.every((one) => (a.comparator === one) === (b.comparator === one)) &&
  !(UPWARD.has(a.comparator) && DOWNWARD.has(b.comparator)) &&
  !(DOWNWARD.has(a.comparator) && UPWARD.has(b.comparator)) &&
  a.everyYear === b.everyYear &&
  !a.everyYear;

const yearsOf = ({ milestones }: Candidate): (number | null)[] => milestones.map(({ year }) => year);

/** A name may be cut to its end when it is said again: 产销量 for 纯电动汽车累计产销量. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)];
  return x === y || (y.length >= 3 && x.endsWith(y)) || likeness(a, b) >= 0.8;
}

/**
 * Milestones of one indicator said year by year in one place (到2023年100家，到2025年200家) are one target; a number and a
 * range (30张，到2020年35—40张), or one with 左右, are two, as they are met in different ways.
 */
function belongsTogether(a: Found, b: Found): boolean {
  if (!sameMeasure(a, b) || a.clause.join('/') !== b.clause.join('/')) return false;
  const [own, other] = [yearsOf(a), yearsOf(b)];
  if (own.includes(null) || other.includes(null) || other.some((year) => own.includes(year))) return false;
  if ((a.baseline?.year ?? 0) !== (b.baseline?.year ?? 0) && a.kind !== 'level' && a.kind !== 'share') return false;
  // 五年左右的时间过千亿元 is an aim of its own beside the years that are named
  const inferred = (one: Candidate) => one.milestones.some(({ yearInferred }) => yearInferred === true);
  if (inferred(a) !== inferred(b)) return false;
  const apart = Math.abs(b.start - a.end);
  return (
    apart < (a.indicator === b.indicator && a.indicator.length > 3 ? FAR : NEAR) && sameName(a.indicator, b.indicator)
  );
}

/** Letters between two years of one indicator: aims of a year fill a paragraph, where each is called by its full name. */
const [NEAR, FAR] = [260, 700];

/** Whether one further on has the very name of `a` and a year of `b`: then `b` is another indicator's, called alike. */
const hasOwnLater = (a: Found, b: Found, further: readonly Found[]): boolean =>
  plain(a.indicator) !== plain(b.indicator) &&
  further.some(
    (one) =>
      plain(one.indicator) === plain(a.indicator) &&
      sameMeasure(a, one) &&
      yearsOf(one).some((year) => yearsOf(b).includes(year)),
  );

/** How far back the earlier year of a target is looked for. */
const NEAREST = 40;

/** Puts together what is one target; the comparator is that of the last year, the others are told in the reasons. */
export function joinYears(candidates: readonly Found[], quoteOf: (start: number, end: number) => string): Candidate[] {
  const joined: Found[] = [];
  for (const [index, one] of candidates.entries()) {
    const further = candidates.slice(index + 1, index + 7);
    const first = Math.max(0, joined.length - NEAREST);
    const near = joined.slice(first);
    const fits = (other: Found) => belongsTogether(other, one) && !hasOwnLater(other, one, further);
    // the very name goes before one that only ends alike: 养老床位 before 每千名老年人养老床位
    const own = near.findLastIndex((other) => other.indicator === one.indicator && fits(other));
    const found = own >= 0 ? own : near.findLastIndex(fits);
    const at = found < 0 ? -1 : first + found;
    const other = joined[at];
    if (!other) joined.push(one);
    else joined[at] = mergeTwo(other, one, quoteOf);
  }
  return joined.map(({ ofSpan: _, ...one }) => one);
}

function mergeTwo(a: Found, b: Found, quoteOf: (start: number, end: number) => string): Found {
  const milestones = [...a.milestones, ...b.milestones].sort((x, y) => (x.year ?? 0) - (y.year ?? 0));
  const later = (b.milestones[0]?.year ?? 0) > (a.milestones[0]?.year ?? 0) ? b : a;
  const [start, end] = [Math.min(a.start, b.start), Math.max(a.end, b.end)];
  return {
    ...a,
    comparator: later.comparator,
    qualifier: later.qualifier,
    milestones,
    baseline: a.baseline ?? b.baseline,
    start,
    end,
    quote: quoteOf(start, end),
    confidence: Math.min(a.confidence, b.confidence),
    reasons: [...new Set([...a.reasons, ...b.reasons, '同一指标的多个年份合为一个目标', ...otherComparators(a, b)])],
  };
}

/** 到2023年突破900亿元，到2026年达到1600亿元: which year is compared how. */
function otherComparators(a: Candidate, b: Candidate): string[] {
  if (a.comparator === b.comparator) return [];
  const said = ({ qualifier, milestones }: Candidate) => `${yearsText(milestones)}为“${qualifier ?? '达到'}”`;
  return [`各年措辞不同：${said(a)}，${said(b)}；以最后一年为准`];
}

const yearsText = (milestones: Candidate['milestones']): string => milestones.map(({ year }) => `${year}年`).join('、');

const valuesOf = ({ milestones }: Candidate): string =>
  milestones.map(({ value, valueMax, year }) => `${year}:${value}-${valueMax ?? ''}`).join(' ');

/** Marks a candidate that demands the same of the same indicator as an earlier one, in another place of the document. */
export function linkRestated(candidates: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  const alike = new Map<string, number[]>();
  for (const one of candidates) {
    const key = `${one.unit} ${one.everyYear} ${valuesOf(one)}`;
    const places = alike.get(key) ?? [];
    const at = places.find((place) => {
      const other = found[place] as Candidate;
      // 高血压、糖尿病患者管理率均达到62%: said once of each, not twice of one
      const atOnce = other.start === one.start && other.end === one.end;
      return !atOnce && likeness(other.indicator, one.indicator) >= 0.72;
    });
    if (at === undefined && places.length < NEAREST) alike.set(key, [...places, found.length]);
    found.push(
      at === undefined ? one : { ...one, restates: at, reasons: [...one.reasons, `与第${at + 1}条是同一要求`] },
    );
  }
  return found;
}
