import { CFB, read, type WorkBook } from '@e965/xlsx';
import exceljs from 'exceljs';

/** The workbook as another program reads it: values and formulas. */
export const opened = (bytes: Uint8Array): WorkBook => read(bytes, { type: 'buffer', cellNF: true, cellStyles: true });

/** The workbook with its rules, notes, protection; throws where one of its files is no XML. */
export async function openedWhole(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  // a copy of its own: the buffer of a Buffer may be shared with others, and so would its slice be
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  return workbook;
}

/** One file out of the package, as text. */
export function partOf(bytes: Uint8Array, path: string): string {
  const { FileIndex, FullPaths } = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const at = FullPaths.findIndex((own: string) => own.endsWith(path));
  if (at < 0) throw new Error(`no ${path} among ${FullPaths.join(' ')}`);
  return Buffer.from(FileIndex[at]?.content ?? []).toString('utf8');
}

/** Every formula of a workbook; there should be none. */
export const formulasOf = (book: WorkBook): string[] =>
  Object.values(book.Sheets).flatMap((sheet) =>
    Object.entries(sheet).flatMap(([address, cell]) =>
      !address.startsWith('!') && cell.f ? [`${address} ${cell.f}`] : [],
    ),
  );

/** Children of `worksheet` in the order that ECMA-376 part 1, 18.3.1.99 asks for, of those that we may write. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'legacyDrawing',
];

/** Names of the children of `worksheet`, and the same in the order of the standard: a strict program wants them equal. */
export function elementOrder(xml: string): { written: string[]; standard: string[] } {
  const written: string[] = [];
  let depth = 0;
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^>]*?)?(\/?)>/g)) {
    if (closing) depth -= 1;
    else {
      if (depth === 1) written.push(name);
      if (!empty) depth += 1;
    }
  }
  return { written, standard: written.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)) };
}
