/** Letters as they are compared: width and case aside, blanks gone; each with its place in the text. */
function folded(text: string): { letters: string; places: number[] } {
  let letters = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    for (const letter of (text[at] ?? '').normalize('NFKC')) {
      if (/\s/.test(letter)) continue;
      letters += letter;
      places.push(at);
    }
  }
  return { letters, places };
}

/** `wording` as the quote writes it (３８％ for 38%); as it is where the quote has no such words. */
export function wordingIn(quote: string, wording: string): string {
  if (quote.includes(wording)) return wording;
  const text = folded(quote);
  const wanted = folded(wording).letters;
  const at = wanted === '' ? -1 : text.letters.indexOf(wanted);
  if (at < 0) return wording;
  return quote.slice(text.places[at] ?? 0, (text.places[at + wanted.length - 1] ?? 0) + 1);
}

/** Words on one line: what is kept in YAML has no line breaks and no other control characters. */
export const onOneLine = (words: string, longest = 600): string =>
  words
    .replace(/\s*[\r\n\f\v]+\s*/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .trim();
