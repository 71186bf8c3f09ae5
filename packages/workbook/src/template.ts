import type { Figure } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Region } from '@dabiao/domain/region';

/** What is shown of a published figure, in its indicator's unit. */
export type TemplateFigure = Pick<Figure, 'value' | 'decimals' | 'status' | 'caveats'>;

/** One indicator that is asked for. */
export interface TemplateRow {
  indicator: Indicator;
  /** Published for the year before, and for the year itself; null where there is nothing. */
  lastYear: TemplateFigure | null;
  thisYear: TemplateFigure | null;
  /** Titles of the documents that want it; it stands under the first. */
  documents: readonly string[];
}

/** What a workbook to fill in is made of. */
export interface Template {
  /** The name must say which region is meant to whoever reads the workbook back: 济南市市中区, where there are two. */
  region: Pick<Region, 'code' | 'name'>;
  year: number;
  rows: readonly TemplateRow[];
  /** Date of what is shown as published, YYYY-MM-DD. */
  asOf: string;
  /** The figures shown are made up: the sheet says so. */
  demo: boolean;
}
