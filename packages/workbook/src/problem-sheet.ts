import type { UploadProblem } from '@dabiao/domain/problem';
import type { Row, Worksheet } from 'exceljs';
import { fill, GRID, TINT } from './colours.ts';
import { linkWithin } from './exceljs-gaps.ts';
import { font } from './fonts.ts';
import { bareMessage, COPY_WORDS, type CopyLang } from './marked-words.ts';
import { placeOf } from './problem-marks.ts';
import { writeText } from './table.ts';
import { lineCount, shortLine } from './text-size.ts';
import { giveTurn, type StreamedWorkbook } from './written-bytes.ts';

interface ProblemList {
  fileName: string;
  problems: readonly UploadProblem[];
  /** Names of the sheets in the copy, by those the problems give. */
  places: ReadonlyMap<string, string>;
  lang: CopyLang;
}

/** Widths of the columns: number, severity, sheet, cell, problem. */
const WIDTHS = [7, 9, 22, 10, 90];

/** Points of a line of type of 11 points. */
const LINE_HEIGHT = 15;

function writeHead(sheet: Worksheet, { fileName, problems, lang }: ProblemList): void {
  const words = COPY_WORDS[lang];
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const title = words.title(errors, problems.length - errors);
  for (const [index, text] of [title, words.file(shortLine(fileName, 200)), words.instructions].entries()) {
    sheet.mergeCells(index + 1, 1, index + 1, WIDTHS.length);
    const row = sheet.getRow(index + 1);
    writeText(row.getCell(1), text);
    row.getCell(1).font = index === 0 ? font({ size: 14, bold: true }) : font({ size: 10 });
    row.getCell(1).alignment = { vertical: 'middle', wrapText: true };
    row.height = index === 0 ? 26 : lineCount(text, 130) * LINE_HEIGHT + 4;
    row.commit();
  }
  const header = sheet.getRow(4);
  for (const [index, text] of words.columns.entries()) {
    const cell = header.getCell(index + 1);
    cell.value = text;
    cell.style = {
      font: font({ bold: true }),
      fill: fill(TINT.header),
      border: GRID,
      alignment: { horizontal: 'center' },
    };
  }
  header.commit();
}

function writeLink(sheet: Worksheet, row: Row, problem: UploadProblem, name: string | undefined): void {
  const cell = row.getCell(4);
  cell.value = problem.cell;
  if (name === undefined || problem.cell === null || !placeOf(problem.cell)) return;
  linkWithin(sheet, cell.address, `'${name}'!${problem.cell}`);
  cell.font = font({ underline: true, color: { argb: TINT.link } });
}

function writeProblem(
  sheet: Worksheet,
  row: Row,
  problem: UploadProblem,
  { number, name, lang }: { number: number; name: string | undefined; lang: CopyLang },
): void {
  const [words, message] = [COPY_WORDS[lang], bareMessage(problem, lang)];
  for (let column = 1; column <= WIDTHS.length; column += 1) {
    const alignment = { vertical: 'middle', wrapText: true, horizontal: column > 4 ? 'left' : 'center' } as const;
    row.getCell(column).style = { font: font(), border: GRID, alignment };
  }
  row.getCell(1).value = number;
  row.getCell(2).value = words.severity[problem.severity];
  row.getCell(2).fill = fill(TINT[problem.severity]);
  writeText(row.getCell(3), problem.sheet ?? words.wholeFile);
  writeText(row.getCell(5), message);
  writeLink(sheet, row, problem, name);
  row.height = Math.max(lineCount(message, 90), lineCount(problem.sheet ?? '', 22)) * LINE_HEIGHT + 4;
  row.commit();
}

const errorsFirst = (problems: readonly UploadProblem[]): UploadProblem[] =>
  problems.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));

/** Writes the list of all problems, errors first and else in their order, each with a link to its cell, as a sheet of its own. */
export async function writeProblemSheet(workbook: StreamedWorkbook, name: string, list: ProblemList): Promise<void> {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 4 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = WIDTHS.map((width) => ({ width }));
  writeHead(sheet, list);
  for (const [index, problem] of errorsFirst(list.problems).entries()) {
    const place = { number: index + 1, name: list.places.get(problem.sheet ?? ''), lang: list.lang };
    writeProblem(sheet, sheet.getRow(index + 5), problem, place);
    await giveTurn(index);
  }
  sheet.autoFilter = { from: { row: 4, column: 1 }, to: { row: list.problems.length + 4, column: WIDTHS.length } };
  sheet.commit();
}
