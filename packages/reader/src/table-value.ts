import type { Comparator } from '@dabiao/domain/target';
import { UNIT_PATTERN } from './unit-words.ts';

const BEFORE =
  '(?<said>达到?|不低于|不少于|高于|超过|突破|不超过|不高于|低于|少于|控制在|降至|降到|提高到|提升至|约|新增|完成|累计)';
const NUMBER = '\\d{1,12}(?:\\.\\d{1,6})?';
const [OPEN, CLOSE] = ['[〔[（(【［]?', '[〕\\]）)】］]?'];
const VALUE = new RegExp(
  `^${OPEN}(?:(?<sign>[≥>＞≧≤<＜≦])|${BEFORE})?${OPEN}(?<value>${NUMBER})(?:[—–~～-]{1,2}(?<most>${NUMBER}))?${CLOSE}` +
    `(?<unit>(?:万亿|亿|万|千)?${UNIT_PATTERN}|[万亿])?(?:（含）)?(?<after>以上|左右|以内|以下)?${CLOSE}$`,
);
const SIGNS: Record<string, Comparator> = {
  '≥': 'gte',
  '≧': 'gte',
  '>': 'gt',
  '＞': 'gt',
  '≤': 'lte',
  '≦': 'lte',
  '<': 'lt',
  '＜': 'lt',
};
const SAID: Record<string, Comparator> = {
  高于: 'gt',
  超过: 'gt',
  突破: 'gt',
  不超过: 'lte',
  不高于: 'lte',
  低于: 'lt',
  少于: 'lt',
  控制在: 'lte',
  降至: 'lte',
  降到: 'lte',
  约: 'approx',
};
const AFTER: Record<string, Comparator> = { 以上: 'gte', 左右: 'approx', 以内: 'lte', 以下: 'lte' };

/** 2023-2025 in a cell is a time. */
const YEAR = /^20\d{2}$/;

/** 7.5左右（“十三五”期间年均增速）: words about the value behind it. */
const ASIDE = /(?<=[\d%左右上以内下])（[^（）\d]{2,}）$/;

/** Nothing of it is to be: 零发生, “十四五”时期零发生. */
const NONE =
  /^(?:“?十[一二三四五六]五”?(?:时期|期间)?)?(?:[动状]态|基本|全面|实现)*(?:零(?:发生|事故|死亡|伤亡)?|[清归]零)$/;

/** The number of a cell, with the unit and the comparison written in it. */
export interface Value {
  value: number;
  /** The upper end of a span (60—65). */
  valueMax?: number;
  unit: string | null;
  comparator: Comparator;
  /** Whether the cell says itself how to compare. */
  said: boolean;
}

/** Reads a cell that holds one number; null for any other. */
export function readValue(text: string): Value | null {
  const words = text.replace(/\s/g, '').replace(ASIDE, '');
  if (NONE.test(words)) return { value: 0, unit: null, comparator: 'lte', said: true };
  const groups = VALUE.exec(words)?.groups;
  if (!groups?.value) return null;
  const unit = groups.unit ?? null;
  const value = Number(groups.value);
  const most = groups.most === undefined ? null : Number(groups.most);
  if (most !== null)
    return most > value && !(unit === null && YEAR.test(groups.value))
      ? { value, valueMax: most, unit, comparator: 'range', said: true }
      : null;
  const said = SIGNS[groups.sign ?? ''] ?? AFTER[groups.after ?? ''] ?? SAID[groups.said ?? ''];
  return { value, unit, comparator: said ?? 'gte', said: said !== undefined };
}

/** 重点城市≥30: whom a value is for, before it. */
const SCOPED = /^(?<scope>[\u4e00-\u9fa5]{2,10}?)(?<value>(?:[≥>＞≧≤<＜≦]|达到?|不低于|不少于|不超过).+)$/;

/** Whether a cell, or a line of one, tells a value and whom it is for. */
export const isScoped = (text: string): boolean => {
  const value = SCOPED.exec(text.replace(/\s/g, ''))?.groups?.value;
  return value !== undefined && readValue(value) !== null;
};

/** Reads a cell with a value for each of several (重点城市≥30 一般城市≥15); none where it is any other. */
export function readScoped(text: string): { scope: string; value: Value }[] {
  const parts = text.split(/[\s；、，]+/).filter((part) => part !== '');
  const found = parts.flatMap((part) => {
    const { scope, value } = SCOPED.exec(part)?.groups ?? {};
    const read = value === undefined ? null : readValue(value);
    return read && scope !== undefined ? [{ scope, value: read }] : [];
  });
  return found.length === parts.length ? found : [];
}

/** 比2015年降低10%: a cell that tells how much is to change. */
const CHANGE_CELL =
  /^(?:比|较|在)?“?(?:(?<year>20\d{2})年)?(?:基础上|水平)?(?:(?<fall>降低|下降|减少)|提高|增长|增加|提升)(?<amount>.+)$/;

/** Reads a cell that tells a change in percent or points; null for any other. */
export function readChange(text: string): { value: Value; change: 'rise' | 'fall'; year: number | null } | null {
  const groups = CHANGE_CELL.exec(text.replace(/\s/g, ''))?.groups;
  const value = groups?.amount ? readValue(groups.amount) : null;
  if (!groups || (value?.unit !== '%' && value?.unit !== '个百分点')) return null;
  return { value, change: groups.fall ? 'fall' : 'rise', year: groups.year ? Number(groups.year) : null };
}
