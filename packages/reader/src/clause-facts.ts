import { type Clause, clausePath } from './outline.ts';
import { findTimes } from './time.ts';
import { ACHIEVED, LOOKING_BACK } from './words.ts';

/** What headings say of everything under them. */
export interface ClauseFacts {
  path: string[];
  lookingBack: boolean;
  /** What stands under it tells who or what is meant: 三、申报条件. */
  criteria: boolean;
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
const AHEAD = /目标|任务|安排|部署|总体要求|今年|路径|举措|措施|方向|愿景|重点(?:领域|工程|行动|工作)|保障/;

/** What tells of the past under any heading; 发展成效, 产业基础 and 环境 are wished for under a heading of aims or tasks. */
const TOLD_THERE =
  /回顾|(?:完成|实施|执行|进展|推进|落实)情况(?!考核|评估|调度|督查)|存在(?:的)?(?:主要)?(?:问题|困难)|基本情况$|名词解释|术语|现状(?:分析|与|和|$)|背景/;

/** 夯实产业基础, 优化发展环境, 实施产业基础再造工程: a verb of doing at the head makes it a work, whatever it is done to. */
const WORK =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,3}[章节]|\d{1,2}(?:\.\d{1,2}){1,2})?[\s“]*(?:着力|大力|全面|持续|进一步|不断|深入|切实|积极|加快|加大|更好|坚决|全力|聚力)*(?:实施|夯实|筑牢|强化|优化|营造|改善|打造|提升|提高|增强|加强|构建|完善|推进|推动|促进|加快|创造|厚植|巩固|健全|补齐|破解|突破|破除|创新|培育|落实|做强|做优|扩大|拓展|激发|释放|保障|支持)/;
/** What is told all the same: 推进情况, 加快发展取得的成就. */
const TOLD = /回顾|情况|成就|历程|总结|概况|背景|形势|问题|现状|意义/;
const isWork = (heading: string): boolean =>
  (WORK.test(heading) || /基础(?:再造|能力|设施|研究|性)/.test(heading)) && !TOLD.test(heading);

/** What one has to meet or to be, to be given or called something. */
const CRITERIA =
  /(?:申报|申请|认定|入选|准入|基本|评选|遴选|参评|创建|建设|奖励|享受|验收|考核|评价)(?:主体|对象)?(?:条件|标准|门槛)(?:及要求|和要求)?$|(?:适用|支持|奖励|扶持|申报)(?:范围|对象)$/;

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
      (LOOKING_BACK.test(heading) &&
        !isWork(heading) &&
        (TOLD_THERE.test(heading) || !path.slice(0, index).some((over) => AHEAD.test(over))) &&
        !/目标|任务|安排|要求/.test(heading.replace(/.*回顾/, ''))) ||
      (ACHIEVED.test(heading) && !path.slice(0, index).some((over) => AHEAD.test(over))),
  );
  return {
    path,
    lookingBack: lookingBack || isReview(clause, review),
    criteria: path.some((heading) => CRITERIA.test(heading) && !isWork(heading)),
    year: year === null ? null : { year, from: '标题' },
  };
}
