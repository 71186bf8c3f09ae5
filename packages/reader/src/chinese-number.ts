const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
/** The numbers of headings, 一 to 九十九, as a pattern: 三一 is a name. */
export const ORDINAL = '(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';

const STEPS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Reads a number below ten thousand in words: 三十五, 一百二十, 两千, 五点五. @returns null where it is none. */
export function chineseNumber(words: string): number | null {
  const [whole = '', fraction] = words.split('点');
  const value = wholeNumber(whole);
  if (value === null || fraction === undefined) return value;
  const digits = [...fraction].map((letter) => DIGITS[letter]);
  return digits.includes(undefined) || digits.length === 0 ? null : Number(`${value}.${digits.join('')}`);
}

function wholeNumber(words: string): number | null {
  if (words === '') return null;
  let total = 0;
  let digit: number | null = null;
  for (const letter of words) {
    const step = STEPS[letter];
    if (step !== undefined) {
      total += (digit ?? 1) * step;
      digit = null;
    } else if (DIGITS[letter] !== undefined) digit = (digit ?? 0) * 10 + DIGITS[letter];
    else return null;
  }
  return total + (digit ?? 0);
}
