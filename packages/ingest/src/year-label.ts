import { squeeze, withoutFootnote } from './label.ts';

/** A year label taken apart: 2021年（快报） is 2021 and 快报, 2021年产值（亿元） is 2021 and 产值（亿元）. */
export interface YearLabel {
  year: number;
  /** What stands after the year, without brackets around it; empty where nothing does. */
  rest: string;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';
const YEAR_FIRST = /^((?:19|20)\d\d)(?:\.0+)?(?:年度|年末|年底|年)?(.*)$/;

/** Most cells of a sheet are no years; one look at their beginning tells. */
const MAY_BE_YEAR = /^\s*[12１２一二]/u;

/** 二〇二一年 and 二零二一年 as 2021年. */
function arabicDigits(text: string): string {
  return text.replace(/^[〇零○一二三四五六七八九]{4}(?=年)/, (digits) =>
    [...digits.replace(/[零○]/g, '〇')].map((digit) => CHINESE_DIGITS.indexOf(digit)).join(''),
  );
}

/** A month, a quarter or a day written in digits: 2019-02, 2019/2/28, 2019Q1, 2019.2. */
const PERIOD = /^(?:19|20)\d\d(?:[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?|年?q[1-4])$/;
const YEAR_END = /^((?:19|20)\d\d)[-/.年]12[-/.月]31日?$/;

/** January to December is the year: 2023年1-12月 as 2023年. */
function wholeYear(plain: string): string {
  return plain.replace(/(?<=年)1月?[-—–~至到]12月(?:累计)?/, '');
}

/** Nothing that is no part of a year or a span has one of these. */
const MAY_BE_PART = /[月半季旬截QqＱ年—–~～至到\-－/.．／]/u;

/** A part of a year (1-9月, 上半年, 三季度, 截至6月, 2019-02) or a span of years (2016-2020): not a year's figure. */
export function isPartOrSpan(text: string): boolean {
  if (!MAY_BE_PART.test(text)) return false;
  const plain = wholeYear(squeeze(text));
  if (/\d月|上半年|下半年|季度|截至|旬/.test(plain)) return true;
  if (PERIOD.test(plain)) return true;
  return /(?:19|20)\d\d年?[-—–~至到](?:19|20)?\d\d/.test(plain);
}

/** The year of a day that ends it (2019-12-31, 2019年12月31日), else null. */
export function readYearEnd(text: string): number | null {
  const digits = YEAR_END.exec(squeeze(text))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A comparison of two periods (2018年比2017年增长, 同比±%, 增速): never the quantity itself. */
export function isComparison(text: string): boolean {
  const plain = squeeze(text);
  return /同比|环比|[比较](?:上年|去年|(?:19|20)\d\d年?)|[为是](?:上年|(?:19|20)\d\d年)|增[长减](?:率|速|幅|[(%±]|$)|增速|增幅|^\+、?-|^±/.test(
    plain,
  );
}

/** A comparison that names no quantity: 增长（%）, 比上年增减%, 2023年为2022年%. */
export function isBareComparison(text: string): boolean {
  const rest = squeeze(text)
    .replace(/(?:19|20)\d\d年?/g, '')
    .replace(/同比|环比|上年|去年|同期|增长|增减|增幅|增速|速度|幅度|百分点|个|率|比|较|为|是|[%‰±+\-、/()]/g, '');
  return rest === '';
}

/** Takes a label that begins with a year (1900–2099) apart. @returns null for all others, parts and spans of years. */
export function splitYear(text: string): YearLabel | null {
  if (!MAY_BE_YEAR.test(text) || isPartOrSpan(text)) return null;
  const plain = wholeYear(arabicDigits(squeeze(withoutFootnote(text))));
  const match = YEAR_FIRST.exec(plain);
  if (!match) return null;
  const [, digits = '', rest = ''] = match;
  // 2021, 2021年…, 2021(…) and 2021P are years; other letters or digits after four digits make a code of it
  if (rest !== '' && !/^\(|^[perf]$/.test(rest) && !/^.{4}(?:\.0+)?年/.test(plain)) return null;
  return { year: Number(digits), rest: rest.replace(/^\((.*)\)$/, '$1') };
}

/** The year of a label that is a year and nothing else (2021, ２０２１年, 2016.0, 二〇二一年), else null. */
export function readYear(text: string): number | null {
  const label = splitYear(text);
  return label && label.rest === '' ? label.year : null;
}

/** The year a person typed in a year column: any four digits, with or without 年; the range is judged later. */
export function readTypedYear(text: string): number | null {
  const match = /^(\d{4})(?:\.0+)?(?:年|年度|年末|年底)?$/.exec(
    wholeYear(arabicDigits(squeeze(withoutFootnote(text)))),
  );
  return match ? Number(match[1]) : null;
}

/**
 * The one year a title speaks of: 各区县工业总产值（2017） is 2017.
 * @returns null where it names none, several, a span, a part of a year, or only a yearbook (年鉴) or a date.
 */
export function yearInTitle(title: string): number | null {
  if (isPartOrSpan(title)) return null;
  const plain = arabicDigits(squeeze(title)).replace(/年鉴\d{4}|\d{4}年?[^\d]{0,10}年鉴/g, '');
  const years = new Set((plain.match(/(?<!\d)(?:19|20)\d\d(?!\d|[-/.]\d)/g) ?? []).map(Number));
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}
