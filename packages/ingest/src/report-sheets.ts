import type { FoundTable } from './find-tables.ts';
import { type Sheet, trimText } from './grid.ts';
import { unreadColumns } from './observe-table.ts';
import { type ProblemList, quote } from './problem-list.ts';

const NOWHERE = { row: null, column: null };

function isEmptySheet(sheet: Sheet): boolean {
  return !sheet.rows.some((row) => row?.some((cell) => cell && (cell.error !== null || trimText(cell.text) !== '')));
}

function reportWithoutTable(filled: readonly Sheet[], read: ReadonlySet<Sheet>, problems: ProblemList): void {
  const text = {
    zh: '没有找到带表头的数据；表头应有地区、指标、年份、数值等列，或以年份为列名。',
    en: 'No figures with a header were found; the header should name columns such as region, indicator, year and value, or have years as columns.',
  };
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
    problems.add('error', 'sheet_empty', place, {
      zh: '没有任何内容；请检查是否选对了文件。',
      en: 'There is nothing in it; check that this is the right file.',
    });
  }
  reportWithoutTable(filled, read, problems);
  for (const { name } of sheets.filter(({ hidden }) => hidden)) {
    problems.add(
      'warning',
      'sheet_empty',
      { sheet: name, ...NOWHERE },
      {
        zh: '是隐藏的工作表，未读入；如需读入，请取消隐藏。',
        en: 'The sheet is hidden and was not read; unhide it if it should be.',
      },
    );
  }
}

/** Says which columns with values were left out because nothing tells what they are. */
export function reportUnread(table: FoundTable, problems: ProblemList): void {
  for (const { column, row, header } of unreadColumns(table)) {
    const name = quote(header);
    const what =
      header === ''
        ? { zh: '这一列没有表头', en: 'This column has no header' }
        : { zh: `${name}一列含义不明`, en: `What the column ${name} holds is not clear` };
    problems.add(
      'warning',
      'header_missing',
      { sheet: table.sheet.name, row, column },
      {
        zh: `${what.zh}，未读入；如需读入，请写明指标或年份。`,
        en: `${what.en}, so it was not read; if it should be, name its indicator or year.`,
      },
    );
  }
}
