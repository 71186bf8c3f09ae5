import type { Block } from './outline.ts';

/** A cell with its place: the paragraph it stands in, and from where to where. */
export interface Cell {
  text: string;
  start: number;
  end: number;
  block: Block;
}

export interface Columns {
  name: number;
  unit: number | null;
  /** Columns with the year they are of. */
  years: { at: number; year: number; base: boolean }[];
  rate: number | null;
  /** How many columns the name may stand in: 城镇化率 | 常住人口城镇化率 under one head. */
  names: number;
  /** 年均/累计: what is aimed at where the year's own cell holds a dash. */
  change: number | null;
  /** Whether that column tells yearly rates, beside sums of all years in brackets. */
  yearly: boolean;
  /** Columns of who answers for a row; the lead's is told apart. */
  departments: { at: number; lead: boolean }[];
  width: number;
}

export const NAME_HEAD =
  /^(?:主要|具体|核心|考核|发展|预期|分项|规划|评价|监测|量化|绩效)*(?:指标|目标)(?:名称|内容|体系|项)?$|^(?:项目|指标|任务)名称$|^名称$|^(?:重点|主要|工作)?任务$/;
export const UNIT_HEAD = /^(?:计量)?单位$/;
const BASE_HEAD = /基期|现状|实际|完成|基数|已达|实绩|实现(?:情况|值)/;
export const RATE_HEAD = /年均(?:增长|增速|递增|增幅)(?!.*累计)/;
export const DEPARTMENT_HEAD =
  /^(?:牵头|责任|主责|主办|负责|承办|落实|实施|配合|协办|参与)(?:责任)?(?:单位|部门|处室|科室|主体)$/;
const CHANGE_HEAD = /累计|年均|[比较].*(?:增[加长]|提[高升]|变化|下降|降低|减少)/;
/** Of these only a rate of every year is aimed at beside a year's own value: the others tell the same again. */
const YEARLY_HEAD = /年均/;
export const YEAR_HEAD = /(20\d{2})年?|“?(?<plan>十[一二三四五六])五”?(?:时期)?(?:期?末|目标)/;
/** The year at which a plan ends: the eleventh ended in 2010. */
const PLAN_ENDS: Readonly<Record<string, number>> = {
  十一: 2010,
  十二: 2015,
  十三: 2020,
  十四: 2025,
  十五: 2030,
  十六: 2035,
};

/** The year a heading names, or the end of the five-year plan it names. */
function yearIn(text: string): number | null {
  const found = YEAR_HEAD.exec(text);
  if (!found) return null;
  return found[1] === undefined ? (PLAN_ENDS[found.groups?.plan ?? ''] ?? null) : Number(found[1]);
}
/** A column of what is aimed at without its year, which is then that of the plan. */
export const AIM_HEAD =
  /^(?:预期|目标|规划|计划)(?:目标)?[值数]$|^(?:规划|预期)目标$|^(?:预期|目标)$|^(?:计划|规划|目标)任务[量数]?$|^任务[量数]$/;

export function cellsOf(block: Block): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (const part of block.paragraph.text.split('\t')) {
    const lead = part.length - part.trimStart().length;
    cells.push({ text: part.trim(), start: start + lead, end: start + part.trimEnd().length, block });
    start += part.length + 1;
  }
  return cells;
}

/** What is known of the plan's years where a table stands; null where not known. */
export interface PlanYears {
  /** When the document was made. */
  madeIn: number | null;
  /** When its plan begins and ends. */
  from: number | null;
  due: number | null;
}

