import { cellText, type Sheet } from './grid.ts';
import { splitUnit, squeezeUnit, unitOf } from './label.ts';
import type { TableFrame } from './table-frame.ts';
import { readYear, yearInTitle } from './year-label.ts';

/** What is said about a table as a whole, outside its header and body. */
export interface TableContext {
  title: string | null;
  /** All that stands above the header but preamble, units and years. */
  titles: string[];
  /** Unit of the whole table (单位：亿元), as written. */
  unit: string | null;
  year: number | null;
  /** The year the file's name gives; it counts last, a yearbook's name is not the year of its figures. */
  fileYear: number | null;
  /** Quantity of the whole table: from 指标：…, the title or, where the sheet says nothing, the file name. */
  indicator: string | null;
  /** The cell that names it; null where it is the sheet's or the file's name. */
  indicatorAt: { row: number; column: number } | null;
}

/** A text above a table and where it stands. */
interface PlacedText {
  text: string;
  row: number;
  column: number;
}

const UNIT_NOTE = /(?:计量)?单\s*位\s*[:：]\s*([^\s;；,，)）]+)/u;
const INDICATOR_NOTE = /^指\s*标\s*[:：]\s*(.+)$/u;
const BARE_YEAR = /^[(（]?\s*(?:19|20)\d\d\s*年?[)）]?$/u;
const PREAMBLE = /^[^：:（(]{1,8}[:：]/;

function notesOf(sheet: Sheet, frame: TableFrame): string[] {
  const rows = [...frame.context, frame.header.top];
  const notes = rows.flatMap((row) => (sheet.rows[row] ?? []).map((_, column) => cellText(sheet, row, column)));
  return notes.filter((text) => text !== '');
}

/** Names that programs and data sites give: Sheet1, 工作表2, 分省年度数据 (1), 某某数据库-年度, ExportData. */
const GIVEN_NAME =
  /^(?:(?:sheet|book|data|工作[表簿]|新建.*工作[表簿]|表)\s*\d*|export\w*|分[省市区县地]{1,2}(?:年度|季度|月度)?数据|(?:主要)?(?:城市)?(?:年度|季度|月度)?数据|.*数据库(?:\W.*)?)(?:\s*[(（]\d+[)）])?$/iu;

/** A file's or sheet's own name where it says something: not one that programs give, not a bare year. */
function tellingName(name: string): string | null {
  const bare = name.replace(/\.[a-z]{2,4}$/i, '').trim();
  return bare === '' || GIVEN_NAME.test(bare) || readYear(bare) !== null ? null : bare;
}

/** Title without 表13.2, 续表 and the year before it. */
function bareTitle(title: string): string {
  return title.replace(/^(?:续?表|附表)\s*[\d.、—-]*\s*/u, '').replace(/^\d+[-.]\d+\s*/, '');
}

/**
 * The quantity a title names, without year, region, 各县区 and 情况表 around it: 2021年罗庄区各镇街工业总产值统计表 is
 * 工业总产值. `region` is the name of the region the table is about.
 */
export function quantityInTitle(title: string, region: string | null): string {
  const bare = title.replace(/[(（]\s*(?:19|20)\d\d[^()（）]*[)）]/gu, '').replace(/^.*(?:19|20)\d\d年度?/u, '');
  return (region === null ? bare : bare.replace(region, ''))
    .replace(/^(?:全[省市区县]|[各分][省市区县镇街地]{1,3})/u, '')
    .replace(/(?:完成)?(?:情况|数据)?(?:统计|一览|汇总)?表?$/u, '');
}

function textsAbove(sheet: Sheet, frame: TableFrame): PlacedText[] {
  return frame.context.flatMap((row) =>
    (sheet.rows[row] ?? [])
      .map((_, column) => ({ text: cellText(sheet, row, column), row, column }))
      .filter(({ text }) => text !== ''),
  );
}

/** The quantity of the whole table: what 指标： says, else the corner, the title, the sheet's or the file's name. */
function quantityOfTable(
  above: readonly PlacedText[],
  title: PlacedText | null,
  corner: PlacedText | null,
  names: readonly (string | null)[],
): Pick<TableContext, 'indicator' | 'indicatorAt'> {
  for (const { text, row, column } of above) {
    const noted = INDICATOR_NOTE.exec(text)?.[1]?.trim();
    if (noted !== undefined) return { indicator: noted, indicatorAt: { row, column } };
  }
  const placed = corner ?? title;
  if (placed) return { indicator: bareTitle(placed.text), indicatorAt: { row: placed.row, column: placed.column } };
  const name = names.find((own) => own !== null);
  return { indicator: name === undefined || name === null ? null : bareTitle(name), indicatorAt: null };
}

/** Unit of the whole table: 单位：亿元, else one in the brackets of a name. 单位：亿元、% names several and so none. */
function unitOfTable(sheet: Sheet, frame: TableFrame, names: readonly string[]): string | null {
  const unitNote = notesOf(sheet, frame)
    .map((text) => UNIT_NOTE.exec(text)?.[1])
    .find((text) => text !== undefined);
  const written = unitNote === undefined ? null : squeezeUnit(unitNote);
  const unit = written !== null && (unitOf(written) !== null || !/[、/]/.test(written)) ? written : null;
  return unit ?? names.map((name) => splitUnit(name).unit).find((found) => found !== null) ?? null;
}

/**
 * Reads title, unit, year and quantity of a table from the rows above its header, its corner, the sheet's name
 * and, last, the file's name.
 * @param corner the first header cell, where it names the quantity
 */
export function readContext(
  sheet: Sheet,
  frame: TableFrame,
  fileName: string,
  corner: PlacedText | null,
): TableContext {
  const above = textsAbove(sheet, frame);
  const titles = above.filter(({ text }) => !PREAMBLE.test(text) && !BARE_YEAR.test(text));
  const title = titles[0] ?? null;
  const outside = [tellingName(sheet.name), tellingName(fileName)];
  const names = [corner?.text, title?.text, ...outside].filter((name) => name !== undefined && name !== null);
  // a CSV has no sheet of its own: its name is the file's
  const yearTexts = [...above.map(({ text }) => text), ...(fileName.includes(sheet.name) ? [] : [sheet.name])];
  return {
    title: title?.text ?? null,
    titles: titles.map(({ text }) => text),
    unit: unitOfTable(sheet, frame, names),
    year: yearTexts.map(yearInTitle).find((found) => found !== null) ?? null,
    fileYear: yearInTitle(fileName),
    ...quantityOfTable(above, title, corner, outside),
  };
}
