import type { ColumnUse } from '@dabiao/domain/column-use';
import type { MergedCells } from './merged-cells.ts';
import type { TableFrame } from './table-frame.ts';

/** Rows of a table that may have names beside the first row of a group only; longer ones are written out. */
const MAX_ROWS = 5_000;

/** What stands beside each name of the outer column: 2021 罗庄区 / 兰山区, 2022 罗庄区 / 兰山区. */
function innerNames(
  merged: MergedCells,
  body: TableFrame['body'],
  outer: number,
  inner: number,
): { groups: string[]; hasBlank: boolean } {
  const groups: string[][] = [];
  let hasBlank = false;
  for (let row = body.first; row <= body.last; row += 1) {
    const [name, own] = [merged.textAt(row, outer), merged.textAt(row, inner)];
    if (own === '') continue;
    if (name !== '') groups.push([own]);
    else groups.at(-1)?.push(own);
    hasBlank ||= name === '';
  }
  return { groups: groups.map((group) => group.join('\n')), hasBlank };
}

/**
 * The label columns whose blank cells go by the name above: where the names beside them repeat group by group, and only
 * there. A blank beside anything else is missing.
 */
export function groupedColumns(
  merged: MergedCells,
  body: TableFrame['body'],
  uses: readonly ColumnUse[],
): ReadonlySet<number> {
  const labels = uses.flatMap((use, column) =>
    use === 'region' || use === 'indicator' || use === 'year' ? [column] : [],
  );
  const [outer, inner] = labels;
  if (outer === undefined || inner === undefined || body.last - body.first > MAX_ROWS) return new Set();
  const { groups, hasBlank } = innerNames(merged, body, outer, inner);
  const repeats = groups.length >= 2 && groups.every((group) => group === groups[0] && group.includes('\n'));
  return new Set(hasBlank && repeats ? [outer] : []);
}
