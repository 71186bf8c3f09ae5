import { VERDICTS } from '@dabiao/domain/verdict';
import Type, { type Static } from 'typebox';
import { Nullable, OneOf, Shape, Year } from './schema.ts';

/** What can be found; `goal` is a narrative goal, which has no verdict and stands in no list of targets. */
export const SEARCH_KINDS = ['target', 'indicator', 'document', 'clause', 'goal', 'department'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const SearchQuery = Shape({
  q: Type.String({ description: '文字、拼音或拼音首字母；空格分开的各词都要符合 (text, pinyin or its initials)' }),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 6, description: 'hits of each kind' })),
  year: Type.Optional(Year),
  kind: Type.Optional(OneOf(SEARCH_KINDS)),
  ids: Type.Optional(Type.Boolean({ description: 'also the ids of all hits, best first' })),
});

/** A stretch of a text, in UTF-16 units: from … to − 1. */
const Mark = Shape({ from: Type.Integer(), to: Type.Integer() });
const Marked = Shape({ text: Type.String(), marks: Type.Array(Mark) });
export type Marked = Static<typeof Marked>;

export const SearchHit = Shape({
  /** Of a department its name, of a clause its document and place: linyi#3. */
  id: Type.String(),
  title: Marked,
  /** What it is also called, where it was found by that. */
  alias: Nullable(Marked),
  /** The sentence of the document, cut to what was found; of targets and goals. */
  quote: Nullable(Marked),
  document: Nullable(Shape({ id: Type.String(), shortTitle: Type.String() })),
  region: Nullable(Shape({ code: Type.String(), name: Type.String() })),
  /** Heading path of a clause, outermost first. */
  clause: Type.Array(Type.String()),
  /** Targets of an indicator, clause, department or document. */
  targets: Nullable(Type.Integer()),
  /** Of a target, as of the year asked for; null where that year is not judged. */
  verdict: Nullable(Shape({ verdict: OneOf(VERDICTS), early: Type.Boolean(), provisional: Type.Boolean() })),
});
export type SearchHit = Static<typeof SearchHit>;

export const SearchAnswer = Shape({
  year: Type.Integer(),
  /** Kinds with hits, the one with the best hit first. */
  groups: Type.Array(
    Shape({
      kind: OneOf(SEARCH_KINDS),
      total: Type.Integer(),
      hits: Type.Array(SearchHit),
      ids: Type.Optional(Type.Array(Type.String())),
    }),
  ),
});
export type SearchAnswer = Static<typeof SearchAnswer>;
