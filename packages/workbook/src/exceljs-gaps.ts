import type { Cell, Worksheet } from 'exceljs';

/** Edges of a box in columns and rows, 0-based. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Gives the note of a cell its box. exceljs draws every note two columns wide and four rows high unless the note's model
 * has an anchor, and offers no way to set one.
 */
export function setNoteBox(cell: Cell, anchor: Box): void {
  const inside = cell as unknown as { _comment: { note: unknown; model: object } };
  const { note, model } = inside._comment;
  inside._comment = { note, model: { ...model, anchor } };
}

/**
 * Makes a cell of a streamed sheet lead to a place in the same workbook. What exceljs offers writes such a link as an
 * external one, which a strict reader may refuse.
 * @param location with the name of the sheet in quotes: '表1'!B3
 */
export function linkWithin(sheet: Worksheet, address: string, location: string): void {
  const inside = sheet as unknown as { _sheetRelsWriter: { _hyperlinks: { address: string; target: string }[] } };
  inside._sheetRelsWriter._hyperlinks.push({ address, target: location });
}
