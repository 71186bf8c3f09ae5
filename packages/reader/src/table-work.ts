import type { TargetDepartment } from '@dabiao/domain/target';
import { departmentsIn } from './departments.ts';
import { type Cell, DEPARTMENT_HEAD } from './table.ts';
import { findTimes } from './time.ts';

/** Columns of a table of works (重点任务 | 完成时限 | 责任单位), counted from the right: merged cells are lost on the left. */
export interface WorkColumns {
  width: number;
  due: number | null;
  departments: { fromRight: number; lead: boolean }[];
}

/** What the columns beside a work say: by when, and who answers for it. */
export interface RowFacts {
  year: number | null;
  departments: TargetDepartment[];
  /** The cells that say it, which are no sentences of their own. */
  cells: readonly Cell[];
}

const DUE_HEAD =
  /^(?:计划|预计|目标)?(?:完成|办结|建成)(?:时限|时间|期限|年限|年份)$|^(?:时间|进度)?(?:时限|节点|期限)$|^时间安排$/;

const bare = ({ text }: Cell): string => text.replace(/\s/g, '');

/** Reads a row as the head of a table of works; null where no column says by when or by whom. */
export function workHead(cells: readonly Cell[]): WorkColumns | null {
  const texts = cells.map(bare);
  const due = texts.findIndex((text) => DUE_HEAD.test(text));
  const departments = texts.flatMap((text, at) =>
    DEPARTMENT_HEAD.test(text) ? [{ fromRight: texts.length - at, lead: /牵头|主办|主责/.test(text) }] : [],
  );
  if (due < 0 && departments.length === 0) return null;
  return { width: texts.length, due: due < 0 ? null : texts.length - due, departments };
}

/** How many cells a row may have lost to those merged with the row above. */
const MOST_LOST = 2;

/** What a row under such a head says; null for a row of another table. */
export function rowFacts(cells: readonly Cell[], { width, due, departments }: WorkColumns): RowFacts | null {
  if (cells.length > width || cells.length < width - MOST_LOST || workHead(cells)) return null;
  const dueCell = due === null ? undefined : cells.at(-due);
  const year = dueCell ? (findTimes(dueCell.text, null).at(-1)?.years.at(-1) ?? null) : null;
  const bodies = departments.flatMap(({ fromRight, lead }) => {
    const cell = cells.at(-fromRight);
    return cell && cell.text !== '' ? [{ cell, named: departmentsIn(cell.text, lead) }] : [];
  });
  return {
    year,
    departments: bodies.flatMap(({ named }) => named),
    cells: [...(dueCell && year !== null ? [dueCell] : []), ...bodies.map(({ cell }) => cell)],
  };
}
