import { isMarkedPart, normaliseName } from './label.ts';
import { isTotal, isWholeRegion } from './region-like.ts';

/** A value of a table with the names it stands under, as the checks of totals need it. */
export interface NamedValue {
  row: number;
  column: number;
  region: string | null;
  /** The region is that of the column. */
  regionAcross: boolean;
  /** Names down the row, outermost first. */
  down: string[];
  /** Names across, outermost first. */
  across: string[];
  year: string;
  value: number;
  decimals: number;
  /** It counts things that come whole (个, 人), so that nothing in it is rounded. */
  isCount: boolean;
}

/** A total with what it should be the sum of, or a whole with one of its parts. */
export interface TotalGroup {
  kind: 'sum' | 'part';
  name: string;
  total: NamedValue;
  parts: NamedValue[];
  partName: string;
  /** Nothing hints at sub-totals or children among the parts. */
  isFlat: boolean;
}

const SUBTOTAL = /小计|市辖区|市区|合计|总计|^全|其中|所辖|县域/;
const OTHER = /^(?:其他|其它)$/;

function isTotalName(name: string): boolean {
  return (isTotal(name) || isWholeRegion(name)) && !OTHER.test(normaliseName(name));
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const own = key(item);
    const group = groups.get(own) ?? [];
    group.push(item);
    groups.set(own, group);
  }
  return [...groups.values()];
}

/** The one total of a group, with all others as its parts. */
function sumsOf(group: readonly NamedValue[], nameOf: (value: NamedValue) => string): TotalGroup[] {
  const totals = group.filter((value) => isTotalName(nameOf(value)));
  const parts = group.filter((value) => !totals.includes(value) && !isMarkedPart(nameOf(value)));
  const [total] = totals;
  if (totals.length !== 1 || !total || parts.length < 2) return [];
  const isFlat =
    parts.every((value) => !SUBTOTAL.test(normaliseName(nameOf(value)))) && parts.length === group.length - 1;
  return [{ kind: 'sum', name: nameOf(total), total, parts, partName: '', isFlat }];
}

/** Rows (or columns) 总计, 合计 and 全市 beside those of regions, and 合计 over rows of quantities. */
function sumsDown(values: readonly NamedValue[]): TotalGroup[] {
  const ofRegions = values.filter(({ region }) => region !== null);
  const ofNames = values.filter(({ down }) => down.length > 0);
  const sameQuantity = ({ row, column, down, across, year, regionAcross }: NamedValue) =>
    JSON.stringify(regionAcross ? [row, across, year] : ['', column, down, year]);
  const sameParent = ({ column, region, down, year }: NamedValue) =>
    JSON.stringify([column, region, down.slice(0, -1), year]);
  return [
    ...groupBy(ofRegions, sameQuantity).flatMap((group) => sumsOf(group, ({ region }) => region ?? '')),
    ...groupBy(ofNames, sameParent).flatMap((group) => sumsOf(group, ({ down }) => down.at(-1) ?? '')),
  ];
}

/** A column 合计 beside those of its parts under the same heading. */
function sumsAcross(values: readonly NamedValue[]): TotalGroup[] {
  const named = values.filter(({ across }) => across.length >= 2);
  const sameParent = ({ row, across, year }: NamedValue) => JSON.stringify([row, across.slice(0, -1), year]);
  return groupBy(named, sameParent).flatMap((group) => sumsOf(group, ({ across }) => across.at(-1) ?? ''));
}

function partOf(whole: NamedValue | undefined, part: NamedValue, names: [string, string]): TotalGroup[] {
  if (!whole) return [];
  return [{ kind: 'part', name: names[0], total: whole, parts: [part], partName: names[1], isFlat: true }];
}

/** Rows 其中：… and # … with the row above them that they are a part of. */
function partsDown(values: readonly NamedValue[]): TotalGroup[] {
  const sameColumn = ({ column, region, down, year }: NamedValue) =>
    JSON.stringify([column, region, down.slice(0, -1), year]);
  return groupBy(
    values.filter(({ down }) => down.length > 0),
    sameColumn,
  ).flatMap((group) => {
    let whole: NamedValue | undefined;
    return group.flatMap((value) => {
      const own = value.down.at(-1) ?? '';
      if (isMarkedPart(own)) return partOf(whole, value, [whole?.down.at(-1) ?? '', own]);
      whole = value;
      return [];
    });
  });
}

/** Columns # … with the column they stand under. */
function partsAcross(values: readonly NamedValue[]): TotalGroup[] {
  return groupBy(values, ({ row, year }) => JSON.stringify([row, year])).flatMap((group) => {
    const byName = new Map(group.map((value) => [JSON.stringify(value.across), value]));
    return group.flatMap((value) => {
      const own = value.across.at(-1) ?? '';
      if (!isMarkedPart(own)) return [];
      const parent = value.across.slice(0, -1);
      return partOf(byName.get(JSON.stringify(parent)), value, [parent.at(-1) ?? '', own]);
    });
  });
}

/** Every total of a table with its parts, as far as its names tell. */
export function totalGroups(values: readonly NamedValue[]): TotalGroup[] {
  return [...sumsDown(values), ...sumsAcross(values), ...partsDown(values), ...partsAcross(values)];
}
