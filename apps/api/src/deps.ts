import type { Store } from '@dabiao/store/open';

/** What the application is composed from; tests and the bench give their own. */
export interface Deps {
  store: Store;
  /** Today's date in China, YYYY-MM-DD. */
  today: () => string;
  /** The time now, for releases that wait for theirs; absent for the machine's own clock. */
  clock?: () => Date;
  /** Folder of the built pages; null where only the API is served. */
  pagesDir: string | null;
  version: string;
}

/** Today's date where the governments are (Asia/Shanghai), YYYY-MM-DD. */
export const todayInChina = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** The time now as the store writes times: ISO 8601, UTC. */
export const momentNow = (deps: Pick<Deps, 'clock'>): string => (deps.clock?.() ?? new Date()).toISOString();

export const thisYear = (deps: Pick<Deps, 'today'>): number => Number(deps.today().slice(0, 4));

/** The year pages show unless asked for another: the latest one that is over. */
export const defaultYear = (deps: Pick<Deps, 'today'>): number => thisYear(deps) - 1;
