import { HeadingLevel, ImageRun, type ISectionOptions, Paragraph, TextRun } from 'docx';
import type { ChartPainter } from './chart-pngs.ts';
import type { DocxLook } from './docx-look.ts';
import { targetDocxTable, verdictDocxTable } from './docx-tables.ts';
import type { BriefingChart, BriefingItem, BriefingModel, BriefingPart } from './model.ts';

type Block = ISectionOptions['children'][number];

/** Turns parts of a model into blocks of a word processor's document. */
export class DocxParts {
  readonly #model: BriefingModel;
  readonly #look: DocxLook;
  readonly #paint: ChartPainter;

  constructor(model: BriefingModel, look: DocxLook, paint: ChartPainter) {
    this.#model = model;
    this.#look = look;
    this.#paint = paint;
  }

  paragraph(text: string): Paragraph {
    return new Paragraph({ ...this.#look.paragraph, children: [new TextRun({ ...this.#look.body, text })] });
  }

  heading(text: string, level: 1 | 2): Paragraph {
    const run = level === 1 ? this.#look.heading : this.#look.subheading;
    return new Paragraph({
      ...this.#look.paragraph,
      keepNext: true,
      heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      children: [new TextRun({ ...run, text })],
    });
  }

  #caption(text: string): Paragraph {
    const run = new TextRun({ ...this.#look.small, size: 21, bold: true, text });
    return new Paragraph({ keepNext: true, spacing: { before: 200, after: 80 }, children: [run] });
  }

  #note(text: string): Paragraph {
    return new Paragraph({ spacing: { after: 160 }, children: [new TextRun({ ...this.#look.note, text })] });
  }

  #chart(chart: BriefingChart): Block[] {
    const { png, width, height, caption, note } = this.#paint(chart, this.#model, this.#look.pictureWidth);
    const image = new ImageRun({
      type: 'png',
      data: png,
      transformation: { width, height },
      altText: { title: caption, description: caption, name: `chart-${chart.number}` },
    });
    const picture = new Paragraph({ keepNext: note !== null, children: [image] });
    return [this.#caption(caption), picture, ...(note === null ? [] : [this.#note(note)])];
  }

  #item({ word, text, departments }: BriefingItem): Paragraph {
    const { body, heading, paragraph } = this.#look;
    const runs = [
      new TextRun({ ...heading, text: `${word}　` }),
      new TextRun({ ...body, text: `${text}${departments ?? ''}` }),
    ];
    return new Paragraph({ ...paragraph, children: runs });
  }

  #missing({ word, indicator, text, departments }: BriefingItem): Paragraph {
    const { small } = this.#look;
    const runs = [
      new TextRun({ ...small, size: 21, bold: true, text: `${word}　${indicator}　` }),
      new TextRun({ ...small, size: 21, text: `${text}${departments ?? ''}` }),
    ];
    return new Paragraph({ spacing: { after: 80 }, children: runs });
  }

  #notes({ notes, standing, method }: Extract<BriefingPart, { kind: 'notes' }>): Block[] {
    const { small, note } = this.#look;
    const sources = notes.map(
      ({ number, source, figures }) =>
        new Paragraph({
          spacing: { after: 60 },
          children: [
            new TextRun({ ...small, text: `〔${number}〕${source}` }),
            new TextRun({ ...note, text: figures.join('；'), break: 1 }),
          ],
        }),
    );
    const said = [standing, ...method].filter((text) => text !== '');
    return [
      ...sources,
      ...said.map((text) => new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ ...small, text })] })),
    ];
  }

  /** The blocks of a part, its heading first. */
  part(part: BriefingPart): Block[] {
    const head = this.heading(part.heading, 1);
    const charts = (list: readonly BriefingChart[]) => list.flatMap((chart) => this.#chart(chart));
    switch (part.kind) {
      case 'summary': {
        const { verdicts } = part;
        const table = verdicts ? [this.#caption(verdicts.caption), verdictDocxTable(verdicts, this.#look)] : [];
        return [head, ...part.paragraphs.map((text) => this.paragraph(text)), ...table, ...charts(part.charts)];
      }
      case 'items':
        return [head, this.paragraph(part.intro), ...part.items.map((item) => this.#item(item))];
      case 'groups':
        return [
          head,
          ...part.groups.flatMap((group) => [
            this.heading(group.heading, 2),
            this.paragraph(group.text),
            ...charts(group.charts),
          ]),
        ];
      case 'table':
        return [head, this.#caption(part.caption), targetDocxTable(part, this.#model.landscape, this.#look)];
      case 'missing':
        return [head, ...part.items.map((item) => this.#missing(item))];
      case 'notes':
        return [head, ...this.#notes(part)];
    }
  }
}
