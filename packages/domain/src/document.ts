import type { Label } from './label.ts';
import type { ScheduleCuts } from './target.ts';

/** 文件: an issued policy text. Null where the text does not say. */
export interface PolicyDocument {
  /** Short name, as in the URL: linyi, jinan. */
  id: string;
  title: string;
  shortTitle: string;
  number: string | null;
  issuer: string | null;
  region: string;
  issuedOn: string | null;
  effectiveFrom: string | null;
  validTo: string | null;
  /** First and last year of the demands. */
  period: { from: number; to: number };
  draft: boolean;
  notes: string | null;
  /** Cuts of 序时进度 for all its targets; null: the defaults. */
  scheduleCuts: ScheduleCuts | null;
  /** Who may read it; absent: anyone. Given in the system, not in the catalogue's files. */
  label?: Label;
}

/** 条款: one heading of a document, with its place in the outline. */
export interface Clause {
  document: string;
  /** Heading path, outermost first, the clause's own heading last. */
  path: string[];
  position: number;
}

/** The path as one line: 三、重点任务 / (七)数字赋能. */
export function clauseLine(path: readonly string[]): string {
  return path.join(' / ');
}
