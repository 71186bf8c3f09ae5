import type { IParagraphOptions, IRunOptions } from 'docx';
import type { BriefingModel } from './model.ts';

/** Type and spacing of the DOCX; sizes in half-points, distances in twentieths of a point. */
export interface DocxLook {
  page: { top: number; left: number; right: number; bottom: number };
  body: IRunOptions;
  heading: IRunOptions;
  subheading: IRunOptions;
  title: IRunOptions;
  small: IRunOptions;
  note: IRunOptions;
  paragraph: Pick<IParagraphOptions, 'spacing' | 'indent' | 'alignment'>;
  /** Width of the text in pixels of a picture, of 96 to the inch. */
  pictureWidth: number;
  pageNumber: number;
}

const mm = (value: number): number => Math.round((value / 25.4) * 1440);

const font = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name });
const SANS = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' };

/** GB/T 9704-2012: 22 lines of 28 characters of 3号 in 156 × 225 mm, with the faces offices have. */
const OFFICIAL: DocxLook = {
  page: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) },
  body: { font: font('仿宋_GB2312'), size: 32 },
  heading: { font: font('黑体'), size: 32, color: '000000' },
  subheading: { font: font('楷体_GB2312'), size: 32, color: '000000' },
  title: { font: font('方正小标宋简体'), size: 44 },
  small: { font: SANS, size: 18 },
  note: { font: SANS, size: 16, color: '4F5A65' },
  paragraph: {
    spacing: { line: 580, lineRule: 'exact' },
    indent: { firstLineChars: 200, firstLine: 640 },
    alignment: 'both',
  },
  pictureWidth: 590,
  pageNumber: 28,
};

const MODERN: DocxLook = {
  page: { top: mm(20), left: mm(20), right: mm(20), bottom: mm(20) },
  body: { font: SANS, size: 21 },
  heading: { font: SANS, size: 26, bold: true, color: '12436D' },
  subheading: { font: SANS, size: 22, bold: true, color: '000000' },
  title: { font: SANS, size: 40, bold: true },
  small: { font: SANS, size: 17 },
  note: { font: SANS, size: 16, color: '4F5A65' },
  paragraph: { spacing: { line: 340, after: 80 }, alignment: 'left' },
  pictureWidth: 642,
  pageNumber: 18,
};

/** How the DOCX of a form looks. */
export const docxLook = ({ form }: Pick<BriefingModel, 'form'>): DocxLook => (form === 'official' ? OFFICIAL : MODERN);
