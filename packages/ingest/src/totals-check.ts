import { decimalsOf, subtract, sum } from '@dabiao/domain/decimal';
import { formatNumber } from '@dabiao/domain/number-text';
import { parseUnit } from '@dabiao/domain/unit';
import type { Wording } from '@dabiao/domain/wording';
import type { FoundTable } from './find-tables.ts';
import { normaliseName } from './label.ts';
import type { Observation } from './observe-table.ts';
import { type ProblemList, quote } from './problem-list.ts';
import { type NamedValue, type TotalGroup, totalGroups } from './total-groups.ts';

/** Values of one table that are looked at; a longer one is no table with a total. */
const MAX_VALUES = 50_000;
/** A sum further off than this is of other parts, where sub-totals or children may be among them. */
const NEAR = 0.2;

/** What cannot be added up: shares, rates, means. */
const NOT_ADDITIVE = /率|比重|占比|比例|人均|每人|平均|单价|密度|强度|指数|增长|增速|增幅|同比|环比|排名|位次/;
const NOT_ADDITIVE_DIMENSIONS = new Set(['%', '百分点', '倍', '指数', '分']);
const COUNTED = new Set(['个', '人', '人次']);

function isAdditive({ quantity, unit, value, facts }: Observation): boolean {
  if (facts.comparison !== null || NOT_ADDITIVE.test(normaliseName(quantity.text ?? ''))) return false;
  const written = value.kind === 'number' && value.unit !== null ? value.unit : (unit?.text ?? '');
  const dimension = written === '' ? null : (parseUnit(written)?.dimension ?? null);
  return dimension === null || !(NOT_ADDITIVE_DIMENSIONS.has(dimension) || dimension.includes('/'));
}

function isCount(unit: string | undefined): boolean {
  const parsed = unit === undefined ? null : parseUnit(unit);
  return parsed !== null && parsed.factor === '1' && COUNTED.has(parsed.dimension);
}

function toNamedValue(observation: Observation): NamedValue | null {
  const { value, facts, quantity } = observation;
  if (value.kind !== 'number' || !isAdditive(observation)) return null;
  const across = facts.indicator;
  const down = quantity.fromTitle ? [] : quantity.parts.slice(0, quantity.parts.length - across.length);
  return {
    row: observation.row,
    column: observation.column,
    region: observation.region?.text ?? null,
    down,
    regionAcross: facts.region !== null,
    across,
    year: observation.yearLabel?.text ?? String(observation.year),
    value: value.value,
    decimals: value.decimals,
    isCount: isCount(observation.unit?.text),
  };
}

/** How far a sum may be off by rounding: half the last digit of each number in it; counts are not rounded. */
function toleranceOf({ total, parts }: TotalGroup): number {
  if (total.isCount) return 0;
  const decimals = Math.max(total.decimals, ...parts.map((part) => part.decimals));
  return (0.5 * (parts.length + 1)) / 10 ** decimals;
}

const shown = (value: number): string => formatNumber(value, decimalsOf(value));

function messageOf(group: TotalGroup): Wording | null {
  const { kind, name, total, parts, partName, isFlat } = group;
  const added = sum(parts.map(({ value }) => value));
  const difference = subtract(total.value, added);
  const tolerance = toleranceOf(group) * (1 + 1e-9);
  if (kind === 'part') {
    if (difference >= -tolerance) return null;
    const [part, whole, size, most] = [quote(partName), quote(name), shown(added), shown(total.value)];
    return {
      zh: `${part}为${size}，大于它所属的${whole}${most}；请核对这两个数。`,
      en: `${part} is ${size}, more than ${whole}, ${most}, which it is a part of; check the two numbers.`,
    };
  }
  if (Math.abs(difference) <= tolerance) return null;
  if (!isFlat && Math.abs(difference) > Math.abs(total.value) * NEAR) return null;
  const [whole, own, of, by] = [quote(name), shown(total.value), shown(added), shown(difference)];
  return {
    zh: `${whole}为${own}，${parts.length}个分项相加为${of}，相差${by}，超出四舍五入的误差；请核对，分项不全的请说明。`,
    en: `${whole} is ${own}, while its ${parts.length} parts add up to ${of}, a difference of ${by}, more than rounding explains; check them, and say so where parts are missing.`,
  };
}

/** Checks the totals within one table as they stand in the file: 合计 and its parts, 其中 and its whole. */
export class TotalsCheck {
  readonly #table: FoundTable;
  readonly #values: NamedValue[] = [];

  constructor(table: FoundTable) {
    this.#table = table;
  }

  add(observation: Observation): void {
    if (this.#table.layout === 'long' || this.#values.length > MAX_VALUES) return;
    const value = toNamedValue(observation);
    if (value) this.#values.push(value);
  }

  report(problems: ProblemList): void {
    if (this.#values.length > MAX_VALUES) return;
    for (const group of totalGroups(this.#values)) {
      const text = messageOf(group);
      const at = group.kind === 'part' ? (group.parts[0] ?? group.total) : group.total;
      const place = { sheet: this.#table.sheet.name, row: at.row, column: at.column };
      if (text !== null) problems.add('warning', 'total_mismatch', place, text);
    }
  }
}
