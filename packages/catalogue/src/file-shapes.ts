import { CAVEAT_KINDS, FIGURE_STATUSES } from '@dabiao/domain/figure';
import { COMPARATORS, METHODS, PATH_SHAPES, TARGET_KINDS } from '@dabiao/domain/target';
import Type, { type Static } from 'typebox';

/**
 * The shapes of the files in `seeds/`, written once: the types below derive from them, and `check-shape.ts`
 * checks them. Optional fields may be left out; a field that may be null must be written, so that "the text does
 * not say" is a decision and not an oversight.
 */
export const strict = { additionalProperties: false } as const;
/** Printable text without control characters, not blank at either end. */
const TEXT = '^[^\\s\\u0000-\\u001f](?:[^\\u0000-\\u001f]*[^\\s\\u0000-\\u001f])?$';
const SLUG = '^[a-z0-9]+(?:-[a-z0-9]+)*$';
const DAY = '^\\d{4}-\\d{2}-\\d{2}$';
/** A day, a month or a year, as exact as known. */
const DATE = '^\\d{4}(?:-\\d{2}(?:-\\d{2})?)?$';

export const text = (maxLength = 400) => Type.String({ minLength: 1, maxLength, pattern: TEXT });
const orNull = (pattern: string, maxLength: number) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], minLength: 1, maxLength, pattern });
export const textOrNull = (maxLength = 400) => orNull(TEXT, maxLength);
export const slug = () => Type.String({ pattern: SLUG, maxLength: 80 });
const regionCode = () => Type.String({ pattern: '^\\d{6}$' });
const year = () => Type.Integer({ minimum: 1949, maximum: 2100 });
/** A lead on the schedule in 百分点 that is a lag: −100 … 0. */
const lead = () => Type.Number({ minimum: -100, maximum: 0 });
const period = () => Type.Object({ from: year(), to: year() }, strict);
export const list = <Item extends Type.TSchema>(item: Item, minItems = 0) =>
  Type.Array(item, { minItems, maxItems: 5000 });

export const RegionsFile = Type.Object(
  {
    regions: list(
      Type.Object(
        {
          code: regionCode(),
          name: text(40),
          parent: orNull('^\\d{6}$', 6),
          aliases: list(text(40)),
        },
        strict,
      ),
      1,
    ),
  },
  strict,
);
export type RegionsFile = Static<typeof RegionsFile>;

export const IndicatorsFile = Type.Object(
  {
    indicators: list(
      Type.Object(
        {
          id: slug(),
          name: text(80),
          name_en: textOrNull(160),
          unit: text(20),
          direction: Type.Enum(['more', 'less']),
          measure: Type.Enum(['stock', 'flow', 'share', 'rate', 'index']),
          definition: textOrNull(600),
          aliases: list(text(80)),
          natural_limit: Type.Unsafe<number | null>({ type: ['number', 'null'] }),
        },
        strict,
      ),
      1,
    ),
  },
  strict,
);
export type IndicatorsFile = Static<typeof IndicatorsFile>;

const Milestone = Type.Object(
  {
    year: Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 1949, maximum: 2100 }),
    value: Type.Number(),
    value_max: Type.Optional(Type.Number()),
    wording: text(40),
    year_inferred: Type.Optional(Type.Boolean()),
  },
  strict,
);

const Department = Type.Object({ name: text(60), role: Type.Enum(['lead', 'responsible']) }, strict);

