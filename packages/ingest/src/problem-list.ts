import type { UploadProblem, UploadProblemCode } from '@dabiao/domain/problem';
import { cellAddress } from './grid.ts';

/** Problems of one code that are listed one by one; the rest is counted. */
const LISTED = 200;

/** Letters of a label that a message repeats. */
const QUOTED_LENGTH = 40;

/** A label as messages quote it: in 引号, on one line, not at any length. */
export function quote(label: string): string {
  const line = label.replace(/[\s\p{C}]+/gu, ' ');
  return `“${line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}…` : line}”`;
}

/** Where on a sheet a problem lies; without a row it is of the whole sheet, without a sheet of the whole file. */
export interface Place {
  sheet: string | null;
  row: number | null;
  column: number | null;
}

/** Gathers problems, each once, with its place in words before the message. */
export class ProblemList {
  readonly #seen = new Set<string>();
  readonly #byCode = new Map<string, UploadProblem[]>();
  readonly #unlisted = new Map<string, number>();

  /** Adds a problem unless the same is already said of this place. `text` ends in 。 and says what to do. */
  add(severity: UploadProblem['severity'], code: UploadProblemCode, place: Place, text: string): void {
    const cell = place.row === null || place.column === null ? null : cellAddress(place.row, place.column);
    const key = JSON.stringify([code, place.sheet, cell, text]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const kind = `${severity} ${code}`;
    const listed = this.#byCode.get(kind) ?? [];
    this.#byCode.set(kind, listed);
    if (listed.length >= LISTED) {
      this.#unlisted.set(kind, (this.#unlisted.get(kind) ?? 0) + 1);
      return;
    }
    const where = place.sheet === null ? '' : `工作表${quote(place.sheet)}${cell === null ? '' : ` ${cell}`}：`;
    const row = place.row === null ? null : place.row + 1;
    listed.push({ severity, code, message: `${where}${text}`, sheet: place.sheet, cell, row });
  }

  /** All problems: those of the whole file first, then sheet by sheet from top to bottom. */
  all(): UploadProblem[] {
    const problems = [...this.#byCode].flatMap(([kind, listed]) => {
      const more = this.#unlisted.get(kind);
      const [first] = listed;
      if (more === undefined || !first) return listed;
      const message = `另有 ${more} 处同类问题（${first.message}）未逐一列出；改正后请重新上传。`;
      return [...listed, { ...first, message, sheet: null, cell: null, row: null }];
    });
    const sheets = [null, ...new Set(problems.map(({ sheet }) => sheet))];
    const rank = ({ sheet, row, cell }: UploadProblem) => [sheets.indexOf(sheet), row ?? 0, cell?.length ?? 0] as const;
    return problems.sort((a, b) => {
      const [left, right] = [rank(a), rank(b)];
      return (
        left[0] - right[0] ||
        left[1] - right[1] ||
        left[2] - right[2] ||
        (a.cell ?? '').localeCompare(b.cell ?? '', 'en')
      );
    });
  }
}
