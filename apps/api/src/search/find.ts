import { SEARCH_KINDS, type SearchKind } from '@dabiao/contract/search';
import { foldText } from '@dabiao/domain/fold-text';
import type { Entry } from './entries.ts';
import { queryWord, scoreOf, type Term, type Word } from './term.ts';

/** Everything that can be found, and for each text what it leads to. */
export interface SearchIndex {
  entries: readonly Entry[];
  texts: readonly IndexedText[];
}

interface IndexedText {
  term: Term;
  /** Numbers of the entries it stands in, each with how much a match in it counts there. */
  places: { entry: number; weight: number }[];
}

/** How much a match counts by where it is. */
const WEIGHTS = { titles: 1, aliases: 0.9, around: 0.45, passages: 0.3 } as const;
const FIELDS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];

/** Words of a query beyond these are passed over: each costs a look at every text. */
const MAX_WORDS = 12;

/** Turns entries with their texts into texts with their entries: a thousand targets share the name of their region. */
export function toIndex(entries: readonly Entry[]): SearchIndex {
  const texts = new Map<Term, IndexedText>();
  for (const [number, entry] of entries.entries()) {
    for (const field of FIELDS) {
      for (const term of entry[field]) {
        const text = texts.get(term) ?? { term, places: [] };
        texts.set(term, text);
        text.places.push({ entry: number, weight: WEIGHTS[field] });
      }
    }
  }
  return { entries, texts: [...texts.values()] };
}

/** An entry that was found, and the words it was found by. */
export interface Found {
  entry: Entry;
  words: readonly Word[];
}

/** What was found of one kind, best first. */
export interface FoundKind {
  kind: SearchKind;
  found: Found[];
}

/** The words of a query, folded, each once. */
const wordsOf = (query: string): string[] => [...new Set(foldText(query).split(/\s+/u))].filter((word) => word !== '');

/**
 * What a query finds, by kind, the kind with the best hit first. Every word must be somewhere in an entry, as written,
 * as pinyin or as its initials; where nothing is, words that sound the same are taken for each other, so that 綠色工廠
 * finds 绿色工厂. An empty query finds nothing.
 */
export function findEntries(index: SearchIndex, query: string): FoundKind[] {
  const words = wordsOf(query).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  const asWritten = findBy(index, ways(words, false));
  return asWritten.length > 0 ? asWritten : findBy(index, ways(words, true));
}

/** Word by word; and where there are several, all of them in one, since 5G 基站 may be written 5G基站. */
function ways(words: readonly string[], bySound: boolean): Word[][] {
  const each = words.map((word) => queryWord(word, bySound));
  if (words.length === 1) return [each];
  return [each, ...[' ', ''].map((between) => [queryWord(words.join(between), bySound)])];
}

interface Scored extends Found {
  number: number;
  score: number;
}

/** The best way for each entry; an entry that several find equally well keeps the first. */
function findBy(index: SearchIndex, asked: readonly Word[][]): FoundKind[] {
  const best = new Map<number, Scored>();
  for (const words of asked) {
    for (const [number, score] of scoredEntries(index, words)) {
      const entry = index.entries[number];
      if (entry && score > (best.get(number)?.score ?? 0)) best.set(number, { entry, words, number, score });
    }
  }
  return byKind([...best.values()].sort((a, b) => b.score - a.score || a.number - b.number));
}

/** Hits in their order, by kind; the kind of the best hit first. */
function byKind(found: readonly Scored[]): FoundKind[] {
  const kinds = new Map<SearchKind, Scored[]>(SEARCH_KINDS.map((kind) => [kind, []]));
  for (const one of found) kinds.get(one.entry.kind)?.push(one);
  return [...kinds]
    .filter(([, own]) => own.length > 0)
    .sort(([, a], [, b]) => (b[0]?.score ?? 0) - (a[0]?.score ?? 0))
    .map(([kind, own]) => ({ kind, found: own }));
}

/** The entries that every word is in, by number, with the mean of its best matches. */
function scoredEntries({ texts }: SearchIndex, words: readonly Word[]): Map<number, number> {
  let found: Map<number, number> | undefined;
  for (const word of words) {
    const best = bestMatches(texts, word, found);
    for (const [number, score] of best) best.set(number, (found?.get(number) ?? 0) + score / words.length);
    found = best;
  }
  return found ?? new Map();
}

/** The best match of a word in each entry that has one; only entries in `within`, where that is given. */
function bestMatches(
  texts: readonly IndexedText[],
  word: Word,
  within: ReadonlyMap<number, number> | undefined,
): Map<number, number> {
  const best = new Map<number, number>();
  if (within?.size === 0) return best;
  for (const { term, places } of texts) {
    const score = scoreOf(term, word);
    if (score === 0) continue;
    for (const { entry, weight } of places) {
      if (within && !within.has(entry)) continue;
      if (score * weight > (best.get(entry) ?? 0)) best.set(entry, score * weight);
    }
  }
  return best;
}
