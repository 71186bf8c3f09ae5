import { BRIEFING_SECTIONS } from '@dabiao/domain/briefing-section';
import Type, { type Static } from 'typebox';
import { LabelWord } from './label.ts';
import { Bilingual, Nullable, OneOf, Page, PageQuery, RegionCode, Shape, Word, Year } from './schema.ts';

export const BRIEFING_SCOPES = ['document', 'region', 'department', 'indicator', 'targets', 'whole'] as const;
export const BRIEFING_FORMS = ['official', 'modern'] as const;
const Lang = OneOf(['zh', 'en'] as const);
const Line = Type.String({ minLength: 1, maxLength: 60 });

/** How it is to look, what is to be in it, and as of when. */
const FORM = {
  year: Type.Optional(Year),
  lang: Type.Optional(Lang),
  length: Type.Optional(OneOf(['long', 'short'] as const)),
  sections: Type.Optional(
    Type.Array(OneOf(BRIEFING_SECTIONS), { uniqueItems: true, description: 'instead of those of the length' }),
  ),
  form: Type.Optional(OneOf(BRIEFING_FORMS)),
  landscape: Type.Optional(Type.Boolean({ description: 'the table of all targets on wide pages, with more columns' })),
  number: Type.Optional(Line),
  issuer: Type.Optional(Line),
};

/** At most one of what it is of; none of them: everything. */
export const BriefingBody = Shape({
  document: Type.Optional(Word),
  region: Type.Optional(RegionCode),
  department: Type.Optional(Word),
  indicator: Type.Optional(Word),
  targets: Type.Optional(Type.Array(Word, { minItems: 1, maxItems: 500, uniqueItems: true })),
  submission: Type.Optional(
    Type.String({ maxLength: 60, description: 'its figures count as if they were published: a draft' }),
  ),
  ...FORM,
});
export type BriefingBody = Static<typeof BriefingBody>;

/** One briefing for each region or department that has targets. */
export const BriefingBatchBody = Shape({ by: OneOf(['region', 'department'] as const), ...FORM });
export type BriefingBatchBody = Static<typeof BriefingBatchBody>;

export const Briefing = Shape({
  id: Type.String(),
  scope: OneOf(BRIEFING_SCOPES),
  scopeValue: Nullable(Type.String()),
  scopeName: Nullable(Type.String()),
  document: Nullable(Type.String()),
  documentTitle: Nullable(Type.String()),
  year: Type.Integer(),
  title: Type.String(),
  lang: Lang,
  form: OneOf(BRIEFING_FORMS),
  number: Nullable(Type.String()),
  createdAt: Type.String(),
  createdBy: Nullable(Type.String()),
  bytes: Type.Integer(),
  pages: Nullable(Type.Integer()),
  figures: Type.Integer({ description: 'how many figures it was made from' }),
  dataAt: Nullable(Type.String({ description: 'when the newest of them was recorded' })),
  dataHash: Type.String(),
  batch: Nullable(Type.String()),
  draft: Type.Boolean({ description: 'made of figures not yet released' }),
  label: LabelWord,
});
export type Briefing = Static<typeof Briefing>;

export const BriefingsQuery = Shape({
  ...PageQuery,
  scope: Type.Optional(OneOf(BRIEFING_SCOPES)),
  scopeValue: Type.Optional(Word),
  year: Type.Optional(Year),
  by: Type.Optional(Word),
  batch: Type.Optional(Word),
  q: Type.Optional(Word),
});

export const BriefingsPage = Page(Briefing);
export type BriefingsPage = Static<typeof BriefingsPage>;

/** What the dialog offers. */
export const BriefingChoices = Shape({
  documents: Type.Array(Shape({ value: Type.String(), label: Type.String() })),
  regions: Type.Array(Shape({ value: Type.String(), label: Type.String() })),
  departments: Type.Array(Shape({ value: Type.String(), label: Type.String() })),
  indicators: Type.Array(Shape({ value: Type.String(), label: Type.String() })),
  makers: Type.Array(Type.String()),
  years: Type.Array(Type.Integer()),
  year: Type.Integer(),
  nextNumber: Shape({ zh: Type.String(), en: Type.String() }),
});
export type BriefingChoices = Static<typeof BriefingChoices>;

/** A preview: each page as an SVG picture, the first ones only where there are many. */
export const BriefingPreview = Shape({ pages: Type.Integer(), pictures: Type.Array(Type.String()) });
export type BriefingPreview = Static<typeof BriefingPreview>;

/** A briefing or a batch that is being made. */
export const BriefingJob = Shape({
  id: Type.String(),
  kind: OneOf(['briefing', 'batch'] as const),
  title: Type.String(),
  state: OneOf(['waiting', 'making', 'done', 'failed'] as const),
  /** Drawings before its own. */
  ahead: Type.Integer(),
  done: Type.Integer(),
  total: Type.Integer(),
  /** Why it failed. */
  problem: Nullable(Bilingual),
});
export type BriefingJob = Static<typeof BriefingJob>;
export const BriefingJobs = Shape({ items: Type.Array(BriefingJob) });
export type BriefingJobs = Static<typeof BriefingJobs>;
