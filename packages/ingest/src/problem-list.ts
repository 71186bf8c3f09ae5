import {
  PROBLEMS_LISTED,
  type UploadProblem,
  type UploadProblemCode,
  unlistedProblems,
  uploadProblem,
} from '@dabiao/domain/problem';
import type { Wording } from '@dabiao/domain/wording';
import { cellAddress } from './grid.ts';

/** Letters of a label that a message repeats. */
const QUOTED_LENGTH = 40;

/** A label as messages quote it: in 引号, on one line, not at any length. */
export function quote(label: string): string {
  const line = label.replace(/[\s\p{C}]+/gu, ' ');
  return `“${line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}…` : line}”`;
}

/** A message with the place in front of it; as it is where it is of the whole file. */
function placed(sheet: string | null, cell: string | null, { zh, en }: Wording): Wording {
  if (sheet === null) return { zh, en };
  const name = quote(sheet);
  return cell === null
    ? { zh: `工作表${name}：${zh}`, en: `Sheet ${name}: ${en}` }
    : { zh: `工作表${name} ${cell}：${zh}`, en: `Sheet ${name}, cell ${cell}: ${en}` };
}

/** Where on a sheet a problem lies; without a row it is of the whole sheet, without a sheet of the whole file. */
export interface Place {
  sheet: string | null;
  row: number | null;
  column: number | null;
}

/**
 * Gathers problems, each once, with its place in words before the message. Those beyond the limit of their code are
 * counted as they come, not kept: a hostile file may have a million.
 */
export class ProblemList {
  readonly #seen = new Set<string>();
  readonly #byCode = new Map<string, UploadProblem[]>();
  readonly #unlisted = new Map<string, number>();

  /** Whether further problems of this kind are only counted. */
  isFull(severity: UploadProblem['severity'], code: UploadProblemCode): boolean {
    return (this.#byCode.get(`${severity} ${code}`)?.length ?? 0) >= PROBLEMS_LISTED;
  }

  /** Adds a problem unless the same is already said of this place. The sentence is whole and says what to do. */
  add(
    severity: UploadProblem['severity'],
    code: UploadProblemCode,
    place: Place,
    said: Wording,
    suggestions: UploadProblem['suggestions'] = [],
  ): void {
    const cell = place.row === null || place.column === null ? null : cellAddress(place.row, place.column);
    const key = `${code}\n${place.sheet}\n${cell}\n${said.zh}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const kind = `${severity} ${code}`;
    const listed = this.#byCode.get(kind) ?? [];
    this.#byCode.set(kind, listed);
    if (listed.length >= PROBLEMS_LISTED) {
      this.#unlisted.set(kind, (this.#unlisted.get(kind) ?? 0) + 1);
      return;
    }
    const at = { sheet: place.sheet, cell, row: place.row === null ? null : place.row + 1 };
    const problem = uploadProblem({ severity, code }, placed(place.sheet, cell, said), at);
    listed.push(suggestions.length === 0 ? problem : { ...problem, suggestions });
  }

  /** All problems: those of the whole file first, then sheet by sheet from top to bottom. */
  all(): UploadProblem[] {
    const problems = [...this.#byCode].flatMap(([kind, listed]) => {
      const more = this.#unlisted.get(kind);
      const [first] = listed;
      return more === undefined || !first ? listed : [...listed, unlistedProblems(first, more)];
    });
    const sheets = new Map([null, ...new Set(problems.map(({ sheet }) => sheet))].map((sheet, rank) => [sheet, rank]));
    const rank = ({ sheet, row, cell }: UploadProblem) =>
      [sheet === null ? 0 : (sheets.get(sheet) ?? 0), row ?? 0, cell?.length ?? 0] as const;
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
