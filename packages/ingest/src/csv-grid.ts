import { CsvError, type Options, parse } from 'csv-parse/sync';
import { decodeText } from './csv-text.ts';
import { type GridCell, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, type Sheet, textCell } from './grid.ts';
import type { Encoding } from './hints.ts';
import { type Refusal, TOO_LONG, unreadable } from './refusal.ts';

const DELIMITERS = [',', '\t', ';', '，'] as const;

/**
 * The delimiter that splits the most lines of the first hundred; in a tie the more frequent one. Quoted parts do
 * not count. Some exports end every value in a tab before the comma: there the comma wins, both occur equally often.
 */
function detectDelimiter(text: string): string {
  const lines = text
    .slice(0, 65_536)
    .split(/\r\n|\n|\r/)
    .slice(0, 100)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const counts = DELIMITERS.map((delimiter) => ({
    delimiter,
    lines: lines.filter((line) => line.includes(delimiter)).length,
    hits: lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0),
  }));
  const commaIsSeparator = lines.some((line) => line.includes('\t,'));
  const best = counts.sort((a, b) => b.lines - a.lines || b.hits - a.hits)[0];
  if (!best || best.hits === 0 || commaIsSeparator) return ',';
  return best.delimiter;
}

function csvRefusal(error: unknown): Refusal {
  const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : null;
  const near = line === null ? { zh: '', en: '' } : { zh: `第 ${line} 行附近，`, en: ` near line ${line}` };
  if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return unreadable({
      zh: `${near.zh}有一个引号没有成对；请补上或删去这个引号后重新上传。`,
      en: `A quotation mark${near.en} has no partner; add or delete one and upload the file again.`,
    });
  }
  return unreadable({
    zh: `${near.zh}文件不符合 CSV 格式；请检查引号和分隔符，或另存为 .xlsx 再上传。`,
    en: `The file is not valid CSV${near.en}; check its quotation marks and separators, or save it as .xlsx and upload that.`,
  });
}

/** Thrown out of the parser where the file is beyond the limits. */
class TooLong extends Error {}

/** Turns records into rows as they come, so that neither empty lines nor a hostile file fill the memory. */
class RowCollector {
  readonly rows: (GridCell | undefined)[][] = [];
  readonly #texts = new Map<string, GridCell>();
  #row = 0;
  #cells = 0;

  add(record: readonly string[]): void {
    const row: (GridCell | undefined)[] = [];
    for (const [column, text] of record.entries()) if (text.trim() !== '') this.#put(row, column, text);
    if (row.length > 0) this.rows[this.#row] = row;
    this.#row += 1;
  }

  #put(row: (GridCell | undefined)[], column: number, text: string): void {
    this.#cells += 1;
    if (this.#row >= MAX_ROWS || column >= MAX_COLUMNS || this.#cells > MAX_CELLS) throw new TooLong();
    const cell = this.#texts.get(text) ?? textCell(text);
    this.#texts.set(text, cell);
    row[column] = cell;
  }
}

/**
 * Reads CSV bytes (comma, tab or semicolon; CRLF, LF or CR) into one sheet of text cells.
 * @param name name the sheet is given in messages
 * @param encoding where a person has named it
 * @returns the sheet, or the refusal (encoding, quotes, size); never throws.
 */
export function readCsv(bytes: Uint8Array, name: string, encoding?: Encoding): Sheet | Refusal {
  const decoded = decodeText(bytes, encoding);
  if ('code' in decoded) return decoded;
  const collector = new RowCollector();
  const options: Options = {
    delimiter: detectDelimiter(decoded.text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    on_record: (record: string[]) => {
      collector.add(record);
      return null;
    },
  };
  try {
    parse(decoded.text, options);
  } catch (error) {
    return error instanceof TooLong ? TOO_LONG : csvRefusal(error);
  }
  return { name, hidden: false, rows: collector.rows, merges: [] };
}
