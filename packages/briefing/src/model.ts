import type { BulletData } from '@dabiao/charts/bullet';
import type { CompletionRow } from '@dabiao/charts/completion-chart';
import type { TrajectorySeries } from '@dabiao/charts/trajectory-series';
import type { Assessment } from '@dabiao/domain/assessment';
import type { Figure, FigureSource } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Label } from '@dabiao/domain/label';
import type { Lang } from '@dabiao/domain/number-text';
import type { Target } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';
import type { BriefingForm } from './options.ts';

/** A target with all that a briefing says of it. */
export interface BriefedTarget {
  target: Target;
  indicator: Indicator;
  assessment: Assessment;
  /** Latest version of each year's figure, with its source; years after the as-of year are ignored. */
  figures: readonly (Figure & { source: FigureSource })[];
  /** Verdicts of the years up to the as-of year. */
  history: readonly { year: number; verdict: Verdict }[];
  documentTitle: string;
  regionName: string;
}

/** What a briefing is of. Names are null for a hand-picked list and for everything. */
export interface BriefedSubject {
  scope: 'document' | 'region' | 'department' | 'indicator' | 'targets' | 'whole';
  name: string | null;
  title: string | null;
  /** 文号 of a document. */
  number: string | null;
}

/** What a briefing is made from; the same input gives the same model. */
export interface BriefingInput {
  subject: BriefedSubject;
  /** Judged as of the end of this year. */
  year: number;
  /** In the order of their documents. */
  targets: readonly BriefedTarget[];
  /** ISO date printed on the briefing (2025-03-04); there is no clock in here. */
  generatedOn: string;
  /** True where the figures are made up: every page says so. */
  demo: boolean;
  /** True where figures are among them that have not been released: every page says 送审稿. */
  draft: boolean;
  /** The highest label of what is in it: printed in the place of 密级, and on every page. Absent: 公开. */
  label?: Label;
  lang: Lang;
  form: BriefingForm;
}

/** A target as a list item: its verdict in mark and word, and what is to be said. */
export interface BriefingItem {
  verdict: Verdict;
  word: string;
  indicator: string;
  text: string;
  departments: string | null;
}

/** A line of the table of targets; null where nothing is known. */
export interface TargetRow {
  indicator: string;
  demand: string;
  demandYear: string;
  value: string | null;
  /** Year, status and caveat of the value: 2024年 快报，截至9月. */
  valueNote: string | null;
  /** Numbers of the source notes of the value. */
  sources: number[];
  completion: string | null;
  bullet: BulletData;
  verdict: Verdict;
  word: string;
  departments: string;
  /** For the wide table: what it is measured from, the distance from target and path, the pace that is needed. */
  base: string | null;
  gap: string | null;
  pathGap: string | null;
  pace: string | null;
  /** For workbooks: numbers as numbers, in `unit`. */
  raw: {
    unit: string;
    value: number | null;
    year: number | null;
    goal: number | null;
    goalYear: number | null;
    completion: number | null;
  };
}

/** Rows under one heading: a clause, a document, a region. */
export interface RowGroup {
  heading: string;
  rows: TargetRow[];
}

/** A chart as data; it is drawn by packages/charts when the briefing is. `number` counts all charts through. */
export type BriefingChart = { number: number; caption: string; note: string | null } & (
  | { kind: 'verdicts'; counts: Partial<Record<Verdict, number>> }
  | { kind: 'completion'; rows: CompletionRow[] }
  | { kind: 'trajectory'; series: TrajectorySeries }
);

/** How many targets of each group have each verdict; the last row is the sum where there are several. */
export interface VerdictTable {
  caption: string;
  columns: string[];
  verdicts: Verdict[];
  rows: { heading: string; counts: number[]; total: number }[];
}

export interface SourceNote {
  number: number;
  /** Publisher, title and date as one line. */
  source: string;
  address: string | null;
  /** What was taken from it: 5G基站数：2024年（快报，截至9月）. */
  figures: string[];
}

/** One target group: what is said of it, its charts. */
export interface TargetGroup {
  heading: string;
  text: string;
  charts: BriefingChart[];
}

/** A part of the paper with its numbered heading. */
export type BriefingPart = { heading: string } & (
  | { kind: 'summary'; paragraphs: string[]; verdicts: VerdictTable | null; charts: BriefingChart[] }
  | { kind: 'items'; intro: string; items: BriefingItem[] }
  | { kind: 'groups'; groups: TargetGroup[] }
  | { kind: 'table'; caption: string; columns: string[]; wideColumns: string[]; groups: RowGroup[] }
  | { kind: 'missing'; items: BriefingItem[] }
  | { kind: 'notes'; notes: SourceNote[]; standing: string; method: string[] }
);

/** 简报: everything that is printed, as plain data; it can be kept as JSON and drawn again. */
export interface BriefingModel {
  /** Of this shape; a model of another version is not drawn. */
  version: 2;
  lang: Lang;
  form: BriefingForm['form'];
  landscape: boolean;
  /** 版头: 简报, its number, who issues it, of where or whom. */
  head: { word: string; number: string | null; issuer: string };
  /** As one line, and broken for the head of the first page. */
  title: string;
  titleLines: string[];
  subtitle: string;
  /** ISO date. */
  date: string;
  /** The date in words. */
  dateWords: string;
  /** Said on every page: of made-up figures, of figures not released. */
  notices: { demo: string | null; draft: string | null };
  /** 内部 or 敏感, as printed; null for 公开. Absent in what an earlier program kept. */
  label?: string | null;
  parts: BriefingPart[];
}

/** The part of a kind, if the briefing has it. */
export function partOf<Kind extends BriefingPart['kind']>(
  model: Pick<BriefingModel, 'parts'>,
  kind: Kind,
): Extract<BriefingPart, { kind: Kind }> | undefined {
  return model.parts.find((part): part is Extract<BriefingPart, { kind: Kind }> => part.kind === kind);
}
