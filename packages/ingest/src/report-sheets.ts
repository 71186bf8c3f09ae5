import type { FoundTable } from './find-tables.ts';
import { type Sheet, trimText } from './grid.ts';
import { unreadColumns } from './observe-table.ts';
import { type ProblemList, quote } from './problem-list.ts';

const NOWHERE = { row: null, column: null };

function isEmptySheet(sheet: Sheet): boolean {
  return !sheet.rows.some((row) => row?.some((cell) => cell && (cell.error !== null || trimText(cell.text) !== '')));
}

function reportWithoutTable(filled: readonly Sheet[], read: ReadonlySet<Sheet>, problems: ProblemList): void {
  const text = '没有找到带表头的数据；表头应有地区、指标、年份、数值等列，或以年份为列名。';
  for (const sheet of filled) {
    if (read.has(sheet)) continue;
    problems.add(read.size === 0 ? 'error' : 'warning', 'header_missing', { sheet: sheet.name, ...NOWHERE }, text);
  }
}

/**
 * Problems of sheets as such: all empty, none with a table, hidden.
 * @param read the sheets in which a table was found, or that a person has said hold none
 */
export function reportSheets(sheets: readonly Sheet[], read: ReadonlySet<Sheet>, problems: ProblemList): void {
  const shown = sheets.filter(({ hidden }) => !hidden);
  const filled = shown.filter((sheet) => !isEmptySheet(sheet));
  if (filled.length === 0) {
    const place = { sheet: shown[0]?.name ?? null, ...NOWHERE };
    problems.add('error', 'sheet_empty', place, '没有任何内容；请检查是否选对了文件。');
  }
  reportWithoutTable(filled, read, problems);
  for (const { name } of sheets.filter(({ hidden }) => hidden)) {
    const text = '是隐藏的工作表，未读入；如需读入，请取消隐藏。';
    problems.add('warning', 'sheet_empty', { sheet: name, ...NOWHERE }, text);
  }
}

/** Says which columns with values were left out because nothing tells what they are. */
export function reportUnread(table: FoundTable, problems: ProblemList): void {
  for (const { column, row, header } of unreadColumns(table)) {
    const text = `${header === '' ? '这一列没有表头' : `${quote(header)}一列含义不明`}，未读入；如需读入，请写明指标或年份。`;
    problems.add('warning', 'header_missing', { sheet: table.sheet.name, row, column }, text);
  }
}
