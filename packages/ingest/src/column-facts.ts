import { roleOfWord } from './column-role.ts';
import { chinesePart, splitUnit, squeeze, squeezeUnit, unitOf } from './label.ts';
import type { RegionTest } from './region-like.ts';
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

function addPart(facts: ColumnFacts, part: string, regionsAcross: boolean, isRegion: RegionTest): void {
  const unitAlone = wholeUnit(part);
  const label = splitYear(part);
  if (unitAlone !== null) facts.unit = unitAlone;
  else if (isComparison(part)) {
    facts.comparison = `${facts.comparison ?? ''}${part}`;
    facts.unit = splitUnit(part).unit ?? facts.unit ?? (/%/.test(squeeze(part)) ? '%' : null);
    facts.year ??= comparedYear(part);
  } else if (isPartOrSpan(part)) facts.partOfYear = part;
  else if (label) addYear(facts, label);
  else if (regionsAcross && isRegion(part)) facts.region = part;
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

/** The later year of a comparison: 2018年比2017年增长 and 比2017年增长 are both of 2018. */
function comparedYear(text: string): number | null {
  const [, later, earlier] = /((?:19|20)\d\d)?年?比((?:19|20)\d\d)?/.exec(squeeze(text)) ?? [];
  if (later !== undefined) return Number(later);
  return earlier === undefined ? null : Number(earlier) + 1;
}

const STATUS_SHAPE = /^(?:快报|初步|年报|正式|最终|决算|修订|修正|调整|估|预|[perfa]$)/;

function addName(facts: ColumnFacts, part: string): void {
  facts.indicator.push(part);
  facts.unit = splitUnit(part).unit ?? facts.unit;
}

/** Reads the names above a data column. `regionsAcross`: names that look like regions are regions. */
export function readColumnFacts(parts: readonly string[], regionsAcross: boolean, isRegion: RegionTest): ColumnFacts {
  const facts: ColumnFacts = {
    year: null,
    partOfYear: null,
    region: null,
    indicator: [],
    unit: null,
    status: null,
    comparison: null,
  };
  for (const part of parts) {
    // an English line under the Chinese one says the same again
    const isTranslation = parts.length > 1 && chinesePart(part) === part && !/\p{Script=Han}|\d|%/u.test(part);
    if (!isTranslation || unitOf(part) !== null) addPart(facts, part, regionsAcross, isRegion);
  }
  return facts;
}
