import { decimalsOf } from './decimal.ts';
import type { Figure } from './figure.ts';
import type { Indicator, Measure } from './indicator.ts';
import { formatValue } from './number-text.ts';
import {
  acceptedFigures,
  listedProblems,
  type ReadFigure,
  type UploadProblem,
  type UploadProblemCode,
} from './problem.ts';
import { convert } from './unit.ts';

/** What figures read from a file are checked against. */
export interface CheckContext {
  indicators: readonly Indicator[];
  /** Codes of the regions the sender may hand in for; null for all. */
  regions: ReadonlySet<string> | null;
  /** The published figure, or null. Asked for the same year and for the year before. */
  earlier: (indicator: string, region: string, year: number) => Figure | null;
}

/** First year of the statistics of the People's Republic. */
const FIRST_YEAR = 1949;

/** More than this many times the year before (or less than its inverse) smells of a wrong unit. */
const JUMP = 10;

/** What is counted or is a part of a whole; rates fall, and an index may be made to. */
const NEVER_NEGATIVE = new Set<Measure>(['stock', 'flow', 'share']);

type Finding = [severity: UploadProblem['severity'], code: UploadProblemCode, message: string];

interface Checked {
  figure: ReadFigure;
  indicator: Indicator | undefined;
  context: CheckContext;
  today: number;
  /** Every figure of the file, by indicator, region and year. */
  same: ReadonlyMap<string, SamePlace>;
}

/** Figures of one indicator, region and year: the first of them, and the first with another value than that one. */
interface SamePlace {
  first: ReadFigure;
  rival: ReadFigure | null;
}

type Check = (checked: Checked) => Finding | null;

function key(indicator: string, region: string, year: number): string {
  return JSON.stringify([indicator, region, year]);
}

function place({ sheet, cell }: ReadFigure): string {
  return `工作表“${sheet}”单元格${cell}`;
}

function shown(value: number, decimals: number, unit: string): string {
  return formatValue(value, decimals, unit, 'zh');
}

const checkYear: Check = ({ figure, today }) => {
  const { year } = figure;
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= today + 1) return null;
  const range = `${FIRST_YEAR}—${today + 1}年`;
  return ['error', 'year_out_of_range', `年份${year}不在${range}之内，请改正年份后重新上传。`];
};

const checkRegion: Check = ({ figure, context }) => {
  if (context.regions === null || context.regions.has(figure.region)) return null;
  return ['error', 'region_not_yours', `您无权填报地区${figure.region}的数据，请删除该行或联系管理员授权。`];
};

/** Of equal values the first stands; of different ones none, as nothing says which is right. */
const checkDuplicate: Check = ({ figure, same }) => {
  const { first, rival } = same.get(key(figure.indicator, figure.region, figure.year)) ?? {
    first: figure,
    rival: null,
  };
  if (rival) {
    const other = figure.value === first.value ? rival : first;
    const [own, others] = [figure, other].map(({ value, decimals, unit }) => shown(value, decimals, unit));
    const text = `与${place(other)}是同一指标、同一地区、同一年份，数值却不同（${own}与${others}），请核对并只保留一行。`;
    return ['error', 'duplicate_row', text];
  }
  if (first === figure) return null;
  return ['error', 'duplicate_row', `与${place(first)}是同一指标、同一地区、同一年份，请只保留一行。`];
};

const checkLimit: Check = ({ figure, indicator }) => {
  const limit = indicator?.naturalLimit ?? null;
  if (!indicator || limit === null || figure.value <= limit) return null;
  const value = shown(figure.value, figure.decimals, figure.unit);
  const most = shown(limit, 0, figure.unit);
  return ['error', 'share_above_limit', `${indicator.name}为${value}，超过上限${most}，请核对数值和单位。`];
};

const checkSign: Check = ({ figure, indicator }) => {
  if (!indicator || !NEVER_NEGATIVE.has(indicator.measure) || figure.value >= 0) return null;
  const value = shown(figure.value, figure.decimals, figure.unit);
  return ['error', 'value_negative', `${indicator.name}为${value}，该指标不能为负数，请核对数值。`];
};

