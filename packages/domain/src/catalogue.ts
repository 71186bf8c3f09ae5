import type { PolicyDocument } from './document.ts';
import type { Figure, FigureSource } from './figure.ts';
import type { Indicator } from './indicator.ts';
import type { Measure } from './measure.ts';
import type { Region } from './region.ts';
import type { Target } from './target.ts';

export interface PublishedFigure extends Figure {
  source: FigureSource;
  quote: string | null;
}

/** Everything `seeds/` says, checked, ready for the store. */
export interface Catalogue {
  regions: Region[];
  indicators: Indicator[];
  documents: PolicyDocument[];
  /** Outline of each document in order of the text; every target's clause is among them. */
  clauses: { document: string; path: string[]; position: number }[];
  targets: Target[];
  /** Policy measures, document by document in the order of the text. */
  measures: Measure[];
  figures: PublishedFigure[];
}
