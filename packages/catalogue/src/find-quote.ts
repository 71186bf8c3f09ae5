/** Where a quote stands: `text.slice(start, end) === quote`. */
export interface QuotePosition {
  start: number;
  end: number;
}

/**
 * Finds the one place of a verbatim quote in a text, character by character.
 * @returns offsets in UTF-16 code units, `not_found`, or `ambiguous` where the words stand more than once.
 */
export function findQuote(text: string, quote: string): QuotePosition | 'not_found' | 'ambiguous' {
  const start = quote === '' ? -1 : text.indexOf(quote);
  if (start < 0) return 'not_found';
  return text.indexOf(quote, start + 1) < 0 ? { start, end: start + quote.length } : 'ambiguous';
}
