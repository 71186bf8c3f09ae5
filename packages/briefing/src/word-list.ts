import type { BriefedSubject } from './model.ts';

/** Fixed words and sentence patterns of the briefing in one language. */
export interface BriefingWords {
  /** 简报, over the number and the date. */
  briefing: string;
  /** The title in lines, and as one line. */
  title: (of: string, year: number) => string[];
  titleLine: (lines: readonly string[]) => string;
  /** What a briefing of no one thing is of. */
  picked: (count: number) => string;
  everything: string;
  /** Of whose targets the summary speaks. */
  whose: (subject: BriefedSubject, title: string) => string;
  subtitle: (year: number) => string;
  heading: (index: number, text: string) => string;
  summary: string;
  going: string;
  slipping: string;
  slippingIntro: (count: number) => string;
  goingIntro: (count: number) => string;
  taking: string;
  takingIntro: (count: number, left: number) => string;
  /** In 2 years, 3.5个百分点 a year more (or less). */
  needed: (year: number, demand: string, years: number, pace: string, fall: boolean, gap: string | null) => string;
  groups: string;
  groupHeading: (index: number, text: string) => string;
  groupText: (total: number, counts: string, worst: string) => string;
  groupWorst: (names: string) => string;
  table: string;
  missing: string;
  notes: string;
  columns: string[];
  wideColumns: string[];
  verdictTable: { caption: (year: number) => string; group: string; total: string; sum: string };
  tableCaption: (number: number, caption: string) => string;
  overview: (year: number, whose: string, total: number, counts: string) => string;
  count: (word: string, count: number, early: number) => string;
  achieved: (names: string, more: number) => string;
  worst: (count: number, list: string) => string;
  worstItem: (name: string, completion: string | null, gap: string | null) => string;
  noneSlipping: string;
  unknown: (count: number) => string;
  listed: string;
  listSeparator: string;
  verdictsCaption: (year: number) => string;
  completionCaption: string;
  completionNote: (left: number) => string;
  figure: (number: number, caption: string) => string;
  /** How many figures are of which status. */
  standing: (total: number, counts: string) => string;
  standingCount: (word: string, count: number) => string;
  sourcesNote: (numbers: readonly number[]) => string;
  marks: { hollow: string; square: string; triangle: string };
  year: (year: number) => string;
  departments: (names: string, more: number) => string;
  noDepartment: string;
  answers: (names: string) => string;
  noClause: string;
  wanted: (demand: string, year: number, reason: string) => string;
  quoted: (title: string) => string;
  method: string[];
  demoNotice: string;
  draftNotice: string;
}
