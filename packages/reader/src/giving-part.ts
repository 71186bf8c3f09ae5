import { isGiving } from './grant.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Segment } from './sentences.ts';
import type { Time } from './time.ts';

/** The part of the sentence between semicolons that begins at a segment. */
export interface Chunk {
  words: string;
  /** Where the last of its segments ends that gives money; what stands before may be a condition of it. */
  givesUpTo: number;
}

/** The part that begins at a segment. */
export function chunkFrom(segments: readonly Segment[], index: number, view: SentenceView): Chunk {
  let end = index + 1;
  while (segments[end] && !segments[end]?.fresh) end += 1;
  const parts = segments.slice(index, end);
  const giving = parts.findLast((part) => isGiving(view.masked.slice(part.start, part.end)));
  return { words: view.masked.slice(parts[0]?.start, parts.at(-1)?.end), givesUpTo: giving?.end ?? -1 };
}

/** What is said of a segment's giving: up to where money is given, the whole; after it what goes on about the money. */
export function wordsOfGiving(
  words: string,
  segment: Segment,
  { words: all, givesUpTo }: Chunk,
  time: Time | null,
): string {
  if ((time && /^(?:by|length|span)$/.test(time.sort)) || LIGHTENED.test(words)) return words;
  return segment.start < givesUpTo || (givesUpTo >= 0 && GOES_ON_GIVING.test(words)) ? all : words;
}
/** 为企业降低成本50亿元以上: what all that is given comes to is to be reached. */
const LIGHTENED =
  /^(?!对|每)[^\d]{0,14}(?:降低|减轻|节约|节省|减免|降)[^，\d]{0,8}(?:成本|负担|费用|税费)(?:超过?|突破|达到?|约)?\d[^，；。每]*$/;
/** Words that go on about what is given. */
const GOES_ON_GIVING = /^[对将其再]|元|最高|最多|不超过|每[家户个人项次年]|比例|其中|累计/;
