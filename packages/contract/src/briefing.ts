import Type, { type Static } from 'typebox';
import { Nullable, OneOf, Page, Shape, Word, Year } from './schema.ts';

export const BriefingBody = Shape({
  document: Word,
  year: Type.Optional(Year),
  lang: Type.Optional(OneOf(['zh', 'en'] as const)),
});
export type BriefingBody = Static<typeof BriefingBody>;

export const Briefing = Shape({
  id: Type.String(),
  document: Nullable(Type.String()),
  documentTitle: Nullable(Type.String()),
  year: Type.Integer(),
  title: Type.String(),
  createdAt: Type.String(),
  createdBy: Nullable(Type.String()),
  bytes: Type.Integer(),
});
export type Briefing = Static<typeof Briefing>;
export const BriefingsPage = Page(Briefing);
export type BriefingsPage = Static<typeof BriefingsPage>;
