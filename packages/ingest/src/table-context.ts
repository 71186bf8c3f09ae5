import { cellText, type Sheet } from './grid.ts';
import { splitUnit, squeezeUnit, unitOf } from './label.ts';
import type { TableFrame } from './table-frame.ts';
import { readYear, yearInTitle } from './year-label.ts';

/** What is said about a table as a whole, outside its header and body. */
export interface TableContext {
  title: string | null;
  /** Unit of the whole table (单位：亿元), as written. */
  unit: string | null;
  year: number | null;
  /** The year the file's name gives; it counts last, a yearbook's name is not the year of its figures. */
  fileYear: number | null;
  /** Quantity of the whole table: from 指标：…, the title or, where the sheet says nothing, the file name. */
  indicator: string | null;
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

/** A file's or sheet's own name where it says something: not Sheet1, 工作表2, a bare year. */
function tellingName(name: string): string | null {
  const bare = name.replace(/\.[a-z]{2,4}$/i, '').trim();
  return bare === '' || /^(?:sheet|工作表|表)\s*\d*$/i.test(bare) || readYear(bare) !== null ? null : bare;
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

/**
 * Reads title, unit, year and quantity of a table from the rows above its header, its corner, the sheet's name
 * and, last, the file's name.
 */
export function readContext(sheet: Sheet, frame: TableFrame, fileName: string, corner: string | null): TableContext {
  const above = frame.context.flatMap((row) =>
    (sheet.rows[row] ?? []).map((_, column) => cellText(sheet, row, column)).filter((text) => text !== ''),
  );
  const title = above.find((text) => !PREAMBLE.test(text) && !BARE_YEAR.test(text)) ?? null;
  const names = [corner, title, tellingName(sheet.name), tellingName(fileName)].filter((name) => name !== null);
  const noted = above.map((text) => INDICATOR_NOTE.exec(text)?.[1]?.trim()).find((text) => text !== undefined);
  const indicator = noted ?? (names[0] === undefined ? null : bareTitle(names[0]));
  const unitNote = notesOf(sheet, frame)
    .map((text) => UNIT_NOTE.exec(text)?.[1])
    .find((text) => text !== undefined);
  const written = unitNote === undefined ? null : squeezeUnit(unitNote);
  // 单位：亿元、% names several units and so none for a given row
  const unit = written !== null && (unitOf(written) !== null || !/[、/]/.test(written)) ? written : null;
  // a CSV has no sheet of its own: its name is the file's
  const yearTexts = fileName.includes(sheet.name) ? above : [...above, sheet.name];
  const year = yearTexts.map(yearInTitle).find((found) => found !== null) ?? null;
  return {
    title,
    unit: unit ?? names.map((name) => splitUnit(name).unit).find((found) => found !== null) ?? null,
    year,
    fileYear: yearInTitle(fileName),
    indicator,
  };
}
