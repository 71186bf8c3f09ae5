import type { TargetRow } from '@dabiao/contract/target';
import { foldText } from '@dabiao/domain/fold-text';
import { isCounted, TARGET_KINDS, type TargetKind } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';
import { readRegion, readText, readVerdict } from '../../ui/url-state.ts';

/** Which targets a list shows; null does not narrow. */
export interface ListFilter {
  verdict: Verdict | null;
  document: string | null;
  /** A region and those below it. */
  region: string | null;
  department: string | null;
  kind: TargetKind | null;
  /** Year a milestone falls due. */
  due: number | null;
}

/** The filter that an address asks for. */
export function readListFilter(params: URLSearchParams): ListFilter {
  const due = params.get('due') ?? '';
  return {
    verdict: readVerdict(params),
    document: readText(params, 'document'),
    region: readRegion(params),
    department: readText(params, 'department'),
    kind: TARGET_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    due: /^\d{4}$/.test(due) ? Number(due) : null,
  };
}

/** The digits that a region shares with all regions below it: 371300 → 3713 (GB/T 2260: two for each level). */
const sharedDigits = (code: string): string => code.replace(/(?:00)+$/, '');

/** The rows that pass. */
export function filterRows(rows: readonly TargetRow[], filter: ListFilter): TargetRow[] {
  const digits = filter.region === null ? '' : sharedDigits(filter.region);
  return rows.filter(
    ({ assessment, document, region, departments, kind, milestones }) =>
      (filter.verdict === null || assessment.verdict === filter.verdict) &&
      (filter.document === null || document.id === filter.document) &&
      region.code.startsWith(digits) &&
      (filter.department === null || departments.some(({ name }) => name === filter.department)) &&
      (filter.kind === null || kind === filter.kind) &&
      (filter.due === null || milestones.some(({ year }) => year === filter.due)),
  );
}

/** Stands in no text. */
const NOWHERE = '\u0000';

const folded = new WeakMap<TargetRow, string>();

/** What a reader sees of a row in words, folded, kept while the row is. */
function seenIn(row: TargetRow): string {
  const known = folded.get(row);
  if (known !== undefined) return known;
  const { indicator, region, document, quote, clause, departments } = row;
  const names = [indicator.name, indicator.nameEn ?? '', region.name, document.shortTitle];
  const seen = foldText([...names, quote, ...clause, ...departments.map(({ name }) => name)].join('\n'));
  folded.set(row, seen);
  return seen;
}

/** Makes rows ready to be searched while there is time. @returns how many of them are ready, from the first on */
export function prepareSearch(rows: readonly TargetRow[], from: number, hasTime: () => boolean): number {
  let at = from;
  // Looked through once: only then does the engine lay a joined text out flat.
  for (; at < rows.length && hasTime(); at += 1) seenIn(rows[at] as TargetRow).includes(NOWHERE);
  return at;
}

/**
 * The rows in which every word of `text` stands, and those that the server found for it by pinyin or another name.
 * @param found ids from the server; null while they are not known
 */
export function searchRows(
  rows: readonly TargetRow[],
  text: string,
  found: ReadonlySet<string> | null,
): readonly TargetRow[] {
  const words = foldText(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const seen = seenIn(row);
    return words.every((word) => seen.includes(word)) || (found?.has(row.id) ?? false);
  });
}

/** Targets by verdict; those that say another again are not counted. */
export function countByVerdict(rows: readonly TargetRow[]): { verdict: Verdict; count: number }[] {
  const counts = new Map<Verdict, number>();
  for (const { assessment } of rows.filter(isCounted)) {
    counts.set(assessment.verdict, (counts.get(assessment.verdict) ?? 0) + 1);
  }
  return [...counts].map(([verdict, count]) => ({ verdict, count }));
}

/** What can be chosen in a list of these rows: only what occurs. */
export function choicesOf(rows: readonly TargetRow[]) {
  const documents = new Map(rows.map(({ document }) => [document.id, document.shortTitle]));
  const regions = new Map(rows.map(({ region }) => [region.code, region.name]));
  const departments = new Set(rows.flatMap((row) => row.departments.map(({ name }) => name)));
  const dues = new Set(rows.flatMap(({ milestones }) => milestones.map(({ year }) => year)));
  const verdicts = new Set(rows.map(({ assessment }) => assessment.verdict));
  const kinds = new Set(rows.map(({ kind }) => kind));
  return {
    documents: [...documents],
    regions: [...regions].sort(([a], [b]) => a.localeCompare(b)),
    departments: [...departments].sort((a, b) => a.localeCompare(b, 'zh')),
    dues: [...dues].filter((due) => due !== null).sort((a, b) => a - b),
    verdicts,
    kinds,
  };
}