/** Reads a row as a head: it names the indicator, and at least one year. */
export function readHead(cells: readonly Cell[], plan: PlanYears): Columns | null {
  const { due } = plan;
  const texts = cells.map(({ text }) => text.replace(/\s/g, ''));
  const name = texts.findIndex((text) => NAME_HEAD.test(text));
  if (name < 0) return null;
  const unit = texts.findIndex((text) => UNIT_HEAD.test(text));
  const rate = texts.findIndex((text) => RATE_HEAD.test(text));
  const years = texts.flatMap((text, at) => {
    const year = at === rate || at === name || CHANGE_HEAD.test(text) ? null : yearIn(text);
    return year === null ? [] : [{ at, year, base: BASE_HEAD.test(text) }];
  });
  const aim = texts.findIndex((text) => AIM_HEAD.test(text));
  if (aim >= 0 && aim !== name && due !== null && !years.some(({ year, base }) => !base && year >= due))
    years.push({ at: aim, year: due, base: false });
  if (years.length === 0) return null;
  const change = texts.findIndex((text, at) => CHANGE_HEAD.test(text) && at !== rate && at !== name);
  if (years.length > 1 && !years.some(({ base }) => base)) {
    const start = startOf(years, texts, plan);
    for (const one of years) one.base = one.year === start;
  }
  return {
    name,
    unit: unit < 0 ? null : unit,
    years,
    rate: rate < 0 ? null : rate,
    change: change < 0 ? null : change,
    yearly: change >= 0 && YEARLY_HEAD.test(texts[change] ?? ''),
    names: 1 + texts.slice(name + 1).findIndex((text) => text !== ''),
    departments: texts.flatMap((text, at) =>
      DEPARTMENT_HEAD.test(text) ? [{ at, lead: /牵头|主办|主责/.test(text) }] : [],
    ),
    width: texts.length,
  };
}

/**
 * Of several years the first is where the plan starts from, unless it is said to be aimed at, or had not begun to run
 * out when the document was made.
 */
function startOf(years: Columns['years'], texts: readonly string[], { madeIn, from }: PlanYears): number | null {
  const [first, second] = years.toSorted((a, b) => a.year - b.year);
  if (!first || !second || /目标|规划|预期|计划|任务/.test(texts[first.at] ?? '')) return null;
  // 2023年 2024年 2025年 in a plan of these years are its steps
  if (from !== null && first.year >= from && second.year - first.year === 1) return null;
  if (madeIn === null || first.year < madeIn) return first.year;
  if (first.year === from && second.year - first.year > 2) return first.year;
  return first.year === madeIn && second.year - first.year > 1 ? first.year : null;
}

/** Words over a group of years. */
const OVER_YEARS = /现状|基期|目标|规划值|预期值|实际|实现情况|完成/;

const joined = (one: Cell, text: string, under: Cell): Cell => ({ ...one, text: text + under.text });

/**
 * A head of two rows as one: each word with what stands under it. Where the lower row leaves out what stands under the
 * name, its cells are shared out among the words over years, the last of them taking what is over.
 */
export function joinHeads(over: readonly Cell[], below: readonly Cell[]): Cell[] {
  const name = over.findIndex(({ text }) => NAME_HEAD.test(text.replace(/\s/g, '')));
  if ((below[name]?.text ?? '') === '') {
    let word = '';
    return below.map((under, at) => {
      word = over[at]?.text || (at > name ? word : '');
      return joined(over[at] ?? under, word, under);
    });
  }
  const groups = over.filter(({ text }) => OVER_YEARS.test(text) && !NAME_HEAD.test(text.replace(/\s/g, '')));
  if (groups.length === 0 || below.length < groups.length) return [...over];
  const share = below.length % groups.length === 0 ? below.length / groups.length : 1;
  const wide = groups.at(-1);
  let next = 0;
  return over.flatMap((one) => {
    if (!groups.includes(one)) return [one];
    const under = below.slice(next, one === wide ? undefined : next + share);
    next += under.length;
    return under.map((cell) => joined(one, one.text, cell));
  });
}

/** The end of the five-year plan that words name: 专栏1 “十二五”基本情况. */
export const planNamed = (words: string): number | null =>
  PLAN_ENDS[/“?(?<plan>十[一二三四五六])五”?/.exec(words)?.groups?.plan ?? ''] ?? null;
