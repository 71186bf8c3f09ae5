import { type Deps, defaultYear } from './deps.ts';
import { Problem } from './problem.ts';

/** As of which year targets are judged, and with the figures known when (ISO 8601 UTC; absent: now). */
export interface AsOf {
  year: number;
  knownAt?: string;
}

/** A moment as asked for (2024, 2024-09-22, …T08:00:00+08:00) as the store writes times. */
export function moment(text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Problem('query_invalid', null, [{ field: 'known_at', message: 'ISO 8601' }]);
  return new Date(time).toISOString();
}

/** What `?year=&known_at=` ask for; without a year, the one that pages show. */
export function readAsOf(query: { year?: number; known_at?: string }, deps: Pick<Deps, 'today'>): AsOf {
  const year = query.year ?? defaultYear(deps);
  return query.known_at === undefined ? { year } : { year, knownAt: moment(query.known_at) };
}
