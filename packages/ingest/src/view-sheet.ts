import { type SheetView, VIEW_COLUMNS, VIEW_ROWS } from '@dabiao/domain/sheet-view';
import type { ChosenCorrections } from './choose-corrections.ts';
import type { FoundTable } from './find-tables.ts';
import { type GridCell, type Sheet, sheetWidth, trimText } from './grid.ts';
import type { LabelReading } from './read-labels.ts';
import type { SheetShape } from './sheet-shape.ts';
import { clip, ViewMarks } from './view-marks.ts';
import { markTable, viewTable } from './view-table.ts';

/** Cells shown of one file; a workbook of a thousand sheets is listed, not drawn. */
const MAX_SHOWN_CELLS = 100_000;
const MAX_SHOWN_TEXT = 200;

/** A cell as the sheet shows it: 38.0%, 1863.50. */
function shownText(cell: GridCell | undefined): string {
  if (!cell) return '';
  const text = trimText(cell.text);
  if (cell.number === null) return text.length > MAX_SHOWN_TEXT ? `${text.slice(0, MAX_SHOWN_TEXT)}…` : text;
  if (cell.percent) return `${(cell.number * 100).toFixed(Math.min(cell.shownDecimals, 15))}%`;
  return cell.shownDecimals > 0 ? cell.number.toFixed(Math.min(cell.shownDecimals, 15)) : text;
}

function shownCells(sheet: Sheet): string[][] {
  return sheet.rows.slice(0, VIEW_ROWS).map((row) => {
    const texts = Array.from({ length: Math.min(row?.length ?? 0, VIEW_COLUMNS) }, (_, column) =>
      shownText(row?.[column]),
    );
    while (texts.at(-1) === '') texts.pop();
    return texts;
  });
}

/** Draws the sheets of a file: their cells, what was understood of them, and with which corrections. */
export function viewSheets(
  sheets: readonly {
    sheet: Sheet;
    shape: SheetShape;
    chosen: ChosenCorrections | null;
    tables: { table: FoundTable; reading: LabelReading }[];
  }[],
): SheetView[] {
  let left = MAX_SHOWN_CELLS;
  return sheets.map(({ sheet, shape, chosen, tables }) => {
    const cells = left > 0 ? shownCells(sheet) : [];
    left -= cells.reduce((count, row) => count + row.length, 0);
    const marks = new ViewMarks();
    if (cells.length > 0) {
      for (const [place, { table, reading }] of tables.entries()) markTable(marks, table, reading, place);
    }
    return {
      sheet: sheet.name,
      hidden: sheet.hidden,
      shape: shape.key,
      names: shape.names,
      rows: sheet.rows.length,
      columns: sheetWidth(sheet),
      cells,
      merges: cells.length === 0 ? [] : sheet.merges.flatMap((merge) => clip(merge) ?? []),
      marks: marks.marks,
      tables: tables.map(({ table, reading }) => viewTable(table, reading)),
      corrections: chosen && { from: chosen.from, used: chosen.said.shape },
    };
  });
}