/** Half a base station: a count has no decimals, whatever magnitude its unit begins with (1.23456万个). */
const checkWhole: Check = ({ figure, indicator }) => {
  if (indicator?.measure !== 'stock' && indicator?.measure !== 'flow') return null;
  const count = convert(figure.value, figure.unit, '个');
  if (count === null || decimalsOf(count) === 0) return null;
  const value = shown(figure.value, decimalsOf(figure.value), figure.unit);
  return ['warning', 'value_suspicious', `${indicator.name}为${value}，按个数统计的指标应为整数，请核对数值和单位。`];
};

const checkUnchanged: Check = ({ figure, indicator, context }) => {
  const published = context.earlier(figure.indicator, figure.region, figure.year);
  if (!published || published.value !== figure.value || published.status !== figure.status) return null;
  const value = shown(figure.value, figure.decimals, figure.unit);
  const name = indicator?.name ?? figure.indicator;
  return ['warning', 'value_unchanged', `${figure.year}年${name}已发布为${value}，与本次相同，无需再次填报。`];
};

/** A growth rate may well go from 0.5 to 12, so rates are left out. */
const checkJump: Check = ({ figure, indicator, context, same }) => {
  if (indicator?.measure === 'rate') return null;
  const { region, year, value, unit } = figure;
  const before =
    same.get(key(figure.indicator, region, year - 1))?.first ?? context.earlier(figure.indicator, region, year - 1);
  if (!before || !(before.value > 0) || !(value > 0)) return null;
  const [now, then] = [shown(value, figure.decimals, unit), shown(before.value, before.decimals, unit)];
  const advice = `请核对单位（${unit}）是否有误；确认无误可继续提交。`;
  if (value > before.value * JUMP) return ['warning', 'value_jump', `${now}是上年${then}的${JUMP}倍以上，${advice}`];
  if (value * JUMP < before.value) return ['warning', 'value_jump', `${now}不足上年${then}的1/${JUMP}，${advice}`];
  return null;
};

const CHECKS: readonly Check[] = [
  checkYear,
  checkRegion,
  checkDuplicate,
  checkLimit,
  checkSign,
  checkWhole,
  checkUnchanged,
  checkJump,
];

function bySamePlace(figures: readonly ReadFigure[]): Map<string, SamePlace> {
  const places = new Map<string, SamePlace>();
  for (const figure of figures) {
    const id = key(figure.indicator, figure.region, figure.year);
    const same = places.get(id) ?? { first: figure, rival: null };
    places.set(id, same);
    if (figure.value !== same.first.value) same.rival ??= figure;
  }
  return places;
}

/**
 * Checks figures read from a file, before anything is stored: years, rights, repeated rows, limits, signs, counts, and
 * what is already published. Errors keep a row out, warnings let it in after a look; each names sheet and cell and says
 * what to do. In the order of the figures.
 * @param today the current year
 */
export function checkFigures(figures: readonly ReadFigure[], context: CheckContext, today: number): UploadProblem[] {
  const same = bySamePlace(figures);
  const indicators = new Map(context.indicators.map((indicator) => [indicator.id, indicator]));
  return figures.flatMap((figure) => {
    const checked = { figure, indicator: indicators.get(figure.indicator), context, today, same };
    const { sheet, cell, row } = figure;
    return CHECKS.flatMap((check) => {
      const found = check(checked);
      if (!found) return [];
      const [severity, code, message] = found;
      return [{ severity, code, message: `${place(figure)}：${message}`, sheet, cell, row }];
    });
  });
}

/**
 * What a file gives in the end: the figures that may be published, and every problem of the reading and of the checks.
 * Figures are sifted by all problems before long lists of one kind are cut.
 * @param today the current year
 */
export function siftFigures(
  read: { figures: readonly ReadFigure[]; problems: readonly UploadProblem[] },
  context: CheckContext,
  today: number,
): { figures: ReadFigure[]; problems: UploadProblem[] } {
  const problems = [...read.problems, ...checkFigures(read.figures, context, today)];
  return { figures: acceptedFigures(read.figures, problems), problems: listedProblems(problems) };
}
