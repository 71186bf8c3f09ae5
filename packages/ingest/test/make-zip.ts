import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  data: string | Uint8Array;
  /** Size the directory claims, where it lies. */
  declared?: number;
}

interface Written {
  local: Buffer;
  directory: Buffer;
}

function writePart({ name, data, declared }: ZipPart, offset: number): Written {
  const raw = Buffer.from(data);
  const packed = deflateRawSync(raw, { level: 9 });
  const label = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(0x0800, 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(raw), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(declared ?? raw.length, 18);
  common.writeUInt16LE(label.length, 22);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  const made = Buffer.from([20, 0]);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), common, label, packed]),
    directory: Buffer.concat([Buffer.from('PK\x01\x02'), made, common, tail, label]),
  };
}

/** A zip archive written byte by byte, so that a test can make it lie. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = [];
  const directories: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { local, directory } = writePart(part, offset);
    locals.push(local);
    directories.push(directory);
    offset += local.length;
  }
  const directory = Buffer.concat(directories);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

const OFFICE = 'http://schemas.openxmlformats.org';

/** The parts of a workbook with one sheet, given as the inside of its <worksheet>. */
export function workbookParts(worksheet: string, sheetName = 'S'): ZipPart[] {
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const relation = (kind: string, target: string) =>
    `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" ` +
    `Type="${OFFICE}/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;
  return [
    {
      name: '[Content_Types].xml',
      data:
        `<Types xmlns="${OFFICE}/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type('worksheet')}"/></Types>`,
    },
    { name: '_rels/.rels', data: relation('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      data:
        `<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships">` +
        `<sheets><sheet name="${sheetName}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: relation('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main">${worksheet}</worksheet>`,
    },
  ];
}

/** A row of inline text and number cells, as it stands in a worksheet. */
export function xmlRow(row: number, cells: (string | number)[]): string {
  const xml = cells.map((cell, index) => {
    const at = `${String.fromCharCode(65 + index)}${row}`;
    return typeof cell === 'number'
      ? `<c r="${at}"><v>${cell}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${row}">${xml.join('')}</row>`;
}
