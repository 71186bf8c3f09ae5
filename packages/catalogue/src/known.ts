import type { Indicator } from '@dabiao/domain/indicator';
/** What a document may refer to; null where the file that says so could not be read itself. */
export interface Known {
  regions: ReadonlySet<string> | null;
  indicators: ReadonlyMap<string, Indicator> | null;
}
