import { XmlCursor } from './xml-cursor.ts';

/** What a number format says about the numbers it shows. */
export interface CellFormat {
  percent: boolean;
  /** Decimals it shows, 0 where it says nothing. */
  shownDecimals: number;
  /** The format of a date or a time; null for all others. */
  date: string | null;
}

/** Formats that every workbook knows by number (ECMA-376 Part 1, 18.8.30), as far as they matter here. */
const BUILT_IN: Record<number, string> = {
  2: '0.00',
  4: '#,##0.00',
  7: '#,##0.00',
  8: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  39: '#,##0.00',
  40: '#,##0.00',
  44: '#,##0.00',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: 'h:mm:ss',
  47: 'mm:ss',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const GENERAL: CellFormat = { percent: false, shownDecimals: 0, date: null };

/** The first section of a number format without its quoted, escaped and bracketed parts. */
function plainFormat(format: string): string {
  const plain = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general/gi, '');
  return plain.split(';')[0] ?? '';
}

/** What a format says, e.g. 0.0% or yyyy"年". */
export function readFormat(format: string): CellFormat {
  const plain = plainFormat(format);
  if (/[ymdhs]/i.test(plain)) return { ...GENERAL, date: format.split(';')[0] ?? format };
  const shownDecimals = /[0#?]\.(0+)/.exec(plain)?.[1]?.length ?? 0;
  return { percent: plain.includes('%'), shownDecimals, date: null };
}

/** The format of each cell style of a workbook, by the number that cells give (styles.xml). */
export function readCellFormats(styles: Buffer | null): CellFormat[] {
  if (!styles) return [];
  const cursor = new XmlCursor(styles);
  const own = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCells = false;
  while (cursor.next()) {
    if (cursor.is('cellXfs')) inCells = !cursor.isClosing && !cursor.isEmpty;
    else if (cursor.isClosing) continue;
    else if (cursor.is('numFmt')) own.set(Number(cursor.attribute('numFmtId')), cursor.attribute('formatCode') ?? '');
    else if (inCells && cursor.is('xf')) {
      const id = Number(cursor.attribute('numFmtId') ?? 0);
      const format = own.get(id) ?? BUILT_IN[id];
      formats.push(format === undefined ? GENERAL : readFormat(format));
    }
  }
  return formats;
}
