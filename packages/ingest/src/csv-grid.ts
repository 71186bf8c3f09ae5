import { CsvError, type Options, parse } from 'csv-parse/sync';
import { decodeText } from './csv-text.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS, type Sheet, textCell } from './grid.ts';
import { type Refusal, unreadable } from './refusal.ts';

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
  const line = error instanceof CsvError && typeof error.lines === 'number' ? `第 ${error.lines} 行附近，` : '';
  if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return unreadable(`${line}有一个引号没有成对；请补上或删去这个引号后重新上传。`);
  }
  return unreadable(`${line}文件不符合 CSV 格式；请检查引号和分隔符，或另存为 .xlsx 再上传。`);
}

/**
 * Reads CSV bytes (comma, tab or semicolon; CRLF, LF or CR) into one sheet of text cells.
 * @param name name the sheet is given in messages
 * @returns the sheet, or the refusal (encoding, quotes); never throws.
 */
export function readCsv(bytes: Uint8Array, name: string): Sheet | Refusal {
  const decoded = decodeText(bytes);
  if ('code' in decoded) return decoded;
  const options: Options = {
    delimiter: detectDelimiter(decoded.text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    to: MAX_ROWS + 1,
  };
  let records: string[][];
  try {
    records = parse(decoded.text, options) as unknown as string[][];
  } catch (error) {
    return csvRefusal(error);
  }
  let cut = records.length > MAX_ROWS;
  let cells = 0;
  const rows = records.slice(0, MAX_ROWS).map((record) => {
    cut ||= record.slice(MAX_COLUMNS).some((text) => text.trim() !== '');
    cells += Math.min(record.length, MAX_COLUMNS);
    return cells > MAX_CELLS
      ? []
      : record.slice(0, MAX_COLUMNS).map((text) => (text === '' ? undefined : textCell(text)));
  });
  return { name, hidden: false, rows, merges: [], cut: cut || cells > MAX_CELLS };
}
