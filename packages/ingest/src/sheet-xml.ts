import type { CellFormat } from './cell-formats.ts';
import { dateText } from './date-text.ts';
import { type GridCell, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, type Merge, NumberCell, textCell } from './grid.ts';
import { OddFile, XmlCursor } from './xml-cursor.ts';

/** Thrown where a sheet is beyond the limits. */
export class TooLong extends Error {}

/** What the cells of all sheets of a workbook refer to. */
export interface WorkbookTables {
  strings: readonly GridCell[];
  formats: readonly CellFormat[];
  from1904: boolean;
  /** Cells that may still be read, over all sheets. */
  budget: { cells: number };
}

/** Merged ranges kept of one sheet: the first ones are those of the header. */
export const MAX_MERGES = 5_000;
/** A formula that was never calculated. */
export const NO_RESULT = '公式没有保存结果';

const DIGIT = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const code = (letter: string): number => letter.charCodeAt(0);
const [ROW, CELL, VALUE, FORMULA, TEXT] = ['r', 'c', 'v', 'f', 't'].map(code);
const [TYPE_SHARED, TYPE_BOOLEAN, TYPE_ERROR, TYPE_NUMBER] = ['s', 'b', 'e', 'n'].map(code);
const [POINT, MINUS] = ['.', '-'].map(code);

/** Powers of ten that doubles hold exactly. */
const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const MAX_PLAIN_DIGITS = 15;

/** A number written plainly with at most 15 digits, read without making a text of it; NaN for all others. */
function plainNumber(bytes: Buffer, start: number, end: number): number {
  let at = start;
  const isNegative = bytes[at] === MINUS;
  if (isNegative) at += 1;
  let [whole, digits, decimals] = [0, 0, -1];
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT && decimals < 0) decimals = 0;
    else if (DIGIT(byte)) {
      whole = whole * 10 + (byte - 0x30);
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else return Number.NaN;
  }
  if (digits === 0 || digits > MAX_PLAIN_DIGITS) return Number.NaN;
  const value = decimals > 0 ? whole / (POWERS[decimals] ?? 1) : whole;
  return isNegative && value !== 0 ? -value : value;
}

/** Undoes _x000D_, by which workbooks write characters that XML has none for. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Reads the cells of one sheet from its XML, in one pass and without building anything but the cells. */
class SheetReader {
  readonly rows: (GridCell | undefined)[][] = [];
  readonly merges: Merge[] = [];
  readonly #cursor: XmlCursor;
  readonly #tables: WorkbookTables;
  readonly #texts = new Map<string, GridCell>();
  #row = -1;
  #column = -1;
  #style = 0;
  #type = 0;
  #typeLength = 0;
  #hasFormula = false;
  #valueStart = -1;
  #valueEnd = -1;
  #inline = '';
  #isInline = false;

  constructor(xml: Buffer, tables: WorkbookTables) {
    this.#cursor = new XmlCursor(xml);
    this.#tables = tables;
  }

  read(): void {
    const cursor = this.#cursor;
    let isClosed = false;
    while (cursor.next()) {
      if (cursor.is('sheetData')) {
        isClosed = cursor.isEmpty || cursor.isClosing;
        if (!isClosed) this.#readData();
        isClosed = true;
      } else if (cursor.is('mergeCell') && !cursor.isClosing) this.#readMerge(cursor.attribute('ref') ?? '');
    }
    if (!isClosed) throw new OddFile('no cells');
  }

