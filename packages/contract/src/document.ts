import { VERDICTS } from '@dabiao/domain/verdict';
import Type, { type Static } from 'typebox';
import { Nullable, OneOf, Page, Shape, Year } from './schema.ts';
import { TargetRow } from './target.ts';

export const VerdictCount = Shape({ verdict: OneOf(VERDICTS), count: Type.Integer() });

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
  notes: Nullable(Type.String()),
  /** Targets that stand alone; restatements are not counted twice. */
  total: Type.Integer(),
  counts: Type.Array(VerdictCount),
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

export const YearQuery = Shape({ year: Type.Optional(Year) });
