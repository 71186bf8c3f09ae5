import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TabStopType,
  TextRun,
} from 'docx';
import { type ChartPainter, chartPainter } from './chart-pngs.ts';
import { type DocxLook, docxLook } from './docx-look.ts';
import { DocxParts } from './docx-parts.ts';
import type { BriefingModel } from './model.ts';
import { settledOffice } from './settled-zip.ts';

/** A4 in twentieths of a point. */
const A4 = { width: 11906, height: 16838 };
const RED = 'C8102E';

function footer(look: DocxLook, alignment: 'left' | 'right'): Footer {
  const run = new TextRun({ ...look.body, size: look.pageNumber, children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({ children: [new Paragraph({ alignment, indent: { left: 280, right: 280 }, children: [run] })] });
}

function header(model: BriefingModel, look: DocxLook): Header {
  const notices = [model.label ?? null, model.notices.draft, model.notices.demo].filter((notice) => notice !== null);
  const runs = notices.map((text) => new TextRun({ ...look.small, size: 24, bold: true, text: `【${text}】` }));
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: runs })] });
}

/** 版头 and title. */
function opening(model: BriefingModel, look: DocxLook): Paragraph[] {
  const { head, titleLines, subtitle, dateWords } = model;
  const center = AlignmentType.CENTER;
  const right = A4.width - look.page.left - look.page.right;
  const word = new TextRun({ ...look.title, size: 92, color: RED, characterSpacing: 400, text: head.word });
  // The place of 密级 in the 版头: the upper left of the first page.
  const label = model.label
    ? [new Paragraph({ children: [new TextRun({ ...look.heading, bold: true, text: model.label })] })]
    : [];
  return [
    ...label,
    new Paragraph({ alignment: center, children: [word] }),
    new Paragraph({ alignment: center, children: [new TextRun({ ...look.body, text: head.number ?? '' })] }),
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: right }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 13, color: RED, space: 4 } },
      children: [new TextRun({ ...look.body, text: `${head.issuer}\t${dateWords}` })],
    }),
    new Paragraph({
      alignment: center,
      spacing: { before: 500 },
      children: titleLines.map(
        (text, index) => new TextRun({ ...look.title, text, ...(index > 0 ? { break: 1 } : {}) }),
      ),
    }),
    new Paragraph({
      alignment: center,
      spacing: { before: 120, after: 360 },
      children: [new TextRun({ ...look.subheading, text: subtitle })],
    }),
  ];
}

function sections(model: BriefingModel, look: DocxLook, paint: ChartPainter): ISectionOptions[] {
  const parts = new DocxParts(model, look, paint);
  const frame = {
    headers: { default: header(model, look), even: header(model, look) },
    footers: { default: footer(look, 'right'), even: footer(look, 'left') },
  };
  const upright = { page: { size: A4, margin: { ...look.page, header: 700, footer: 1500 } } };
  // The sizes are swapped by the library where the page lies.
  const lying = {
    page: {
      size: { ...A4, orientation: PageOrientation.LANDSCAPE },
      margin: { top: 1474, bottom: 1587, left: 1984, right: 1417 },
    },
  };
  const found: { wide: boolean; children: ISectionOptions['children'][number][] }[] = [
    { wide: false, children: opening(model, look) },
  ];
  for (const part of model.parts) {
    const wide = part.kind === 'table' && model.landscape;
    const last = found.at(-1);
    if (last && last.wide === wide) last.children.push(...parts.part(part));
    else found.push({ wide, children: parts.part(part) });
  }
  return found.map(({ wide, children }) => ({
    ...frame,
    properties: { ...(wide ? lying : upright), type: SectionType.NEXT_PAGE },
    children,
  }));
}

/** Control characters that XML knows no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The model with every string fit for XML. */
function writable(model: BriefingModel): BriefingModel {
  const mended = (_: string, each: unknown) =>
    typeof each === 'string' ? each.toWellFormed().replace(UNWRITABLE, '') : each;
  return JSON.parse(JSON.stringify(model), mended);
}

/** What the library makes of clock and chance, made again from the model. */
function settled(archive: Uint8Array, date: string): Uint8Array {
  return settledOffice(archive, (name, text) => {
    if (name === 'docProps/core.xml') return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${date}T00:00:00Z`);
    let id = 0;
    return text.replace(/(<wp:docPr id=")[^"]*(")/g, (_, before: string, after: string) => {
      id += 1;
      return `${before}${id}${after}`;
    });
  });
}

/** The briefing for a word processor: same content, real tables, charts as pictures. Equal models, equal bytes. */
export async function writeDocx(given: BriefingModel): Promise<Uint8Array> {
  const model = writable(given);
  const look = docxLook(model);
  const document = new Document({
    title: model.title,
    subject: model.subtitle,
    creator: '达标 Dabiao',
    lastModifiedBy: '达标 Dabiao',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { ...look.body, language: { value: 'en-US', eastAsia: 'zh-CN' } } } },
    },
    sections: sections(model, look, await chartPainter()),
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)), model.date);
}
