import { type Cell, type PlanYears, planNamed } from './table.ts';
import type { TableValue } from './table-row.ts';
import { isUnwanted } from './table-row.ts';
import { unitAmong } from './table-unit.ts';
import { readValue } from './table-value.ts';

/** A column of what is measured, with its unit and year: 2025年产值（亿元）. */
interface Measure {
  at: number;
  name: string;
  unit: string;
  year: number;
  base: boolean;
}

/** What the rows are of: places, industries, parks. */
const THINGS =
  /^(?:重点)?(?:县名|市名|名称|地区|区域|城市|片区|县区|区县|市县|县市区|市州|州市|(?:县|区|市|州|盟|旗)(?:（[县市区州盟旗、]+）)|各(?:县|区|市|地).{0,8}|乡镇|镇街|街道|产业链?|产业集群|集群|行业|领域|园区|开发区|方向|产品)(?:名称)?$/;
const NUMBER_HEAD = /^序号$/;
const MEASURE =
  /^(?:(?<year>20\d{2})年(?:底|末)?)?(?<aim>目标|预期|计划|任务)?(?<name>[^（）\d]{2,24})（(?<unit>[^（）]{1,10})）$/;
const PAST = /基期|现状|实际|完成|基数|已达|实绩/;
/** The line over a table that shares out what is to be done. */
const SHARED_OUT = /目标|任务|计划|分解/;
/** A row of all rows together. */
const ALL = /^(?:合计|总计|小计|全[省市县区州国])$/;

const bare = ({ text }: Cell): string => text.replace(/\s/g, '');

/** The year of a table of things, from the line over it (2026年目标任务分解表), else the plan's last. */
function yearOver(title: string, { due }: PlanYears): number | null {
  if (!SHARED_OUT.test(title) || PAST.test(title)) return null;
  const year = /20\d{2}(?=年)/g;
  const named = [...title.matchAll(year)].at(-1)?.[0];
  return named ? Number(named) : (planNamed(title) ?? due);
}

/** The line over a table says what is shared out in it (养老床位建设任务分解表), and the one under that the unit. */
export interface Over {
  title: string;
  unit: string | null;
}

/** What a title says is shared out, without years, places and the word for the table. */
const sharedOut = (title: string): string =>
  title
    .replace(/^(?:附(?:件|表)\s?\d*|表\s?\d+)[：:、.\s]*/, '')
    .replace(/(?:20\d{2})(?:年?[—~－–至到-]+20\d{2})?年(?:度)?/g, '')
    .replace(/^(?:全[省市县区]|各[省市县区地]{1,3}（?[^（）]{0,6}）?|“?十[一二三四五六]五”?(?:期间|时期)?)/, '')
    .replace(/(?:年度)?(?:目标|任务|计划|指标)*(?:分解|分配|安排)?(?:情况)?(?:一览)?表?$/, '');

/** Columns that are years, of what the title shares out, counted in the unit over the table. */
function yearsOf(head: readonly Cell[], { title, unit }: Over): Measure[] {
  const name = sharedOut(title);
  if (unit === null || !SHARED_OUT.test(title) || PAST.test(title) || name.length < 2) return [];
  return head.flatMap((cell, at) => {
    const year = /^(20\d{2})年?(?:底|末|度)?(?:目标|任务|计划)?[数量]?$/.exec(bare(cell))?.[1];
    return year ? [{ at, name, unit, year: Number(year), base: false }] : [];
  });
}

/** Columns measured of each thing; none where the row is no such head. */
function measuresOf(head: readonly Cell[], over: Over, plan: PlanYears): Measure[] {
  const years = yearsOf(head, over);
  if (years.length > 0) return years.map((one) => ({ ...one, base: plan.from !== null && one.year < plan.from }));
  const { title } = over;
  const said = yearOver(title, plan);
  const begun = plan.madeIn ?? plan.from ?? 0;
  const found = head.flatMap((cell, at): Measure[] => {
    const groups = MEASURE.exec(bare(cell))?.groups;
    const unit = groups ? unitAmong([groups.unit ?? '']) : null;
    const year = groups?.year ? Number(groups.year) : said;
    if (!groups?.name || unit === null || year === null) return [];
    return [{ at, name: groups.name.replace(/^目标/, ''), unit, year, base: PAST.test(groups.name) || year < begun }];
  });
  // 2020年产值 beside 2025年产值 is where it starts from
  return found.map((one) => ({
    ...one,
    base:
      one.base ||
      (plan.from !== null &&
        one.year < plan.from &&
        found.some(({ name, year }) => name === one.name && year > one.year)),
  }));
}

/** Which column names the things: the first that does not number them. */
const thingAt = (head: readonly Cell[]): number => (NUMBER_HEAD.test(bare(head[0] as Cell)) ? 1 : 0);

/** Whether a row may be the head of a table of things. */
export const isThingsHead = (head: readonly Cell[]): boolean => {
  const thing = head[thingAt(head)];
  return head.length > 1 && thing !== undefined && THINGS.test(bare(thing));
};

/**
 * Reads a table whose rows are things and whose columns are what is measured of them: 产业链 | 2025年产值（亿元）.
 * Nothing says what to reach where neither a column nor the line over the table names a year.
 * @param rows the rows from the head on
 * @param over what the lines over the table say
 * @returns the values, and how many rows they took; null where `rows` begin no such table
 */
export function readThings(
  rows: readonly Cell[][],
  over: Over,
  plan: PlanYears,
): { values: TableValue[]; taken: number } | null {
  const [head] = rows;
  if (!head || !isThingsHead(head)) return null;
  const thing = thingAt(head);
  const measures = measuresOf(head, over, plan);
  if (!measures.some(({ base }) => !base)) return null;
  let taken = 1;
  const values: TableValue[] = [];
  for (const row of rows.slice(1)) {
    if (row.length !== head.length) break;
    taken += 1;
    const named = row[thing];
    if (named && bare(named).length > 1 && !readValue(named.text)) values.push(...valuesOf(row, named, measures));
  }
  return values.length === 0 ? null : { values, taken };
}

/** What one row aims at: a value for each measure, with all its years. */
function valuesOf(row: readonly Cell[], named: Cell, measures: readonly Measure[]): TableValue[] {
  const thing = ALL.test(bare(named)) ? '' : bare(named);
  return Object.values(Object.groupBy(measures, ({ name }) => name)).flatMap((columns = []): TableValue[] => {
    const read = columns.flatMap((one) => {
      const value = readValue(row[one.at]?.text ?? '');
      return value ? [{ ...one, value, cell: row[one.at] as Cell }] : [];
    });
    const aims = read.filter(({ base }) => !base);
    const [base, last] = [read.find((one) => one.base), aims.at(-1)];
    if (!last) return [];
    const name = `${thing}${last.name}`;
    return [
      {
        name,
        unit: last.unit,
        comparator: last.value.said ? last.value.comparator : isUnwanted(name) ? 'lte' : 'gte',
        milestones: aims.map(({ year, value, cell }) => ({
          year,
          value: value.value,
          ...(value.valueMax === undefined ? {} : { valueMax: value.valueMax }),
          wording: cell.text,
        })),
        baseline: base ? { year: base.year, value: base.value.value } : null,
        rate: false,
        from: named,
        to: last.cell,
      },
    ];
  });
}
