import type { Figure } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { formatValue } from './number-text.ts';
import type { ReadFigure, UploadProblem, UploadProblemCode } from './problem.ts';

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

type Finding = [severity: UploadProblem['severity'], code: UploadProblemCode, message: string];

interface Checked {
  figure: ReadFigure;
  indicator: Indicator | undefined;
  context: CheckContext;
  today: number;
  /** Every figure of the file, by indicator, region and year; the first one of a place. */
  first: ReadonlyMap<string, ReadFigure>;
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

const checkDuplicate: Check = ({ figure, first }) => {
  const other = first.get(key(figure.indicator, figure.region, figure.year));
  if (!other || other === figure) return null;
  return ['error', 'duplicate_row', `与${place(other)}是同一指标、同一地区、同一年份，请只保留一行。`];
};

const checkLimit: Check = ({ figure, indicator }) => {
  const limit = indicator?.naturalLimit ?? null;
  if (!indicator || limit === null || figure.value <= limit) return null;
  const value = shown(figure.value, figure.decimals, figure.unit);
  const most = shown(limit, 0, figure.unit);
  return ['error', 'share_above_limit', `${indicator.name}为${value}，超过上限${most}，请核对数值和单位。`];
};

const checkSign: Check = ({ figure, indicator }) => {
  const counted = indicator?.measure === 'stock' || indicator?.measure === 'flow';
  if (!indicator || !counted || figure.value >= 0) return null;
  const value = shown(figure.value, figure.decimals, figure.unit);
  return ['error', 'value_negative', `${indicator.name}为${value}，该指标不能为负数，请核对数值。`];
};

const checkUnchanged: Check = ({ figure, indicator, context }) => {
  const published = context.earlier(figure.indicator, figure.region, figure.year);
  if (!published || published.value !== figure.value || published.status !== figure.status) return null;
  const value = shown(figure.value, figure.decimals, figure.unit);
  const name = indicator?.name ?? figure.indicator;
  return ['warning', 'value_unchanged', `${figure.year}年${name}已发布为${value}，与本次相同，无需再次填报。`];
};

/** A growth rate may well go from 0.5 to 12, so rates are left out. */
const checkJump: Check = ({ figure, indicator, context, first }) => {
  if (indicator?.measure === 'rate') return null;
  const { region, year, value, unit } = figure;
  const before =
    first.get(key(figure.indicator, region, year - 1)) ?? context.earlier(figure.indicator, region, year - 1);
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
  checkUnchanged,
  checkJump,
];

/** The first figure of each indicator, region and year. */
function firstOfEach(figures: readonly ReadFigure[]): Map<string, ReadFigure> {
  const first = new Map<string, ReadFigure>();
  for (const figure of figures) {
    const id = key(figure.indicator, figure.region, figure.year);
    if (!first.has(id)) first.set(id, figure);
  }
  return first;
}

/**
 * Checks figures read from a file, before anything is stored: years, rights, repeated rows, limits, signs, and what
 * is already published. Errors keep a row out, warnings let it in after a look; each names sheet and cell and says
 * what to do. In the order of the figures.
 * @param today the current year
 */
export function checkFigures(figures: readonly ReadFigure[], context: CheckContext, today: number): UploadProblem[] {
  const first = firstOfEach(figures);
  const indicators = new Map(context.indicators.map((indicator) => [indicator.id, indicator]));
  return figures.flatMap((figure) => {
    const checked = { figure, indicator: indicators.get(figure.indicator), context, today, first };
    const { sheet, cell, row } = figure;
    return CHECKS.flatMap((check) => {
      const found = check(checked);
      if (!found) return [];
      const [severity, code, message] = found;
      return [{ severity, code, message: `${place(figure)}：${message}`, sheet, cell, row }];
    });
  });
}
