import { crc32, deflateRawSync } from 'node:zlib';

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/**
 * A zip file of these parts, deflated (PKWARE APPNOTE 4.3).
 * @param said the size that every part is said to have, whatever it has
 */
function makeZip(parts: Record<string, string>, said?: number): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [bytes, file] = [Buffer.from(text), Buffer.from(name)];
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.byteLength, 14);
    fields.writeUInt32LE(said ?? bytes.byteLength, 18);
    fields.writeUInt16LE(file.byteLength, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    bodies.push(Buffer.from('504b0304', 'hex'), fields, file, packed);
    directory.push(Buffer.from('504b01021400', 'hex'), fields, entry, file);
    offset += 30 + file.byteLength + packed.byteLength;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const row = (cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document whose text is this XML, whatever it is. @param said as for a zip file */
export const docxOf = (document: string, said?: number): Buffer =>
  makeZip({ '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, 'word/document.xml': document }, said);

/** The XML of a document of these paragraphs. @param before what stands before the document, such as a DTD */
export const documentXml = (paragraphs: readonly string[], before = ''): string =>
  `<?xml version="1.0"?>${before}<w:document ${NAMESPACE}><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`;

/** A Word document of these paragraphs and one table. @param part where the text stands; elsewhere it is none */
export function makeDocx(
  paragraphs: readonly string[],
  rows: readonly string[][] = [],
  part = 'word/document.xml',
): Buffer {
  const table = rows.length === 0 ? '' : `<w:tbl>${rows.map(row).join('')}</w:tbl>`;
  const body = `<?xml version="1.0"?><w:document ${NAMESPACE}><w:body>${paragraphs.map(paragraph).join('')}${table}</w:body></w:document>`;
  return makeZip({ '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, [part]: body });
}
