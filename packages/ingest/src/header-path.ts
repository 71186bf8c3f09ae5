import { type ColumnRole, roleOfWord } from './column-role.ts';
import { cellText, type Sheet } from './grid.ts';
import { stripMarkers, unitOf } from './label.ts';
import type { MergedCells } from './merged-cells.ts';
import { areRegions, looksLikeRegion } from './region-like.ts';
import type { TableFrame } from './table-frame.ts';

/** Header of one column, outermost name first. */
export interface HeaderPath {
  parts: string[];
  /** What the row of each part is said to hold, where the header has such rows: 地区, 单位, 频度 at its left. */
  roles: (ColumnRole | null)[];
  /** Row of the lowest part, for pointing at it. */
  row: number;
}

function textsOf(merged: MergedCells, rows: readonly number[], width: number): string[][] {
  return rows.map((row) => Array.from({ length: width }, (_, column) => merged.textAt(row, column)));
}

function hasBelow(texts: readonly (readonly string[])[], level: number, column: number): boolean {
  return texts.slice(level + 1).some((row) => (row[column] ?? '') !== '');
}

/**
 * Carries a parent name to the right over the empty cells whose children stand below (in a CSV, or where the
 * cells were centred instead of merged): 2016,,2017, over 迁入,迁出,迁入,迁出.
 */
function fillRight(texts: string[][], isMerged: (level: number, column: number) => boolean): void {
  for (const [level, row] of texts.slice(0, -1).entries()) {
    for (let column = 1; column < row.length; column += 1) {
      const left = row[column - 1] ?? '';
      const child = texts.slice(level + 1).find((below) => (below[column] ?? '') !== '')?.[column] ?? '';
      // a merged parent has its width written down, and one that comes from above is no parent on this level
      if ((row[column] ?? '') !== '' || left === '' || child === '' || isMerged(level, column - 1)) continue;
      if (texts.slice(0, level).some((above) => (above[column] ?? '') !== (above[column - 1] ?? ''))) continue;
      const isPart = stripMarkers(child) !== child;
      if (isPart || hasBelow(texts, level, column - 1)) row[column] = left;
    }
  }
}

const NO_UNIT = /^[-—－–]+$/;

/** Whether what stands to the right of a word bears it out: units right of 单位, anything right of 频度. */
function bearsOut(role: ColumnRole, texts: readonly string[]): boolean {
  if (role === 'note') return true;
  if (role === 'unit') return texts.every((text) => unitOf(text) !== null || NO_UNIT.test(text));
  if (role === 'region') return texts.length > 0 && areRegions(texts, looksLikeRegion);
  return role === 'indicator';
}

/**
 * The roles of header rows that say at their left what they hold: 指标 over names, 地区 over regions, 频度, 单位.
 * @returns null for every row where fewer than two rows do.
 */
function rolesOfRows(texts: readonly (readonly string[])[]): (ColumnRole | null)[] {
  const roles = texts.map((row) => {
    const stub = row.findIndex((text) => text !== '');
    const role = roleOfWord(row[stub] ?? '');
    const rest = row.slice(stub + 1).filter((text) => text !== '');
    return role !== null && rest.length >= 2 && bearsOut(role, rest) ? role : null;
  });
  const told = roles.filter((role) => role !== null);
  return new Set(told).size >= 2 && told.length >= 2 ? roles : roles.map(() => null);
}

/** Below the Chinese names of the same columns, the same names in Latin letters. */
function isTranslationRow(own: readonly (readonly string[])[], level: number): boolean {
  const texts = (own[level] ?? []).flatMap((text, column) => (text === '' ? [] : [{ text, column }]));
  if (texts.length < 2 || texts.some(({ text }) => /\p{Script=Han}/u.test(text))) return false;
  return texts.every(({ text, column }) => {
    const above = own.slice(0, level).findLast((row) => (row[column] ?? '') !== '')?.[column] ?? '';
    return /[A-Za-z]{2}/.test(text) && (/\p{Script=Han}/u.test(above) || /[A-Za-z]{2}/.test(above));
  });
}

/** The path of names above every column of a table; empty where a column has no header. */
export function headerPaths(
  sheet: Sheet,
  merged: MergedCells,
  header: TableFrame['header'],
  width: number,
): HeaderPath[] {
  const rows = Array.from({ length: header.bottom - header.top + 1 }, (_, index) => header.top + index);
  const texts = textsOf(merged, rows, width);
  const own = rows.map((row) => Array.from({ length: width }, (_, column) => cellText(sheet, row, column)));
  const rowRoles = rolesOfRows(texts).map((role, level) => (isTranslationRow(own, level) ? 'note' : role));
  fillRight(texts, (level, column) => merged.isMerged(header.top + level, column));
  return Array.from({ length: width }, (_, column) => {
    const path: HeaderPath = { parts: [], roles: [], row: header.top };
    for (const [level, row] of texts.entries()) {
      const text = row[column] ?? '';
      const role = rowRoles[level] ?? null;
      if (text === '' || (role === null && text === path.parts.at(-1))) continue;
      path.parts.push(text);
      path.roles.push(role);
      if ((own[level]?.[column] ?? '') !== '') path.row = header.top + level;
    }
    return path;
  });
}