  #readData(): void {
    const cursor = this.#cursor;
    while (cursor.next()) {
      const { initial } = cursor;
      if (cursor.nameLength === 1) this.#readCellTag(initial);
      else if (initial === ROW && cursor.is('row')) {
        if (!cursor.isClosing) this.#openRow();
      } else if (cursor.is('sheetData')) return;
      else if (cursor.is('rPh') && !cursor.isClosing && !cursor.isEmpty) this.#skipPhonetic();
    }
    throw new OddFile('unfinished');
  }

  /** Readings of Japanese names (rPh) stand beside the text and are no part of it. */
  #skipPhonetic(): void {
    while (this.#cursor.next()) if (this.#cursor.isClosing && this.#cursor.is('rPh')) return;
  }

  #readCellTag(initial: number): void {
    const cursor = this.#cursor;
    if (initial === CELL) {
      if (cursor.isClosing) this.#closeCell();
      else this.#openCell();
    } else if (initial === VALUE && cursor.isClosing) {
      this.#valueStart = cursor.textStart;
      this.#valueEnd = cursor.textEnd;
    } else if (initial === FORMULA) this.#hasFormula = true;
    else if (initial === TEXT && cursor.isClosing) {
      this.#inline += cursor.text();
      this.#isInline = true;
    }
  }

  #openRow(): void {
    const number = Number(this.#cursor.attribute('r') ?? this.#row + 2);
    if (!(Number.isInteger(number) && number > 0)) throw new OddFile('row');
    this.#row = number - 1;
    this.#column = -1;
  }

  #openCell(): void {
    this.#column += 1;
    this.#style = 0;
    this.#type = TYPE_NUMBER ?? 0;
    this.#typeLength = 1;
    this.#hasFormula = false;
    this.#valueStart = -1;
    this.#inline = '';
    this.#isInline = false;
    this.#cursor.eachAttribute(this.#takeAttribute);
  }

  readonly #takeAttribute = (name: number, nameEnd: number, start: number, end: number): void => {
    if (nameEnd - name !== 1) return;
    const { bytes } = this.#cursor;
    const initial = bytes[name];
    if (initial === ROW) this.#column = columnOf(bytes, start, end);
    else if (initial === TYPE_SHARED) this.#style = plainNumber(bytes, start, end);
    else if (initial === TEXT) {
      this.#type = bytes[start] ?? 0;
      this.#typeLength = end - start;
    }
  };

  #closeCell(): void {
    const cell = this.#makeCell();
    if (!cell) return;
    const { budget } = this.#tables;
    budget.cells -= 1;
    if (this.#row >= MAX_ROWS || this.#column >= MAX_COLUMNS || budget.cells < 0) throw new TooLong();
    const row = this.rows[this.#row] ?? [];
    this.rows[this.#row] = row;
    row[this.#column] = cell;
  }

  #makeCell(): GridCell | null {
    if (this.#isInline && this.#typeLength > 3) return this.#textCell(this.#inline);
    if (this.#valueStart < 0 || this.#valueStart === this.#valueEnd) {
      return this.#hasFormula ? { ...textCell(''), error: NO_RESULT } : null;
    }
    const { bytes } = this.#cursor;
    if (this.#typeLength === 1) {
      if (this.#type === TYPE_SHARED) {
        const shared = this.#tables.strings[plainNumber(bytes, this.#valueStart, this.#valueEnd)];
        return shared === undefined || shared.text === '' ? null : shared;
      }
      if (this.#type === TYPE_NUMBER) return this.#numberCell();
    }
    const text = this.#valueText();
    if (this.#typeLength === 1 && this.#type === TYPE_ERROR) return { ...textCell(text), error: text };
    if (this.#typeLength === 1 && this.#type === TYPE_BOOLEAN) return textCell(text === '1' ? 'TRUE' : 'FALSE');
    return this.#textCell(text);
  }

  #valueText(): string {
    return this.#cursor.textBetween(this.#valueStart, this.#valueEnd);
  }

  #textCell(text: string): GridCell | null {
    if (text === '') return null;
    const known = this.#texts.get(text) ?? textCell(unescapeText(text));
    this.#texts.set(text, known);
    return known;
  }

  #numberCell(): GridCell | null {
    const { bytes } = this.#cursor;
    const plain = plainNumber(bytes, this.#valueStart, this.#valueEnd);
    const stored = Number.isNaN(plain) ? Number(bytes.toString('latin1', this.#valueStart, this.#valueEnd)) : plain;
    if (Number.isNaN(stored)) return textCell(this.#valueText());
    const format = this.#tables.formats[this.#style];
    if (format?.date != null) return textCell(dateText(stored, format.date, this.#tables.from1904));
    return new NumberCell(stored, format?.percent ?? false, format?.shownDecimals ?? 0);
  }

  #readMerge(ref: string): void {
    const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref);
    if (!match || this.merges.length >= MAX_MERGES) return;
    const [, left = '', top, right = '', bottom] = match;
    this.merges.push({
      row: Number(top) - 1,
      column: columnNumber(left),
      lastRow: Number(bottom) - 1,
      lastColumn: columnNumber(right),
    });
  }
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number - 1;
}

/** The column of an address such as AB12. @throws OddFile where it is none. */
function columnOf(bytes: Buffer, start: number, end: number): number {
  let number = 0;
  let at = start;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x41 || byte > 0x5a) break;
    number = number * 26 + (byte - 0x40);
  }
  if (at === start || at - start > 3) throw new OddFile('address');
  return number - 1;
}

/** The cells and merged ranges of a sheet's XML. @throws TooLong beyond the limits, OddFile where it is none. */
export function readSheetXml(
  xml: Buffer,
  tables: WorkbookTables,
): { rows: (GridCell | undefined)[][]; merges: Merge[] } {
  const reader = new SheetReader(xml, tables);
  reader.read();
  return { rows: reader.rows, merges: reader.merges };
}

/** Cells a whole file may have, to begin with. */
export const wholeBudget = (): { cells: number } => ({ cells: MAX_CELLS });
