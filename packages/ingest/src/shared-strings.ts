import { type GridCell, MAX_CELLS, textCell } from './grid.ts';
import { TooLong, unescapeText } from './sheet-xml.ts';
import { XmlCursor } from './xml-cursor.ts';

/** The texts that cells refer to by number (sharedStrings.xml), each as the one cell that all of them share. */
export function readSharedStrings(xml: Buffer | null): GridCell[] {
  if (!xml) return [];
  const cursor = new XmlCursor(xml);
  const cells: GridCell[] = [];
  let text = '';
  let inReading = false;
  while (cursor.next()) {
    if (cursor.is('t') && cursor.isClosing && !inReading) text += cursor.text();
    else if (cursor.is('rPh')) inReading = !cursor.isClosing && !cursor.isEmpty;
    else if (cursor.is('si') && (cursor.isClosing || cursor.isEmpty)) {
      cells.push(textCell(unescapeText(text)));
      text = '';
      if (cells.length > MAX_CELLS) throw new TooLong();
    }
  }
  return cells;
}
