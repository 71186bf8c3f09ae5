import {
  BorderStyle,
  type IRunOptions,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { DocxLook } from './docx-look.ts';
import type { BriefingPart, TargetRow, VerdictTable } from './model.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const RULE = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'D5DADD' } as const;

function cell(lines: readonly string[], run: IRunOptions, more: Partial<ITableCellOptions> = {}): TableCell {
  const children = lines.map((line) => new Paragraph({ children: [new TextRun({ ...run, text: line })] }));
  return new TableCell({ margins: { top: 50, bottom: 50, left: 40, right: 40 }, ...more, children });
}

function table(head: readonly string[], widths: readonly number[], rows: TableRow[], look: DocxLook): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const bold = { ...look.small, bold: true };
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((word) => cell([word], bold, { borders: { top: RULE, bottom: RULE } })),
  });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths.map((width) => Math.round((width / total) * 8800)),
    borders: { top: RULE, bottom: RULE, left: NONE, right: NONE, insideHorizontal: HAIR, insideVertical: NONE },
    rows: [header, ...rows],
  });
}

/** How many targets of each group have each verdict. */
export function verdictDocxTable({ columns, rows }: VerdictTable, look: DocxLook): Table {
  const body = rows.map(({ heading, counts, total }, index) => {
    const run = index === rows.length - 1 && rows.length > 1 ? { ...look.small, bold: true } : look.small;
    const words = [heading, ...counts.map((count) => (count === 0 ? '—' : String(count))), String(total)];
    return new TableRow({ cantSplit: true, children: words.map((word) => cell([word], run)) });
  });
  return table(columns, [3, ...columns.slice(1).map(() => 1)], body, look);
}

type TablePart = Extract<BriefingPart, { kind: 'table' }>;

const line = (value: string | null, note: string | null = null): string[] =>
  [value ?? '—', note ?? ''].filter((each) => each !== '');

function latest({ value, valueNote, sources }: TargetRow): string[] {
  const marks = sources.map((number) => `〔${number}〕`).join('');
  return value === null ? ['—'] : line(`${value}${marks}`, valueNote);
}

function cellsOf(row: TargetRow, wide: boolean): string[][] {
  const demand = line(row.demand, row.demandYear);
  const judged = [[row.word], [row.departments]];
  if (!wide) return [[row.indicator], demand, latest(row), line(row.completion), ...judged];
  const distances = [line(row.gap), line(row.pathGap), line(row.pace)];
  return [[row.indicator], line(row.base), demand, latest(row), line(row.completion), ...distances, ...judged];
}

/** All targets under the headings they stand under; the head is said again on every page. */
export function targetDocxTable({ columns, wideColumns, groups }: TablePart, wide: boolean, look: DocxLook): Table {
  const head = wide ? wideColumns : columns;
  const widths = wide ? [30, 20, 24, 26, 18, 18, 18, 18, 20, 30] : [32, 26, 27, 19, 20, 32];
  const rows = groups.flatMap((group) => [
    new TableRow({
      cantSplit: true,
      children: [
        cell(
          [group.heading],
          { ...look.small, bold: true },
          {
            columnSpan: head.length,
            shading: { type: ShadingType.CLEAR, fill: 'F1F3F4', color: 'auto' },
          },
        ),
      ],
    }),
    ...group.rows.map(
      (row) => new TableRow({ cantSplit: true, children: cellsOf(row, wide).map((lines) => cell(lines, look.small)) }),
    ),
  ]);
  return table(head, widths, rows, look);
}
