import { foldedPlaces, foldText } from '@dabiao/domain/fold-text';
import { type Sounded, type Span, spanOfInitials, spanOfSpelling, spanReadAlike, toSounded } from './sounds.ts';

/** A text that is searched, made ready once. */
export interface Term {
  text: string;
  folded: string;
  /** Where its words begin in `folded`. */
  starts: ReadonlySet<number>;
  /** Null for running text, which is searched as it is written only. */
  sounded: Sounded | null;
}

/** A stretch of the unfolded text, and how good the match is: see RANKS. */
export interface Match extends Span {
  score: number;
}

/** From best to worst; a match at a better place or of more of the text is better by less than 1. */
const RANKS = { exact: 7, prefix: 6, word: 5, inside: 4, initials: 3, spelling: 2, alike: 1 } as const;

/** Letters beyond which nobody types pinyin, so that a long query costs nothing. */
const MAX_SPELLING = 60;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A name: searched as written, by pinyin and by initials. */
export function nameTerm(text: string): Term {
  const folded = foldText(text);
  const starts = new Set([...segmenter.segment(folded)].map(({ index }) => index));
  return { text, folded, starts, sounded: toSounded(folded) };
}

/** Running text: searched as written. */
export const passageTerm = (text: string): Term => ({
  text,
  folded: foldText(text),
  starts: new Set(),
  sounded: null,
});

/** One word of a query, folded, with its sound where that is asked for. */
export interface Word {
  folded: string;
  /** What may be pinyin: letters and digits, without the apostrophes of xi’an; null where it cannot be. */
  letters: string | null;
  /** Asked for its sound, where nothing is found as written. */
  sounded: Sounded | null;
}

/** A word of a query; `bySound`: what sounds the same is to be found too. */
export function queryWord(folded: string, bySound: boolean): Word {
  const letters = folded.replaceAll(/['’]/g, '');
  const typed = /^(?=.*[a-z])[a-z0-9]+$/.test(letters) && letters.length <= MAX_SPELLING;
  const heard = bySound && /\p{Script=Han}/u.test(folded) && folded.length <= MAX_SPELLING;
  return { folded, letters: typed ? letters : null, sounded: heard ? toSounded(folded) : null };
}

/** The best match of a word in a term, in places of the folded text; null where there is none. */
function foldedMatch(term: Term, word: Word): Match | null {
  return writtenMatch(term, word.folded) ?? spelledMatch(term, word) ?? alikeMatch(term, word);
}

function writtenMatch({ folded, starts }: Term, word: string): Match | null {
  const first = folded.indexOf(word);
  if (first < 0) return null;
  const share = (0.5 * word.length) / folded.length;
  if (first === 0) {
    return { from: 0, to: word.length, score: (word.length === folded.length ? RANKS.exact : RANKS.prefix) + share };
  }
  for (let at = first; at >= 0 && starts.size > 0; at = folded.indexOf(word, at + 1)) {
    if (starts.has(at)) return { from: at, to: at + word.length, score: RANKS.word + share };
  }
  return { from: first, to: first + word.length, score: RANKS.inside + share };
}

/** Where a span of characters begins and ends in UTF-16 units. */
function toUnits({ characters, units }: Sounded, { from, to }: Span): Span {
  return { from: units[from] ?? 0, to: (units[to - 1] ?? 0) + (characters[to - 1]?.length ?? 0) };
}

function spelledMatch({ sounded, starts }: Term, { letters }: Word): Match | null {
  if (!sounded || letters === null) return null;
  const { characters, units } = sounded;
  let best: Match | null = null;
  for (let from = 0; from < characters.length; from += 1) {
    const initials = spanOfInitials(sounded, letters, from);
    const span = initials ?? spanOfSpelling(sounded, letters, from);
    if (!span) continue;
    const place = from === 0 ? 0.4 : starts.has(units[from] ?? 0) ? 0.2 : 0;
    const share = (0.5 * (span.to - span.from)) / characters.length;
    const score = (initials ? RANKS.initials : RANKS.spelling) + place + share;
    if (score > (best?.score ?? 0)) best = { ...toUnits(sounded, span), score };
  }
  return best;
}

function alikeMatch({ sounded }: Term, word: Word): Match | null {
  const span = sounded && word.sounded ? spanReadAlike(sounded, word.sounded) : null;
  return sounded && span ? { ...toUnits(sounded, span), score: RANKS.alike } : null;
}

/** How good the best match of a word in a term is, 1 … 8; 0 where there is none. */
export const scoreOf = (term: Term, word: Word): number => foldedMatch(term, word)?.score ?? 0;

/** Where the character ends that the unit before `to` comes from. */
function endIn(places: readonly number[], to: number): number {
  let end = to;
  while (end + 1 < places.length && places[end] === places[end - 1]) end += 1;
  return places[end] ?? 0;
}

/** The stretches of the term's text that the words match, in order, none overlapping another. */
export function marksOf(term: Term, words: readonly Word[]): Span[] {
  const places = foldedPlaces(term.text);
  const spans = words
    .map((word) => foldedMatch(term, word))
    .filter((match) => match !== null)
    .map(({ from, to }) => ({ from: places[from] ?? 0, to: endIn(places, to) }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  return spans.filter((span, at) => at === 0 || span.from >= Math.max(...spans.slice(0, at).map(({ to }) => to)));
}
