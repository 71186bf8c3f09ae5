import { type CheckContext, type Finding, figurePlace, shown } from './check-finding.ts';
import { decimalsOf, subtract, sum } from './decimal.ts';
import type { Indicator } from './indicator.ts';
import type { ReadFigure } from './problem.ts';
import { parseUnit } from './unit.ts';

/** Dimensions whose values are counted one by one, so that nothing in them is rounded. */
const COUNTED = new Set(['个', '人', '人次']);
/** Stocks and flows that are means or ratios all the same. */
const NOT_ADDITIVE = /人均|平均|每|率|密度|强度|比重|占比/;

function isAdditive(indicator: Indicator | undefined): indicator is Indicator {
  if (indicator?.measure !== 'stock' && indicator?.measure !== 'flow') return false;
  return !NOT_ADDITIVE.test(indicator.name) && !indicator.unit.includes('/');
}

function isCount(unit: string): boolean {
  const parsed = parseUnit(unit);
  return parsed?.factor === '1' && COUNTED.has(parsed.dimension);
}

/** The regions directly below each region of the catalogue. */
function childrenOf(context: CheckContext): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const { code, parent } of context.catalogueRegions ?? []) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), code]);
  }
  return children;
}

function toleranceOf(figures: readonly ReadFigure[]): number {
  if (isCount(figures[0]?.unit ?? '')) return 0;
  return (0.5 * figures.length) / 10 ** Math.max(...figures.map(({ value }) => decimalsOf(value)));
}

function compare(whole: ReadFigure, parts: readonly ReadFigure[], isComplete: boolean): Finding | null {
  const added = sum(parts.map(({ value }) => value));
  const difference = subtract(whole.value, added);
  const tolerance = toleranceOf([whole, ...parts]) * (1 + 1e-9);
  if (isComplete ? Math.abs(difference) <= tolerance : difference >= -tolerance) return null;
  const of = (value: number) => shown({ value, decimals: decimalsOf(value) }, whole.unit);
  const text = () => {
    const [own, sumOf, by] = [of(whole.value), of(added), of(Math.abs(difference))];
    const how =
      difference < 0
        ? { zh: `下级合计多出${by.zh}`, en: `their sum is ${by.en} more` }
        : { zh: `相差${by.zh}`, en: `a difference of ${by.en}` };
    return {
      zh: `${whole.year}年为${own.zh}，本文件中所辖${parts.length}个地区相加为${sumOf.zh}，${how.zh}；请核对，口径不同的请说明。`,
      en: `${own.en} in ${whole.year}, while the ${parts.length} regions below it in this file add up to ${sumOf.en}, ${how.en}; check them, and say so where they are counted differently.`,
    };
  };
  return { severity: 'warning', code: 'total_mismatch', text };
}

/**
 * Figures of regions beside those of the regions below them in the same file: together they are never more than the
 * whole, and where the file has all of them, no less; rounding aside.
 * @returns what was found, by the figure of the whole
 */
export function checkRegionTotals(
  figures: readonly ReadFigure[],
  context: CheckContext,
  indicators: ReadonlyMap<string, Indicator>,
  first: ReadonlyMap<string, ReadFigure>,
): Map<ReadFigure, Finding> {
  const children = childrenOf(context);
  const found = new Map<ReadFigure, Finding>();
  if (children.size === 0) return found;
  for (const whole of figures) {
    const below = children.get(whole.region);
    if (!below || !isAdditive(indicators.get(whole.indicator))) continue;
    const parts = below.flatMap((code) => first.get(figurePlace(whole.indicator, code, whole.year)) ?? []);
    if (parts.length === 0) continue;
    const finding = compare(whole, parts, parts.length === below.length && parts.length >= 2);
    if (finding) found.set(whole, finding);
  }
  return found;
}
