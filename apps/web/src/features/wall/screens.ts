import type { DocumentSummary } from '@dabiao/contract/document';
import type { TargetRow } from '@dabiao/contract/target';
import { attentionOrder } from '@dabiao/domain/overview';
import { ATTENTION } from '@dabiao/domain/verdict';
import type { WallFacts } from './facts.ts';

/** Targets due in one year. */
export interface DueYear {
  year: number;
  rows: TargetRow[];
}

/** One message. `key` stands in the URL. */
export type Screen =
  | { key: string; kind: 'stand' }
  | { key: string; kind: 'documents'; documents: DocumentSummary[]; first: boolean }
  | { key: string; kind: 'slip'; row: TargetRow; rank: number; of: number }
  | { key: string; kind: 'calm' }
  | { key: string; kind: 'achieved'; rows: TargetRow[]; news: number; early: number }
  | { key: string; kind: 'due'; years: DueYear[] };

/** As many documents as can be read on one screen. */
const DOCUMENTS = 6;
/** As many slipping targets as are shown one by one; the rest are counted. */
const SLIPS = 8;
const DUE_YEARS = 4;

/** How many of a document's targets need attention. */
export function attentionIn({ counts }: Pick<DocumentSummary, 'counts'>): number {
  return counts.filter(({ verdict }) => ATTENTION.includes(verdict)).reduce((sum, { count }) => sum + count, 0);
}

function documentScreens(documents: readonly DocumentSummary[]): Screen[] {
  const shown = documents
    .filter(({ total }) => total > 0)
    .sort((a, b) => attentionIn(b) - attentionIn(a) || b.total - a.total);
  // One document alone is what the first screen says already.
  if (shown.length < 2) return [];
  const pages = Math.ceil(shown.length / DOCUMENTS);
  // Pages of equal length: never one document left alone on the last.
  const each = Math.ceil(shown.length / pages);
  return Array.from({ length: pages }, (_, page) => ({
    key: page === 0 ? 'documents' : `documents-${page + 1}`,
    kind: 'documents' as const,
    documents: shown.slice(page * each, (page + 1) * each),
    first: page === 0,
  }));
}

function slipScreens(rows: readonly TargetRow[]): Screen[] {
  const slipping = attentionOrder(rows, ({ assessment }) => assessment);
  if (slipping.length === 0) return [{ key: 'calm', kind: 'calm' }];
  return slipping.slice(0, SLIPS).map((row, index) => ({
    key: `target-${row.id}`,
    kind: 'slip',
    row,
    rank: index + 1,
    of: slipping.length,
  }));
}

const isNew = ({ history, assessment }: TargetRow): boolean =>
  history.some(({ year, verdict }) => year === assessment.asOf - 1 && verdict !== 'achieved');

function achievedScreens(rows: readonly TargetRow[]): Screen[] {
  const achieved = rows.filter(({ assessment }) => assessment.verdict === 'achieved');
  if (achieved.length === 0) return [];
  const weight = (row: TargetRow) => (isNew(row) ? 2 : 0) + (row.assessment.early ? 1 : 0);
  return [
    {
      key: 'achieved',
      kind: 'achieved',
      rows: achieved.sort((a, b) => weight(b) - weight(a)),
      news: achieved.filter(isNew).length,
      early: achieved.filter(({ assessment }) => assessment.early).length,
    },
  ];
}

function dueScreens(rows: readonly TargetRow[], asOf: number): Screen[] {
  const byYear = new Map<number, TargetRow[]>();
  for (const row of rows) {
    const ahead = new Set(row.milestones.flatMap(({ year }) => (year !== null && year > asOf ? [year] : [])));
    for (const year of ahead) byYear.set(year, [...(byYear.get(year) ?? []), row]);
  }
  const years = [...byYear].map(([year, due]) => ({ year, rows: due })).sort((a, b) => a.year - b.year);
  return years.length === 0 ? [] : [{ key: 'due', kind: 'due', years: years.slice(0, DUE_YEARS) }];
}

/** The screens in their order: how we stand, each document, what slips, what was achieved, what is due. */
export function toScreens({ rows, documents, year }: WallFacts): Screen[] {
  const stand: Screen = { key: 'stand', kind: 'stand' };
  if (rows.length === 0) return [stand];
  return [
    stand,
    ...documentScreens(documents),
    ...slipScreens(rows),
    ...achievedScreens(rows),
    ...dueScreens(rows, year),
  ];
}

/**
 * Place of the screen that the URL names. One that is no longer there (its target was met meanwhile) gives the first of
 * its kind, so that the wall goes on near where it was; anything else the first screen.
 */
export function placeOf(key: string | null, screens: readonly Screen[]): number {
  const exact = screens.findIndex((screen) => screen.key === key);
  if (exact >= 0) return exact;
  const kind = key?.startsWith('target-') ? ['slip', 'calm'] : key?.startsWith('documents') ? ['documents'] : [];
  return Math.max(
    0,
    screens.findIndex((screen) => kind.includes(screen.kind)),
  );
}
