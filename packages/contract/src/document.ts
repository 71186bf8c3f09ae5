import { VERDICTS } from '@dabiao/domain/verdict';
import Type, { type Static } from 'typebox';
import { LabelWord } from './label.ts';
import { AsOfQuery, Nullable, OneOf, Page, Shape } from './schema.ts';
import { TargetRow } from './target.ts';

export const VerdictCount = Shape({ verdict: OneOf(VERDICTS), count: Type.Integer() });

/** Mean score of a group's targets, and how many of them have one. */
export const GroupScore = {
  score: Nullable(Type.Number({ description: 'mean of the targets’ scores, −5 … +5' })),
  scored: Type.Integer(),
  /** Whether every target of the group is achieved. */
  achieved: Type.Boolean(),
};

export const DocumentSummary = Shape({
  id: Type.String(),
  title: Type.String(),
  shortTitle: Type.String(),
  number: Nullable(Type.String()),
  issuer: Nullable(Type.String()),
  region: Shape({ code: Type.String(), name: Type.String() }),
  issuedOn: Nullable(Type.String()),
  effectiveFrom: Nullable(Type.String()),
  validTo: Nullable(Type.String()),
  period: Shape({ from: Type.Integer(), to: Type.Integer() }),
  draft: Type.Boolean(),
  label: LabelWord,
  notes: Nullable(Type.String()),
  /** Targets that stand alone; restatements are not counted twice. */
  total: Type.Integer(),
  counts: Type.Array(VerdictCount),
  ...GroupScore,
});
export type DocumentSummary = Static<typeof DocumentSummary>;

export const DocumentsPage = Page(DocumentSummary);
export type DocumentsPage = Static<typeof DocumentsPage>;

export const DocumentDetail = Shape({
  document: DocumentSummary,
  year: Type.Integer(),
  years: Type.Array(Type.Integer()),
  clauses: Type.Array(Shape({ path: Type.Array(Type.String()), position: Type.Integer() })),
  targets: Type.Array(TargetRow),
  /** How many policy measures the document holds. */
  measures: Type.Integer(),
});
export type DocumentDetail = Static<typeof DocumentDetail>;

/** `?year=&known_at=` */
export const AsOf = Shape(AsOfQuery);
