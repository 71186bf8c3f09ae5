import { type Clause, clausePath } from './outline.ts';
import { findTimes } from './time.ts';
import { ACHIEVED, LOOKING_BACK } from './words.ts';

/** What headings say of everything under them. */
export interface ClauseFacts {
  path: string[];
  lookingBack: boolean;
  /** Year in a heading of the path: 三、2026年重点工作. */
  year: { year: number; from: string } | null;
}

/** Years that a heading names. */
function headingYears(heading: string): number[] {
  const times = findTimes(heading, null).filter(({ sort }) => sort !== 'each' && sort !== 'rate' && sort !== 'length');
  return [...new Set(times.flatMap((time) => time.years.at(-1) ?? []))];
}

/** （一）未来三年，重点建设以下项目：a length at the head of a heading, from the first year of the document. */
function headingLength(heading: string, firstYear: number | null): number | null {
  const [first] = findTimes(heading, null);
  const atHead = first?.sort === 'length' && first.start <= 5;
  return atHead && first.length && firstYear !== null ? firstYear + first.length - 1 : null;
}

/** “十五五”时期主要目标和2026年重点工作 binds what is under it to neither. */
function headingYear(heading: string): number | null {
  const years = headingYears(heading);
  return years.length === 1 ? (years[0] ?? null) : null;
}

const AIMS = /目标|指标|定位|愿景/;

/** Whether a heading speaks of aims, so that a year said under it holds for the clauses below. */
export const bindsAims = (heading: string): boolean => AIMS.test(heading) && headingYears(heading).length < 2;

const COMING = /目标|任务|安排|重点|部署|今年|要求|计划|规划/;

/** Headings under which a success told is one wished for. */
const AHEAD = /目标|任务|安排|部署|总体要求|今年/;

/** The first part of a report on the work of a government is its review, whatever it is called. */
function isReview(clause: Clause, first: Clause | null): boolean {
  let top = clause;
  while (top.parent?.parent) top = top.parent;
  return first !== null && top === first && !COMING.test(top.heading.replace(/.*(?:回顾|工作情况)/, ''));
}

/**
 * Facts of a clause and the headings over it.
 * @param review the first part of a report, null where the document is none
 * @param firstYear where the document's own period begins, null where unknown
 */
export function clauseFacts(clause: Clause, review: Clause | null, firstYear: number | null): ClauseFacts {
  const path = clausePath(clause);
  const years = path.map((heading) => headingYear(heading) ?? headingLength(heading, firstYear));
  const year = years.findLast((one) => one !== null) ?? null;
  const lookingBack = path.some(
    (heading, index) =>
      (LOOKING_BACK.test(heading) && !/目标|任务|安排|要求/.test(heading.replace(/.*回顾/, ''))) ||
      (ACHIEVED.test(heading) && !path.slice(0, index).some((over) => AHEAD.test(over))),
  );
  return {
    path,
    lookingBack: lookingBack || isReview(clause, review),
    year: year === null ? null : { year, from: '标题' },
  };
}
