const LETTERS = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where each letter of the words begins: a cut is the number of a letter, so none falls inside one. */
export const lettersOf = (words: string): readonly number[] => [...LETTERS.segment(words)].map(({ index }) => index);

/** A mark after which the next demand usually begins. */
const MARK = /[，、；;,]/;

const within = (words: string, cut: number): number => Math.min(Math.max(cut, 1), lettersOf(words).length - 1);

/** The cut to begin with: behind the mark nearest to the middle, the later of two; the middle where there is none. */
export function firstCut(words: string): number {
  const letters = lettersOf(words);
  const middle = Math.floor(letters.length / 2);
  const cuts = letters.map((_, letter) => letter).slice(1);
  const behindMarks = cuts.filter((cut) => MARK.test(words[letters[cut - 1] ?? 0] ?? ''));
  const far = (cut: number) => Math.abs(cut - middle);
  return behindMarks.toSorted((one, other) => far(one) - far(other) || other - one)[0] ?? middle;
}

/** The cut at the next or previous beginning of a word. */
export function nextWord(words: string, cut: number, by: 1 | -1): number {
  const letters = lettersOf(words);
  const at = letters[cut] ?? 0;
  const begins = [...WORDS.segment(words)].map(({ index }) => index);
  const place = by > 0 ? begins.find((begin) => begin > at) : begins.findLast((begin) => begin < at);
  return place === undefined ? cut : within(words, letters.indexOf(place));
}
