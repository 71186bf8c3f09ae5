import type { BriefingModel } from './model.ts';
import type { PdfStandard } from './typesetter.ts';

/** What the drawing process is asked for. */
export interface DrawingJob {
  model: BriefingModel;
  /** `picture`: all pages as one SVG; `docx`: the same content for a word processor. */
  kind: 'pdf' | 'picture' | 'docx';
  standard?: PdfStandard;
  /** Folder with further fonts (仿宋_GB2312, 小标宋); they are used before the own ones where the names are known. */
  fontsDir: string | null;
}

/** A drawn briefing; the pages of a DOCX are the word processor's affair. */
export interface Drawing {
  bytes: Uint8Array;
  pages: number | null;
}

/** What the drawing process answers, to one job at a time. */
export type DrawingAnswer = { drawing: Drawing } | { complaint: string };
