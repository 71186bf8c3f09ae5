import { MEASURE_FORMS, MEASURE_TIMES, type ProposedMeasure } from '@dabiao/domain/measure';
import type { ProposedDocument, ProposedTarget } from '@dabiao/domain/proposal';
import { COMPARATORS, TARGET_KINDS } from '@dabiao/domain/target';
import Type, { type Static } from 'typebox';
import { LabelWord } from './label.ts';
import { Nullable, OneOf, Page, PageQuery, Shape, Year } from './schema.ts';

export const READING_STATES = ['open', 'published', 'dropped'] as const;
export const CANDIDATE_STATES = ['open', 'accepted', 'rejected', 'replaced'] as const;
const CANDIDATE_ORIGINS = ['reader', 'selection', 'split', 'merge'] as const;
const READING_ACTIONS = [
  'add',
  'accept',
  'reject',
  'reopen',
  'edit',
  'split',
  'merge',
  'select',
  'document',
  'publish',
  'drop',
  'correct',
  'abandon',
] as const;
/** What a user may do with a reading now. */
const READING_RIGHTS = ['decide', 'publish', 'drop', 'correct', 'abandon'] as const;
export type ReadingRight = (typeof READING_RIGHTS)[number];

/** Longest text that is read on the page, in letters; longer ones are for the command line. */
export const MAX_READING_LETTERS = 400_000;

const line = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\u0000-\\u001f]*$' });
const Day = Nullable(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }));
const Amount = Type.Number({ minimum: -1e15, maximum: 1e15 });

const Milestone = Shape({
  year: Nullable(Year),
  value: Amount,
  valueMax: Type.Optional(Amount),
  wording: line(40),
  yearInferred: Type.Optional(Type.Boolean()),
});

/** Who answers, and the heading it stands under. */
const STANDING = {
  departments: Type.Array(Shape({ name: line(60), role: OneOf(['lead', 'responsible'] as const) }), { maxItems: 100 }),
  clause: Type.Array(line(200), { maxItems: 12 }),
};
const EDITABLE = {
  indicator: line(80),
  match: Nullable(line(80)),
  indicatorUnit: Nullable(line(20)),
  unit: line(20),
  comparator: OneOf(COMPARATORS),
  kind: OneOf(TARGET_KINDS),
  milestones: Type.Array(Milestone, { maxItems: 60 }),
  everyYear: Type.Boolean(),
  baseline: Nullable(Shape({ year: Year, value: Nullable(Amount) })),
  qualifier: Nullable(line(20)),
  ...STANDING,
};
/** What a person may change of a target; the words of the text stay. */
export const CandidateEdit = Shape(EDITABLE);
export type CandidateEdit = Static<typeof CandidateEdit>;

const money = { value: Type.Number({ exclusiveMinimum: 0, maximum: 1e15 }), unit: line(20) };
const Count = Type.Integer({ minimum: 1, maximum: 20 });
/** What a person may change of a policy measure, in the words of the measure list. */
export const MeasureEdit = Shape({
  beneficiary: line(120),
  purpose: line(200),
  form: OneOf(MEASURE_FORMS),
  amount: Nullable(Shape(money)),
  share: Nullable(
    Shape({
      percent: Type.Number({ exclusiveMinimum: 0, maximum: 100 }),
      of: Nullable(line(80)),
      atMost: Type.Boolean(),
    }),
  ),
  ceiling: Nullable(Shape({ ...money, of: line(80) })),
  per: Nullable(OneOf(MEASURE_TIMES)),
  years: Nullable(Shape({ from: Count, count: Count })),
  level: Nullable(line(20)),
  notes: Nullable(line(600)),
  ...STANDING,
});
export type MeasureEdit = Static<typeof MeasureEdit>;

export const CandidateBody = Shape({
  state: Type.Optional(OneOf(['open', 'accepted', 'rejected'] as const)),
  fields: Type.Optional(CandidateEdit),
  /** Of a policy measure, in place of `fields`. */
  measure: Type.Optional(MeasureEdit),
  /** Number of the candidate it says again; null: it stands for itself. */
  restates: Type.Optional(Nullable(Type.Integer({ minimum: 0 }))),
});
export type CandidateBody = Static<typeof CandidateBody>;

export const SelectionBody = Shape({
  start: Type.Integer({ minimum: 0 }),
  end: Type.Integer({ minimum: 1 }),
  /** What the words are to become; absent: a target. */
  sort: Type.Optional(OneOf(['target', 'measure'] as const)),
});
export type SelectionBody = Static<typeof SelectionBody>;
export const SplitBody = Shape({ at: Type.Optional(Type.Integer({ minimum: 0 })) });
export const MergeBody = Shape({ with: Type.Integer({ minimum: 0 }) });
export const TextBody = Shape({
  text: Type.String({ minLength: 1, maxLength: MAX_READING_LETTERS }),
  name: Type.Optional(line(200)),
});
export type TextBody = Static<typeof TextBody>;
/** Why a published document is to be corrected. */
export const CorrectBody = Shape({ reason: Type.String({ minLength: 2, maxLength: 500, pattern: '\\S' }) });
/** The revision that was looked at, of what is published or a correction that is abandoned. */
export const PublishBody = Shape({ revision: Type.Integer({ minimum: 0 }) });

