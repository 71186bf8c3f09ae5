import type { ReadMeasure } from '@dabiao/reader/reading';
import type { NewMeasure } from '@dabiao/store/reading-candidates';

/** A policy measure as the reader found it, as a candidate to be decided on. */
export function toNewMeasure(
  { start, end, confidence, reasons, ...proposed }: ReadMeasure,
  origin: 'reader' | 'selection',
): NewMeasure {
  return { start, end, origin, cameFrom: [], confidence, reasons, proposed, restates: null };
}
