/** A row of a table as texts. */
type Row<T extends { text: string }> = readonly T[];

const YEAR_CELL = /^“?20\d{2}年?(?:底|末|度)?(?:（[^（）]{1,8}）|目标值?|规划|预期|基期|现状|实际|完成)?$/;
const UNIT_CELL = /^(?:计量)?单位$/;
/** What stands over a column of years, or nothing. */
const CORNER = /^(?:年份|年度|时间|期限|年|目标年|阶段|指标|项目|主要指标)?$/;

const bare = ({ text }: { text: string }): string => text.replace(/\s/g, '');

/** Whether a row may stand over years that run down the side: a corner and names, no number and no year. */
export const isTop = (row: Row<{ text: string }>): boolean =>
  row.length >= 3 &&
  CORNER.test(bare(row[0] ?? { text: '-' })) &&
  row.slice(1).every((one) => /^\D{2,}/.test(bare(one)));

/**
 * Turns a table whose years run down the side, so that every indicator has a row and every year a column: what a
 * table says does not hang on which way it lies.
 * @returns the table turned, its head first, and how many rows it took; null where `rows` begins no such table
 */
export function turned<T extends { text: string }>(rows: readonly Row<T>[]): { rows: T[][]; taken: number } | null {
  const [top] = rows;
  if (!top || !isTop(top)) return null;
  const isBody = (row: Row<T> | undefined): row is Row<T> =>
    row !== undefined &&
    row.length === top.length &&
    row[0] !== undefined &&
    (YEAR_CELL.test(bare(row[0])) || UNIT_CELL.test(bare(row[0])));
  let taken = 1;
  while (isBody(rows[taken])) taken += 1;
  const body = rows.slice(1, taken).filter(isBody);
  if (body.filter((row) => row[0] && YEAR_CELL.test(bare(row[0]))).length < 2) return null;
  const turnedRows = top.map((cell, at) => [
    at === 0 ? { ...cell, text: '指标' } : cell,
    ...body.map((row) => row[at] as T),
  ]);
  return { rows: turnedRows, taken };
}
