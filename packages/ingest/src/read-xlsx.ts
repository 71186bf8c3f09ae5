import { readCellFormats } from './cell-formats.ts';
import type { Sheet } from './grid.ts';
import { LINKED, type Refusal, TOO_LONG, TOO_MANY, unreadable } from './refusal.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheetXml, TooLong, type WorkbookTables, wholeBudget } from './sheet-xml.ts';
import { readWorkbookParts } from './workbook-parts.ts';
import { OddFile } from './xml-cursor.ts';
import { MAX_ENTRIES } from './zip-guard.ts';
import { DeclaredType, readDirectory, SizeLie, ZipParts } from './zip-parts.ts';

/** Inflated bytes that the library is tried with; with more it may take minutes and gigabytes. */
const MAX_FOR_LIBRARY = 30 * 1024 * 1024;

/** @returns null where the parts are not those that spreadsheet programs write. */
function readParts(parts: ZipParts): Sheet[] | null {
  try {
    return readSheets(parts);
  } catch (error) {
    if (error instanceof TooLong || error instanceof SizeLie || error instanceof DeclaredType) throw error;
    return null;
  }
}

function readSheets(parts: ZipParts): Sheet[] {
  const { sheets, from1904, strings, styles } = readWorkbookParts(parts);
  const tables: WorkbookTables = {
    formats: readCellFormats(styles === null ? null : parts.read(styles)),
    strings: readSharedStrings(strings === null ? null : parts.read(strings)),
    from1904,
    budget: wholeBudget(),
  };
  return sheets.map(({ name, hidden, part }) => {
    const xml = parts.read(part);
    if (!xml) throw new OddFile('no sheet');
    return { name, hidden, ...readSheetXml(xml, tables) };
  });
}

/** Whether a link to another file is one to another program: DDE, OLE. Other links are never followed. */
function hasActiveLink(parts: ZipParts): boolean {
  const links = parts.names.filter((name) => /\/externallinks\/[^/]+\.xml$/.test(name));
  return links.some((name) => /<(?:\w+:)?(?:ddeLink|oleLink)\b/.test(parts.read(name)?.toString('latin1') ?? ''));
}

/**
 * Reads the sheets of an .xlsx file as spreadsheet programs write it: several times as fast as the library, and in
 * bounded memory. Only for the reading process, after the guard.
 * @returns the sheets, the refusal, or null where the file is of another make and the library should try; never throws
 */
export async function readXlsx(bytes: Buffer): Promise<Sheet[] | Refusal | null> {
  try {
    const entries = await readDirectory(bytes, MAX_ENTRIES);
    if (entries === null) return TOO_MANY;
    const parts = new ZipParts(bytes, entries);
    if (hasActiveLink(parts)) return LINKED;
    const sheets = readParts(parts);
    parts.checkRest();
    const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    return sheets === null && size > MAX_FOR_LIBRARY ? unreadable() : sheets;
  } catch (error) {
    if (error instanceof TooLong) return TOO_LONG;
    return unreadable();
  }
}
