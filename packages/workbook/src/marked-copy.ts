import type { UploadProblem } from '@dabiao/domain/problem';
import type { Cell, Row } from 'exceljs';
import { fill, TINT } from './colours.ts';
import { COPY_WORDS, type CopyLang } from './marked-words.ts';
import { type Merge, mergedCells } from './merged-cells.ts';
import { addNote } from './note.ts';
import { type CellMark, marksOf } from './problem-marks.ts';
import { writeProblemSheet } from './problem-sheet.ts';
import { sheetNames } from './sheet-name.ts';
import { columnWidths, writeText } from './table.ts';
import { giveTurn, type StreamedSheet, writtenBytes } from './written-bytes.ts';

/** A number as it stood in its cell: 0.381 as a percentage with one decimal is 38.1%. */
export interface ShownNumber {
  /** What is shown where there is no number. */
  text: string;
  number: number | null;
  percent: boolean;
  shownDecimals: number;
}

/** Text as shown, a number, or nothing. */
export type MarkedCell = string | number | ShownNumber | null | undefined;

/** A sheet as it was read: rows from the first on, cells from column A on; either may have holes. */
export interface MarkedSheet {
  name: string;
  rows: readonly (readonly MarkedCell[] | undefined)[];
  merges?: readonly Merge[];
}

/** A file that was read, and what is wrong in it. */
export interface MarkedFile {
  fileName: string;
  sheets: readonly MarkedSheet[];
  problems: readonly UploadProblem[];
  /** What the list and the notes are written in; Chinese where it is not said. */
  lang?: CopyLang;
}

type Edge = { style: 'double' | 'mediumDashed'; color: { argb: string } };

const framed = (edge: Edge) => ({ top: edge, left: edge, bottom: edge, right: edge });

/** Two tints that differ in grey, too, and two kinds of frame. */
const LOOKS = {
  error: { fill: fill(TINT.error), border: framed({ style: 'double', color: { argb: TINT.alarm } }) },
  warning: { fill: fill(TINT.warning), border: framed({ style: 'mediumDashed', color: { argb: 'FF7A5900' } }) },
};

/** Points, the usual ones. */
const EMPTY_ROW_HEIGHT = 15;

const decimals = (places: number): string => (places > 0 ? `0.${'0'.repeat(Math.min(places, 15))}` : '0');

function writeNumber(cell: Cell, { number, percent, shownDecimals }: ShownNumber): void {
  cell.value = number;
  if (percent) cell.numFmt = `${decimals(shownDecimals)}%`;
  else if (shownDecimals > 0) cell.numFmt = decimals(shownDecimals);
}

function writeCell(row: Row, column: number, value: MarkedCell): void {
  if (value === null || value === undefined || value === '') return;
  const cell = row.getCell(column + 1);
  if (typeof value === 'string') writeText(cell, value);
  else if (typeof value === 'number') cell.value = Number.isFinite(value) ? value : String(value);
  else if (value.number !== null && Number.isFinite(value.number)) writeNumber(cell, value);
  else writeText(cell, value.text);
}

function markCell(cell: Cell, { severity, note }: CellMark, widths: readonly number[]): void {
  cell.style = { ...cell.style, ...LOOKS[severity] };
  addNote(cell, note, widths);
}

const shownText = (cell: MarkedCell): string | number | null =>
  typeof cell === 'object' && cell !== null ? cell.text : (cell ?? null);

async function writeSheet(
  sheet: StreamedSheet,
  source: MarkedSheet,
  { problems, lang = 'zh' }: Pick<MarkedFile, 'problems' | 'lang'>,
) {
  const merged = mergedCells(source.merges ?? [], source.rows.length);
  const marks = marksOf(problems, source.name, merged.anchorOf, lang);
  // Array.from, since map leaves the holes of sparse rows as they are
  const widths = columnWidths(Array.from(source.rows.slice(0, 200), (row) => Array.from(row ?? [], shownText)));
  sheet.columns = widths.map((width) => ({ width }));
  for (let index = 0; index < source.rows.length; index += 1) {
    for (const { row, column, lastRow, lastColumn } of merged.from(index)) {
      sheet.mergeCells(row + 1, column + 1, lastRow + 1, lastColumn + 1);
    }
    const row = sheet.getRow(index + 1);
    // forEach passes over the holes of a sparse row
    source.rows[index]?.forEach((cell, column) => {
      if (!merged.isCovered(index, column)) writeCell(row, column, cell);
    });
    for (const [column, mark] of marks.get(index) ?? []) markCell(row.getCell(column + 1), mark, widths);
    // a row without any value is written only if it has a height
    if (marks.has(index) && !row.hasValues) row.height = EMPTY_ROW_HEIGHT;
    row.commit();
    await giveTurn(index);
  }
  sheet.commit();
}

/**
 * A copy of a file that was handed in, made anew from the cells that were read (nothing of the file itself gets in): the
 * same sheets and cells as shown, without formulas and formats; cells with an error in red and a double frame, with a
 * warning in yellow and a dashed one, each with its problems as a note; before them a sheet that lists all problems.
 * Written row by row, so that a hundred thousand rows need little memory.
 * @returns XLSX bytes
 */
export function markWorkbook(file: MarkedFile): Promise<Uint8Array> {
  const { fileName, sheets, problems, lang = 'zh' } = file;
  const [list = '', ...names] = sheetNames([COPY_WORDS[lang].list, ...sheets.map(({ name }) => name)]);
  return writtenBytes(async (workbook) => {
    const places = new Map(sheets.map(({ name }, index) => [name, names[index] ?? '']));
    await writeProblemSheet(workbook, list, { fileName, problems, places, lang });
    for (const [index, source] of sheets.entries()) {
      await writeSheet(workbook.addWorksheet(names[index] ?? ''), source, file);
    }
  });
}
