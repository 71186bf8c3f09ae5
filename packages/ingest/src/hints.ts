import type { Corrections, ShapeCorrections } from '@dabiao/domain/corrections';
import type { FigureStatus } from '@dabiao/domain/figure';

/** Encodings a person may name for a CSV file that shows the wrong characters. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What the person handing in says of the whole file, and what was said of files like it before. */
export interface Hints {
  /** Region code, where the file is silent. */
  region?: string;
  /** Where the file is silent. */
  year?: number;
  /** Where the file is silent. */
  status?: FigureStatus;
  /** Of a CSV file; without it the encoding is told by the bytes. */
  encoding?: Encoding;
  /** How this file is to be read. */
  corrections?: Corrections;
  /** Kept corrections of earlier files: those of the same shape are used, or of nearly the same. */
  remembered?: readonly ShapeCorrections[];
}
