import { judgedYears } from '@dabiao/store/assessments';
import { type Deps, thisYear } from './deps.ts';

/** Years that may be asked for: those judged, up to this one. */
export const askableYears = async (deps: Deps): Promise<number[]> =>
  (await judgedYears(deps.store.read, thisYear(deps))).filter((year) => year <= thisYear(deps));
