import type { Quantity } from './quantity.ts';
import { FIGURE_READERS } from './quantity-figures.ts';
import { WORD_READERS } from './quantity-words.ts';

const READERS = [...FIGURE_READERS, ...WORD_READERS];

/** Letters without which a sentence holds no quantity; asked first, since most sentences hold none. */
const ANY =
  /[\d成番倍零]|百分|一半|半数|[过减]半|[二两三四五六七八九十百千][家个座所名项条处支户件]|一[家个座所名项条处支户]及?以上|(?:至少|不少于|不低于|每[个家]?[省市县区乡镇州盟村园]|每年)[^，。；]{0,12}一[家个座所名项条处支户]|分之|[千百万亿][元名家种台辆套场]|万亿|千亿|百亿|全部|覆盖|归零/;

/** Whether a sentence may hold a quantity at all. */
export const mayQuantify = (text: string): boolean => ANY.test(text);

/**
 * All quantities of a sentence in the order written, none overlapping; names are masked by the caller.
 * A number without a unit is kept (sort `index`): whether it is an index value is for the sentence to say.
 */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const [pattern, needs, read] of READERS) {
    if (!needs.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const one = read(match, text);
      if (one && !found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