const TargetShape = Type.Object(
  {
    id: slug(),
    indicator: slug(),
    region: Type.Optional(regionCode()),
    kind: Type.Enum(TARGET_KINDS.filter((kind) => kind !== 'narrative')),
    comparator: Type.Enum([...COMPARATORS]),
    qualifier: textOrNull(20),
    unit: text(20),
    milestones: list(Milestone),
    every_year: Type.Optional(Type.Boolean()),
    period: Type.Optional(period()),
    baseline: Type.Optional(
      Type.Object({ year: year(), value: Type.Unsafe<number | null>({ type: ['number', 'null'] }) }, strict),
    ),
    clause: list(text(200), 1),
    quote: text(600),
    departments: list(Department),
    notes: Type.Optional(text(600)),
    restates: Type.Optional(slug()),
    method: Type.Optional(Type.Enum([...METHODS])),
    tolerance: Type.Optional(Type.Number({ minimum: 0, maximum: 0.5 })),
    path_shape: Type.Optional(Type.Enum([...PATH_SHAPES])),
  },
  strict,
);
export type TargetShape = Static<typeof TargetShape>;

/** A goal in words that no indicator measures (走在前列, 体系基本形成): its place and its words, nothing to judge. */
const NarrativeShape = Type.Object(
  {
    id: slug(),
    clause: list(text(200), 1),
    quote: text(600),
    departments: list(Department),
    notes: Type.Optional(text(600)),
  },
  strict,
);
export type NarrativeShape = Static<typeof NarrativeShape>;

/** Four levels of headings are what GB/T 9704 knows (一、 （一） 1. （1）); one more for the rows of a box. */
const heading = { heading: text(200) };
const Clause5 = Type.Object(heading, strict);
const Clause4 = Type.Object({ ...heading, clauses: Type.Optional(list(Clause5)) }, strict);
const Clause3 = Type.Object({ ...heading, clauses: Type.Optional(list(Clause4)) }, strict);
const Clause2 = Type.Object({ ...heading, clauses: Type.Optional(list(Clause3)) }, strict);
const Clause1 = Type.Object({ ...heading, clauses: Type.Optional(list(Clause2)) }, strict);

/** A heading with the headings under it. */
export interface OutlineNode {
  heading: string;
  clauses?: OutlineNode[];
}

export const DocumentFile = Type.Object(
  {
    id: slug(),
    title: text(200),
    short_title: text(60),
    number: textOrNull(60),
    issuer: textOrNull(120),
    region: regionCode(),
    issued_on: orNull(DAY, 10),
    effective_from: orNull(DAY, 10),
    valid_to: orNull(DAY, 10),
    period: period(),
    draft: Type.Boolean(),
    schedule_cuts: Type.Optional(Type.Object({ yellow: lead(), red: lead() }, strict)),
    notes: Type.Optional(text(600)),
    outline: list(Clause1, 1),
    targets: list(TargetShape),
    narratives: Type.Optional(list(NarrativeShape)),
  },
  strict,
);
export type DocumentFile = Static<typeof DocumentFile>;

const Source = Type.Object(
  {
    title: text(200),
    publisher: textOrNull(120),
    date: orNull(DATE, 10),
    // Shown as a link: nothing but the web.
    address: orNull('^https?://[^\\s"<>]+$', 500),
  },
  strict,
);

const FigureShape = Type.Object(
  {
    indicator: slug(),
    region: regionCode(),
    year: year(),
    value: Type.Number(),
    unit: text(20),
    status: Type.Enum([...FIGURE_STATUSES]),
    caveats: Type.Optional(Type.Array(Type.Enum([...CAVEAT_KINDS]), { minItems: 1, maxItems: 6, uniqueItems: true })),
    note: textOrNull(400),
    quote: textOrNull(600),
    source: Source,
  },
  strict,
);
export type FigureShape = Static<typeof FigureShape>;

/** A published figure that was looked at and not taken, with the reason. */
const LeftOut = Type.Object(
  {
    name: text(80),
    region: regionCode(),
    year: year(),
    value: Type.Number(),
    unit: text(20),
    reason: text(300),
    source: Source,
  },
  strict,
);

export const FiguresFile = Type.Object({ figures: list(FigureShape), left_out: Type.Optional(list(LeftOut)) }, strict);
export type FiguresFile = Static<typeof FiguresFile>;
