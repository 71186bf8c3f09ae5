import { deflateSync } from 'node:zlib';

/** Objects of a PDF, numbered from 1 on (ISO 32000-1, 7.5). @param trailer what else its end says */
function fileOf(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

const stream = (content: Buffer | string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content.toString('latin1')}\nendstream`;

const page = (contents: number): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`;

const LATIN = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
/** A font that is not in the file and whose letters are told by a character map every reader has to know. */
const CHINESE =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>] >>';

function pagesOf(contents: readonly string[], font: string, more = '', trailer = ''): Buffer {
  const kids = contents.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    font,
    ...contents.flatMap((content, index) => [page(5 + 2 * index), stream(content)]),
  ];
  return fileOf(objects, trailer);
}

/** A PDF with one line of Latin text on each page. */
export const makePdf = (pages: readonly string[]): Buffer =>
  pagesOf(
    pages.map((text) => `BT /F1 12 Tf 72 500 Td (${text}) Tj ET`),
    LATIN,
  );

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/**
 * A PDF in Chinese: its lines page by page, 16 points high.
 * @param more entries of its catalogue; @param trailer entries of its end
 */
export const makeChinesePdf = (pages: readonly (readonly string[])[], more = '', trailer = ''): Buffer =>
  pagesOf(
    pages.map((lines) => `BT /F1 16 Tf 20 TL 72 760 Td ${lines.map((line) => `<${hex(line)}> Tj T*`).join(' ')} ET`),
    CHINESE,
    more,
    trailer,
  );

/** A small PDF all of whose pages have the same content, deflated: much to do for few bytes. */
export function makeLongPdf(pages: number, content: string): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${5 + index} 0 R`).join(' ');
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    LATIN,
    stream(deflateSync(content), '/Filter /FlateDecode'),
    ...Array.from({ length: pages }, () => page(4)),
  ]);
}
