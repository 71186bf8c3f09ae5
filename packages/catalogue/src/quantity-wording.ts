import { convert, parseUnit, readQuantity } from '@dabiao/domain/unit';

/** What a wording amounts to in the unit asked for; `valueMax` for a range (15—20家). */
export interface WordedQuantity {
  value: number;
  valueMax: number | null;
}

const RANGE = /^(.+?)\s*(?:——|—|–|－|-|~|～|至)\s*(\d.*)$/;

/** Quantities in words: 翻一番 is twice, 翻两番 four times the base; 全部 and 全覆盖 are the whole of a share. */
const IN_WORDS = new Map([
  ['翻一番', { value: 2, unit: '倍' }],
  ['翻番', { value: 2, unit: '倍' }],
  ['倍增', { value: 2, unit: '倍' }],
  ['翻两番', { value: 4, unit: '倍' }],
  ['翻三番', { value: 8, unit: '倍' }],
  ['全部', { value: 100, unit: '%' }],
  ['全覆盖', { value: 100, unit: '%' }],
]);

/**
 * Reads a quantity as a document words it (1万亿元, 6万个, 47%, 1万亿, 千亿元, 75, 15—20家, 翻一番, 全部) into `unit`,
 * exactly.
 * A wording without a unit word stands in the unit's base word (1万亿 of 亿元 is 1万亿元; 6万 of 个 is 60000 个),
 * as headings and sentences leave it out.
 * @returns null where it cannot be read or measures something else.
 */
export function readWording(wording: string, unit: string): WordedQuantity | null {
  const inWords = IN_WORDS.get(wording);
  if (inWords) return unit === inWords.unit ? { value: inWords.value, valueMax: null } : null;
  const range = RANGE.exec(wording);
  if (!range) {
    const value = readOne(wording, unit);
    return value === null ? null : { value, valueMax: null };
  }
  const upper = range[2] ?? '';
  const unitWords = /[^\d.]*$/.exec(upper.normalize('NFKC'))?.[0] ?? '';
  const lower = /\d$/.test(range[1] ?? '') ? `${range[1]}${unitWords}` : (range[1] ?? '');
  const [value, valueMax] = [readOne(lower, unit), readOne(upper, unit)];
  return value === null || valueMax === null ? null : { value, valueMax };
}

function readOne(text: string, unit: string): number | null {
  // 过千亿元: the magnitude alone stands for one of it.
  const read = readQuantity(/^[百千万亿]/.test(text) ? `1${text}` : text);
  if (!read) return null;
  return convert(read.value, read.unit === '' ? baseWord(unit) : read.unit, unit);
}

/** The unit that a wording without one stands in: 元 for 亿元 and 万元, otherwise the dimension's own. */
function baseWord(unit: string): string {
  return parseUnit(unit)?.dimension ?? unit;
}
