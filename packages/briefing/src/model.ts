import type { BulletData } from '@dabiao/charts/bullet';
import type { CompletionRow } from '@dabiao/charts/completion-chart';
import type { TrajectorySeries } from '@dabiao/charts/trajectory-series';
import type { Assessment } from '@dabiao/domain/assessment';
import type { PolicyDocument } from '@dabiao/domain/document';
import type { Figure, FigureSource } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Lang } from '@dabiao/domain/number-text';
import type { Target } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';

/** A target with all that a briefing says of it. */
export interface BriefedTarget {
  target: Target;
  indicator: Indicator;
  assessment: Assessment;
  /** Latest version of each year's figure, with its source; years after the as-of year are ignored. */
  figures: readonly (Figure & { source: FigureSource })[];
  /** Verdicts of the years up to the as-of year. */
  history: readonly { year: number; verdict: Verdict }[];
}

/** What a briefing is made from; the same input gives the same model. */
export interface BriefingInput {
  document: PolicyDocument;
  /** Name of the region the document is of. */
  region: string;
  /** Judged as of the end of this year. */
  year: number;
  /** In the order of the document. */
  targets: readonly BriefedTarget[];
  /** ISO date printed on the briefing (2025-03-04); there is no clock in here. */
  generatedOn: string;
  /** True where the figures are made up: every page says so. */
  demo: boolean;
  lang: Lang;
}

/** A target as a list item: its verdict in mark and word, and what is to be said. */
export interface BriefingItem {
  verdict: Verdict;
  word: string;
  indicator: string;
  text: string;
  departments: string | null;
}

export interface BriefingSection {
  heading: string;
  items: BriefingItem[];
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
}

/** Rows under one heading of the document. */
export interface RowGroup {
  heading: string;
  rows: TargetRow[];
}

/** A chart as data; it is drawn by packages/charts when the briefing is. */
export type BriefingChart = { caption: string; note: string | null } & (
  | { kind: 'verdicts'; counts: Partial<Record<Verdict, number>> }
  | { kind: 'completion'; rows: CompletionRow[] }
  | { kind: 'trajectory'; series: TrajectorySeries }
);

export interface SourceNote {
  number: number;
  /** Publisher, title and date as one line. */
  source: string;
  address: string | null;
  /** What was taken from it: 5G基站数：2024年（快报，截至9月）. */
  figures: string[];
}

/** 简报: everything that is printed, as plain data; it can be kept as JSON and drawn again. */
export interface BriefingModel {
  lang: Lang;
  demo: boolean;
  /** As one line, and broken for the head of the first page. */
  title: string;
  titleLines: string[];
  subtitle: string;
  /** ISO date. */
  date: string;
  /** The date in words. */
  dateWords: string;
  region: string;
  /** Headings of the parts, in order; fixed words of the layout. */
  headings: { summary: string; charts: string; table: string; missing: string; notes: string };
  columns: string[];
  summary: string[];
  sections: BriefingSection[];
  /** The first two show the whole, the others one target each. */
  overviewCharts: BriefingChart[];
  targetCharts: BriefingChart[];
  table: RowGroup[];
  missing: BriefingItem[];
  notes: SourceNote[];
  method: string[];
  /** Said on every page of a briefing of made-up figures. */
  demoNotice: string;
}
