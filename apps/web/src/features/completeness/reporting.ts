import {
  type Completeness,
  REPORTING_STATES,
  type ReportingCell,
  type ReportingState,
} from '@dabiao/contract/completeness';
import { readRegion, readYear } from '../../ui/url-state.ts';

export type Counts = Completeness['counts'];
export type AskedState = ReportingState | 'overdue';
export const ASKED_STATES: readonly AskedState[] = [...REPORTING_STATES, 'overdue'];

/** An indicator or a region to choose. */
export interface Named {
  id: string;
  name: string;
}

export interface ReportingFilter {
  year: number | null;
  region: string | null;
  state: AskedState | null;
}

/** What is asked for, as the URL has it. */
export function readReportingFilter(params: URLSearchParams): ReportingFilter {
  return {
    year: readYear(params),
    region: readRegion(params),
    state: ASKED_STATES.find((state) => state === params.get('state')) ?? null,
  };
}

export const VIEWS = ['auto', 'matrix', 'list'] as const;
export type View = (typeof VIEWS)[number];

export const readView = (params: URLSearchParams): View => VIEWS.find((view) => view === params.get('view')) ?? 'auto';

/** Figures that are to be reported. */
export const requiredOf = (counts: Counts): number => REPORTING_STATES.reduce((all, state) => all + counts[state], 0);

/**
 * Which counts make the sentence and which the line below it: released is always said, then what is overdue, else what
 * is missing; of the rest what there is of it.
 */
export function saidParts(counts: Counts): { first: AskedState[]; rest: AskedState[] } {
  const worst: AskedState = counts.overdue > 0 ? 'overdue' : 'missing';
  const first: AskedState[] = counts[worst] > 0 ? ['released', worst] : ['released'];
  return { first, rest: ASKED_STATES.filter((state) => counts[state] > 0 && !first.includes(state)) };
}

export interface Matrix {
  regions: { code: string; name: string }[];
  rows: { indicator: string; name: string; unit: string; cells: (ReportingCell | null)[] }[];
}

/** Cells as indicators × regions, both in the order in which they come; null where a region needs no such figure. */
export function toMatrix(items: readonly ReportingCell[]): Matrix {
  const regions = new Map(items.map(({ region, regionName }) => [region, regionName]));
  const codes = [...regions.keys()];
  const rows = new Map<string, Matrix['rows'][number]>();
  for (const item of items) {
    const row = rows.get(item.indicator) ?? {
      indicator: item.indicator,
      name: item.indicatorName,
      unit: item.unit,
      cells: codes.map(() => null),
    };
    row.cells[codes.indexOf(item.region)] = item;
    rows.set(item.indicator, row);
  }
  return { regions: codes.map((code) => ({ code, name: regions.get(code) ?? code })), rows: [...rows.values()] };
}

/** A matrix of more columns or rows is no longer taken in at a glance. */
const MOST = { regions: 8, cells: 600 };

/** Whether cells are shown as a matrix where the reader leaves it to the page. */
export function suitsMatrix(items: readonly ReportingCell[], total: number): boolean {
  const regions = new Set(items.map(({ region }) => region)).size;
  return regions >= 2 && regions <= MOST.regions && total <= MOST.cells && items.length === total;
}