export const ReadingDocument = Shape({
  id: Type.String({ maxLength: 60, pattern: '^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$' }),
  title: line(200),
  shortTitle: line(60),
  number: Nullable(line(60)),
  issuer: Nullable(line(120)),
  region: Nullable(Type.String({ pattern: '^[0-9]{6}$' })),
  regionName: Nullable(line(40)),
  issuedOn: Day,
  effectiveFrom: Day,
  validTo: Day,
  period: Nullable(Shape({ from: Year, to: Year })),
  draft: Type.Boolean(),
});

/** The fields as they are answered: what the reader found has no limits of its own. */
const Fields = Type.Unsafe<ProposedTarget>({ type: 'object', additionalProperties: true });
const MeasureFields = Type.Unsafe<ProposedMeasure>({ type: 'object', additionalProperties: true });
const DocumentFields = Type.Unsafe<ProposedDocument>({ type: 'object', additionalProperties: true });

const ENTRY = {
  number: Type.Integer(),
  start: Type.Integer(),
  end: Type.Integer(),
  origin: OneOf(CANDIDATE_ORIGINS),
  confidence: Type.Number(),
  reasons: Type.Array(Type.String()),
  state: OneOf(CANDIDATE_STATES),
  /** Whether a person changed what was proposed. */
  edited: Type.Boolean(),
};
export const ReadingCandidate = Shape({
  ...ENTRY,
  cameFrom: Type.Array(Type.Integer()),
  restates: Nullable(Type.Integer()),
  fields: Fields,
  /** Indicators of the catalogue with the nearest names, nearest first. */
  nearest: Type.Array(Shape({ id: Type.String(), name: Type.String(), unit: Type.String() })),
});
export type ReadingCandidate = Static<typeof ReadingCandidate>;

/** A policy measure found in the text; numbered together with the targets, decided on as they are. */
export const ReadingMeasure = Shape({ ...ENTRY, fields: MeasureFields });
export type ReadingMeasure = Static<typeof ReadingMeasure>;

const Counts = Shape({ open: Type.Integer(), accepted: Type.Integer(), rejected: Type.Integer() });

export const Reading = Shape({
  id: Type.String(),
  fileName: Type.String(),
  state: OneOf(READING_STATES),
  revision: Type.Integer(),
  label: LabelWord,
  publishedAs: Nullable(Type.String()),
  createdAt: Type.String(),
  createdBy: Type.String(),
  /** It was open already: the same text was handed in before. */
  repeated: Type.Boolean(),
  rights: Type.Array(OneOf(READING_RIGHTS)),
  counts: Counts,
  document: DocumentFields,
  outline: Type.Array(Type.Array(Type.String())),
  /** As read; all places are UTF-16 places in it. */
  text: Type.String(),
  /** Quantities that are no targets, with the reason; favours only in readings from before these were `measures`. */
  beside: Type.Array(
    Shape({
      kind: OneOf(['measure', 'left_out'] as const),
      start: Type.Integer(),
      end: Type.Integer(),
      reason: Type.String(),
    }),
  ),
  candidates: Type.Array(ReadingCandidate),
  measures: Type.Array(ReadingMeasure),
});
export type Reading = Static<typeof Reading>;

/** What a decision changed: candidates as they are now, numbers of those that are gone. */
export const ReadingChange = Shape({
  revision: Type.Integer(),
  counts: Counts,
  candidates: Type.Array(ReadingCandidate),
  measures: Type.Array(ReadingMeasure),
  gone: Type.Array(Type.Integer()),
});
export type ReadingChange = Static<typeof ReadingChange>;

export const ReadingSummary = Shape({
  id: Type.String(),
  fileName: Type.String(),
  title: Type.String(),
  state: OneOf(READING_STATES),
  publishedAs: Nullable(Type.String()),
  createdAt: Type.String(),
  createdBy: Type.String(),
  counts: Counts,
  label: LabelWord,
});
export type ReadingSummary = Static<typeof ReadingSummary>;
export const ReadingsPage = Page(ReadingSummary);
export type ReadingsPage = Static<typeof ReadingsPage>;
/** Who may see what is handed in; no higher than the clearance of who does. */
export const ReadingQuery = Shape({ label: Type.Optional(LabelWord) });
export const ReadingsQuery = Shape({ ...PageQuery, state: Type.Optional(OneOf(READING_STATES)) });

/** A line of the decision log; before and after as JSON text. */
export const ReadingStep = Shape({
  id: Type.String(),
  at: Type.String(),
  by: Type.String(),
  action: OneOf(READING_ACTIONS),
  candidate: Nullable(Type.Integer()),
  before: Nullable(Type.String()),
  after: Nullable(Type.String()),
});
export type ReadingStep = Static<typeof ReadingStep>;
export const ReadingStepsPage = Page(ReadingStep);
export type ReadingStepsPage = Static<typeof ReadingStepsPage>;

/** What publishing would meet. */
export const ReadingCheck = Shape({
  problems: Type.Array(Shape({ candidate: Nullable(Type.Integer()), field: Type.String(), message: Type.String() })),
  /** Indicators that would be new. */
  added: Type.Array(Shape({ name: Type.String(), unit: Type.String() })),
  targets: Type.Integer(),
  measures: Type.Integer(),
});
export type ReadingCheck = Static<typeof ReadingCheck>;

export const PublishedReading = Shape({ document: Type.String(), targets: Type.Integer(), measures: Type.Integer() });
export type PublishedReading = Static<typeof PublishedReading>;
