import { Converter } from 'opencc-js/t2cn';

/** Letters of documents that Traditional texts have in every paragraph and Simplified ones never. */
const TRADITIONAL = /[個產業達過發萬億與為實國資點長專設標準體強個區縣鎮廠農電網創機會經濟總額]/g;

type Convert = (text: string) => string;
let made: Convert | null = null;

/** The tables are large and seldom needed: put together when first asked for. */
function converter(): Convert {
  const convert = made ?? Converter({ from: 'tw', to: 'cn' });
  made = convert;
  return convert;
}

/** Whether a text is written in Traditional letters: one in fifty of its first letters is one of the common ones. */
export function isTraditional(text: string): boolean {
  const head = text.slice(0, 20_000);
  return (head.match(TRADITIONAL)?.length ?? 0) > Math.max(4, head.length / 50);
}

/**
 * The Simplified letter for each Traditional one of a text, one for one, so that places stay what they are
 * (opencc-js, the OpenCC tables in JavaScript: MIT and Apache-2.0, no network).
 */
export function simplifiedLetters(text: string): Map<number, number> {
  const convert = converter();
  const found = new Map<number, number>();
  for (const letter of new Set(text)) {
    const simple = letter > '\u2fff' ? convert(letter) : letter;
    if (simple !== letter && simple.length === 1 && letter.length === 1)
      found.set(letter.charCodeAt(0), simple.charCodeAt(0));
  }
  return found;
}
