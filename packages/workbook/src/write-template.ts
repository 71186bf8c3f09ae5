import exceljs from 'exceljs';
import { sheetNames } from './sheet-name.ts';
import type { Template, TemplateRow } from './template.ts';
import { COLUMNS, columnOf, writeHead } from './template-head.ts';
import { writeBand, writeIndicator } from './template-row.ts';

/** The rows under the title of the document that wants them first, in the order they come in. */
function byDocument(rows: readonly TemplateRow[]): Map<string, TemplateRow[]> {
  const groups = new Map<string, TemplateRow[]>();
  for (const row of rows) {
    const title = row.documents[0] ?? '其他指标';
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return groups;
}

/** A4 across, as wide as the sheet, its head on every page. */
function setPage(sheet: exceljs.Worksheet, title: string, head: { top: number; bottom: number }): void {
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow: `${head.top}:${head.bottom}`,
  };
  sheet.headerFooter.oddFooter = `&L${title.replaceAll('&', '&&')}&R第 &P 页，共 &N 页`;
}

/**
 * The workbook to fill in for a region and a year: last year's value beside, what is published already in words, cells
 * for value, status and remark open, everything else locked (without a password). It is read back as it is: rows left
 * empty say nothing, the region stands in the title and the sheet's name, the year in the header.
 * @returns XLSX bytes
 */
export async function writeTemplate(template: Template): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.creator = '达标 Dabiao';
  workbook.lastModifiedBy = workbook.creator;
  const [name = ''] = sheetNames([template.region.name]);
  const sheet = workbook.addWorksheet(name);
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  const { title, header } = writeHead(sheet, template);
  for (const [document, rows] of byDocument(template.rows)) {
    writeBand(sheet, document);
    for (const row of rows) writeIndicator(sheet, row, template.year);
  }
  // the first row below the header is the title of a document
  const activeCell = sheet.getCell(header.bottom + 2, columnOf('value')).address;
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: header.bottom, showGridLines: false, activeCell }];
  setPage(sheet, title, header);
  await sheet.protect('', { formatColumns: true, formatRows: true });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
