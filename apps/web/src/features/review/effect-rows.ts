import type { Submission, SubmittedFigure } from '@dabiao/contract/submission';
import type { SubmissionEffects } from '@dabiao/contract/submission-effects';
import { subtract } from '@dabiao/domain/decimal';

/** A figure before and after. */
export type EffectRow = SubmissionEffects['figures']['items'][number];
export type Change = EffectRow['change'];
export type Problem = Submission['problems'][number];

/** What wants looking at first, as the server sends them. */
export const CHANGES: readonly Change[] = ['changed', 'withdrawn', 'status', 'new', 'unchanged'];

/** From which change on a row is marked: a tenth of the published value, of percentages three points. */
export const LARGE = { relative: 0.1, points: 3 };

/** Whether a published value is changed by so much that it wants a second look. */
export function isLarge({ relative, difference, differenceUnit, change }: EffectRow): boolean {
  if (change === 'withdrawn') return true;
  if (relative !== null) return Math.abs(relative) >= LARGE.relative;
  if (difference === null || difference === 0) return false;
  // From 0 to anything has no share.
  return differenceUnit === '个百分点' ? Math.abs(difference) >= LARGE.points : true;
}

/** Whether what must be said beside the published value (a lower bound, part of a year) is no longer said. */
export const losesCaveats = ({ before, after }: EffectRow): boolean =>
  after !== null && (before?.caveats ?? []).some((caveat) => !after.caveats.includes(caveat));

function changeOf({ withdrawn, value, status, earlier }: SubmittedFigure): Change {
  if (withdrawn) return 'withdrawn';
  if (!earlier) return 'new';
  if (earlier.value !== value) return 'changed';
  return earlier.status === status ? 'unchanged' : 'status';
}

/** A figure of a submission that is over, compared with what was published when it was read. */
export function toEffectRow(figure: SubmittedFigure): EffectRow {
  const { earlier, unit, withdrawn, value, decimals, status } = figure;
  const difference = earlier && !withdrawn ? subtract(value, earlier.value) : null;
  const share = difference === null || !earlier || earlier.value === 0 || unit === '%';
  return {
    id: figure.id,
    change: changeOf(figure),
    indicator: figure.indicator,
    indicatorName: figure.indicatorName,
    region: figure.region,
    regionName: figure.regionName,
    year: figure.year,
    unit,
    before: earlier && { ...earlier, caveats: [] },
    after: withdrawn ? null : { value, decimals, status, caveats: [] },
    difference,
    differenceUnit: unit === '%' ? '个百分点' : unit,
    relative: share ? null : difference / Math.abs(earlier.value),
    movedOn: false,
    sheet: figure.sheet,
    cell: figure.cell,
    row: figure.row,
  };
}

const placeKey = (sheet: string | null, cell: string | null): string => JSON.stringify([sheet, cell]);

/** Finds what has to be said of a row's cell. */
export function problemsByPlace(problems: readonly Problem[]): (row: EffectRow) => readonly Problem[] {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = placeKey(problem.sheet, problem.cell);
    found.set(key, [...(found.get(key) ?? []), problem]);
  }
  return ({ sheet, cell }) => found.get(placeKey(sheet, cell)) ?? [];
}

export const SORTS = ['effect', 'indicator', 'region', 'year', 'difference', 'place'] as const;
export type Sort = (typeof SORTS)[number];

export interface RowFilter {
  change: Change | null;
  /** Only rows that want a second look: large changes, and those with a warning. */
  marked: boolean;
  q: string | null;
  sort: Sort;
  down: boolean;
}

/** The filter as the URL has it: `sort=-difference` is from large to small. */
export function readRowFilter(params: URLSearchParams): RowFilter {
  const sort = params.get('sort') ?? '';
  return {
    change: CHANGES.find((change) => change === params.get('change')) ?? null,
    marked: params.get('marked') === '1',
    q: params.get('find')?.trim() || null,
    sort: SORTS.find((name) => name === sort.replace(/^-/, '')) ?? 'effect',
    down: sort.startsWith('-'),
  };
}

/** The size of a change for sorting: its share, of percentages the points as if of a hundred; −1 where there is none. */
function sizeOf({ relative, difference, differenceUnit, change }: EffectRow): number {
  if (change === 'withdrawn') return Number.POSITIVE_INFINITY;
  if (relative !== null) return Math.abs(relative);
  if (difference === null) return -1;
  if (differenceUnit === '个百分点') return Math.abs(difference) / 100;
  return difference === 0 ? 0 : Number.POSITIVE_INFINITY;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Cells in reading order: B2 before A10, of one row from left to right. */
function comparePlaces(a: EffectRow, b: EffectRow): number {
  const sheets = a.sheet.localeCompare(b.sheet, 'zh');
  return sheets || a.row - b.row || a.cell.length - b.cell.length || compareText(a.cell, b.cell);
}

const COMPARE: Record<Sort, (a: EffectRow, b: EffectRow) => number> = {
  effect: () => 0,
  indicator: (a, b) => a.indicatorName.localeCompare(b.indicatorName, 'zh'),
  region: (a, b) => a.region.localeCompare(b.region),
  year: (a, b) => a.year - b.year,
  difference: (a, b) => {
    const [left, right] = [sizeOf(a), sizeOf(b)];
    return left === right ? 0 : left - right;
  },
  place: comparePlaces,
};

/** The rows asked for, in the order asked for; equal ones stay as they came. */
export function siftRows(
  rows: readonly EffectRow[],
  filter: RowFilter,
  problemsOf: (row: EffectRow) => readonly Problem[],
): EffectRow[] {
  const { change, marked, q, sort, down } = filter;
  const asked = rows.filter((row) => {
    if (change !== null && row.change !== change) return false;
    if (
      marked &&
      !isLarge(row) &&
      !losesCaveats(row) &&
      !row.movedOn &&
      !problemsOf(row).some(({ needsReason }) => needsReason)
    )
      return false;
    const words = `${row.indicatorName} ${row.regionName} ${row.year} ${row.sheet}!${row.cell}`.toLowerCase();
    return q === null || words.includes(q.toLowerCase());
  });
  const sign = down ? -1 : 1;
  return asked.sort((a, b) => sign * COMPARE[sort](a, b));
}
