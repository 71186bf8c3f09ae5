import { parseUnit } from '@dabiao/domain/unit';
import { UNIT_PATTERN } from './unit-words.ts';

/** Units the house converts, and all that a sentence may count or measure in: 岁, /10万. */
const UNIT = new RegExp(`^(?:万亿|亿|万|千)?${UNIT_PATTERN}$`);
const isUnit = (text: string): boolean => parseUnit(text) !== null || UNIT.test(text);

/** What no sentence counts in but a table's row may: 平均受教育年限（年）, 标台/万人. */
const OF_TABLES = /^(?:年|月|天|小时|分钟|[\u4e00-\u9fa5]{1,4}\/[\u4e00-\u9fa5]{1,4})$/;

/** Units as the house writes them: m³/h is 立方米/小时, 1/10万 is /10万. */
const SPELLED: readonly [RegExp, string][] = [
  [/^1(?=\/)/, ''],
  [/k(?:m²|m2|㎡)|km\^2/i, '平方公里'],
  [/hm²|hm2/i, '公顷'],
  [/m³|m3|㎥/i, '立方米'],
  [/m²|m2|㎡/i, '平方米'],
  [/km/i, '公里'],
  [/(?<=[立平]方米|公里|吨|次)\/h$/, '/小时'],
  [/(?<=[立平]方米|公里|吨|次)\/d$/, '/日'],
  [/(?<=[立平]方米|公里|吨|次)\/a$/, '/年'],
];
const spelled = (unit: string): string =>
  SPELLED.reduce((text, [letters, word]) => text.replace(letters, word), unit.replace(/\s/g, ''));

/** The first of the words that is a unit, as the house writes it; null where none is. */
export const unitAmong = (words: readonly string[]): string | null =>
  words.map(spelled).find((unit) => unit !== '' && !/[—-]/.test(unit) && (isUnit(unit) || OF_TABLES.test(unit))) ??
  null;
