import type { StoredReading } from '@dabiao/store/readings';

/** Who decides on which reading. */
export interface ReadingDecider {
  reading: StoredReading;
  /** Id of a user. */
  by: string;
}
