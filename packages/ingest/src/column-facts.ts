import { type ColumnRole, roleOfWord } from './column-role.ts';
import type { HeaderPath } from './header-path.ts';
import { splitUnit, squeeze, squeezeUnit, unitOf } from './label.ts';
import { isTotal, type RegionTest } from './region-like.ts';
import { isComparison, isPartOrSpan, splitYear } from './year-label.ts';

/** What the header of a data column says about the values below it. */
export interface ColumnFacts {
  year: number | null;
  /** The header names a part of a year or a span of years (2023年1—9月), as written. */
  partOfYear: string | null;
  region: string | null;
  /** Names of the quantity, outermost first, as written; empty where the rows name it. */
  indicator: string[];
  unit: string | null;
  /** A person has said that this is the unit: it goes before that of the row. */
  unitIsSaid?: boolean;
  /** A person has said that this is the year. */
  yearIsSaid?: boolean;
  /** Word after the year: 2021年（快报）. */
  status: string | null;
  /** A comparison of periods (比上年增长％), as written: a quantity of its own. */
  comparison: string | null;
}

/** Words over a group of columns that name no quantity. */
const GROUP_WORDS = /^(?:其中|指标|主要指标|项目|单位|分地区|分区县|各区县|各县区|区县|县区|地区)[:：]?$/;

/** A unit alone in its cell, known or not: （亿元）, 万标箱 in brackets. */
function wholeUnit(part: string): string | null {
  if (unitOf(part) !== null) return squeezeUnit(part);
  const bracketed = /^[(（]([^()（）]{1,8})[)）]$/.exec(part.trim())?.[1];
  return bracketed === undefined || /\d/.test(bracketed) ? null : squeezeUnit(bracketed);
}

/** What the table says about its columns as a whole. */
export interface AcrossFacts {
  /** Names across that look like regions are regions. */
  regionsAcross: boolean;
  isRegion: RegionTest;
  /** The rows have years of their own: 2010年不变价 across is a name then. */
  yearsDown: boolean;
}

function addPart(facts: ColumnFacts, part: string, across: AcrossFacts): void {
  const unitAlone = wholeUnit(part);
  const begun = splitYear(part);
  const label = begun && across.yearsDown && begun.rest !== '' ? null : begun;
  if (unitAlone !== null) facts.unit = unitAlone;
  else if (isComparison(part)) {
    facts.comparison = `${facts.comparison ?? ''}${part}`;
    facts.unit = splitUnit(part).unit ?? facts.unit ?? (/%/.test(squeeze(part)) ? '%' : null);
    facts.year ??= comparedYear(part);
  } else if (isPartOrSpan(part)) facts.partOfYear = part;
  else if (label) addYear(facts, label);
  else if (across.regionsAcross && (across.isRegion(part) || isTotal(part))) facts.region = part;
  else if (!GROUP_WORDS.test(squeeze(part)) && roleOfWord(part) !== 'value') addName(facts, part);
  else facts.unit = splitUnit(part).unit ?? facts.unit;
}

function addYear(facts: ColumnFacts, label: { year: number; rest: string }): void {
  facts.year = label.year;
  const { name, unit } = splitUnit(label.rest);
  facts.unit = unit ?? unitOf(label.rest) ?? facts.unit;
  const rest = unitOf(label.rest) === null ? name : '';
  if (rest === '' || roleOfWord(rest) === 'value') return;
  if (/^[\p{Script=Han}a-z]{1,6}$/u.test(rest) && STATUS_SHAPE.test(rest)) facts.status = rest;
  else facts.indicator.push(label.rest);
}

/** The later year of a comparison: 2018年比2017年增长, 2018年为2017年% and 比2017年增长 are all of 2018. */
function comparedYear(text: string): number | null {
  const [, later, earlier] = /((?:19|20)\d\d)?年?[比较为是]((?:19|20)\d\d)?/.exec(squeeze(text)) ?? [];
  if (later !== undefined) return Number(later);
  return earlier === undefined ? null : Number(earlier) + 1;
}

const STATUS_SHAPE = /^(?:快报|初步|年报|正式|最终|决算|修订|修正|调整|估|预|[perfa]$)/;

function addName(facts: ColumnFacts, part: string): void {
  facts.indicator.push(part);
  facts.unit = splitUnit(part).unit ?? facts.unit;
}

/** GDP, R&D, CPI are names of their own. */
const ABBREVIATION = /^[A-Z][A-Z&]{0,3}$/;

/** An English line under the Chinese one says the same again. */
function isTranslation(part: string, parts: readonly string[]): boolean {
  if (parts.length < 2 || /\p{Script=Han}|\d|%/u.test(part)) return false;
  return !ABBREVIATION.test(part) && parts.some((other) => /\p{Script=Han}/u.test(other));
}

/** What a row says that names itself: 地区, 单位 or 频度 at its left. */
function addTold(facts: ColumnFacts, part: string, role: ColumnRole): void {
  if (role === 'region') facts.region = part;
  else if (role === 'unit' && unitOf(part) !== null) facts.unit = squeezeUnit(part);
}

function noFacts(): ColumnFacts {
  return { year: null, partOfYear: null, region: null, indicator: [], unit: null, status: null, comparison: null };
}

/** Reads the names above a data column. */
export function readColumnFacts(path: HeaderPath, across: AcrossFacts): ColumnFacts {
  const { parts, roles } = path;
  const facts = noFacts();
  for (const [index, part] of parts.entries()) {
    const role = roles[index] ?? null;
    if (role === 'region' || role === 'unit' || role === 'note') {
      addTold(facts, part, role);
      continue;
    }
    if (!isTranslation(part, parts) || unitOf(part) !== null) addPart(facts, part, across);
  }
  return facts;
}
