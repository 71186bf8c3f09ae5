import type { Indicator } from '@dabiao/domain/indicator';
import type { ReadFigure, UploadProblem } from '@dabiao/domain/problem';
import type { Region } from '@dabiao/domain/region';
import type { SheetView } from '@dabiao/domain/sheet-view';
import { type ChosenCorrections, chooseCorrections } from './choose-corrections.ts';
import { lostCorrections } from './correct-table.ts';
import { type FoundTable, findTables, frameSheet, type TableNames } from './find-tables.ts';
import type { Sheet } from './grid.ts';
import type { Hints } from './hints.ts';
import { squeezeUnit } from './label.ts';
import { bookOfIndicators, bookOfRegions, type NameBook, regionInTitle, remember } from './match-names.ts';
import { hasValues, observeTable } from './observe-table.ts';
import { ProblemList } from './problem-list.ts';
import { readerOf } from './read-figures.ts';
import type { LabelReading } from './read-labels.ts';
import { looksLikeRegion } from './region-like.ts';
import { reportSheets, reportUnread } from './report-sheets.ts';
import { saidNames } from './said-names.ts';
import { type SheetShape, shapeOf } from './sheet-shape.ts';
import { TotalsCheck } from './totals-check.ts';
import { viewSheets } from './view-sheet.ts';

/** The names a workbook's labels are matched with. */
export interface Vocabulary {
  indicators: readonly Indicator[];
  regions: readonly Region[];
}

/** What a file gives: figures, everything that is wrong, and how its sheets were understood. */
export interface ReadWorkbook {
  figures: ReadFigure[];
  problems: UploadProblem[];
  sheets: SheetView[];
}

/** What all sheets of a file are read with. */
interface FileReading {
  fileName: string;
  vocabulary: Vocabulary;
  hints: Hints;
  indicators: NameBook<Indicator>;
  regions: NameBook<Region>;
  isRegion: TableNames['isRegion'];
  squeezed: (unit: string) => string;
  problems: ProblemList;
}

/** A sheet after it was understood, with what each of its tables is read with. */
interface UnderstoodSheet {
  sheet: Sheet;
  shape: SheetShape;
  chosen: ChosenCorrections | null;
  tables: { table: FoundTable; reading: LabelReading }[];
}

function regionOfTable(file: FileReading, table: FoundTable, chosen: ChosenCorrections | null): Region | null {
  const { regions, hints, vocabulary } = file;
  const said = chosen?.said.shape.region;
  if (said !== undefined) return regions.find(said);
  const named = regionInTitle(table.context.title ?? '', vocabulary.regions) ?? regions.find(table.sheet.name);
  const hinted = hints.region === undefined ? null : regions.find(hints.region);
  return named ?? hinted ?? regionInTitle(file.fileName, vocabulary.regions);
}

function readingOf(
  file: FileReading,
  table: FoundTable,
  chosen: ChosenCorrections | null,
  said: { assumed: Set<string>; converted: Set<string> },
): LabelReading {
  return {
    sheet: table.sheet.name,
    indicators: file.indicators,
    regions: file.regions,
    region: regionOfTable(file, table, chosen),
    hints: file.hints,
    fileYear: table.context.fileYear,
    yearEnds: table.yearEnds,
    said: saidNames(chosen?.said ?? null),
    ...said,
    squeezed: file.squeezed,
    problems: file.problems,
  };
}

/** Corrections find their sheet by its shape, and the shape must be the same whatever the catalogue holds. */
function understandSheet(file: FileReading, sheet: Sheet): UnderstoodSheet {
  const framed = frameSheet(sheet);
  const plain = findTables(framed, { fileName: file.fileName, isRegion: looksLikeRegion });
  const shape = shapeOf(sheet, plain.filter(hasValues));
  if (sheet.hidden) return { sheet, shape, chosen: null, tables: [] };
  const chosen = chooseCorrections(sheet.name, shape, file.hints);
  const found = findTables(framed, { fileName: file.fileName, isRegion: file.isRegion }, chosen?.said ?? null);
  const said = { assumed: new Set<string>(), converted: new Set<string>() };
  const tables = found.filter(hasValues).map((table) => ({ table, reading: readingOf(file, table, chosen, said) }));
  return { sheet, shape, chosen, tables };
}

const FROM_WORDS = {
  remembered: {
    zh: '按以前对同样表格的更正读入；请核对读入的内容。',
    en: 'Read by the corrections made earlier to a table of the same form; check what was read.',
  },
  alike: {
    zh: '按以前对相近表格的更正读入；请核对读入的内容。',
    en: 'Read by the corrections made earlier to a table of a similar form; check what was read.',
  },
} as const;

function reportCorrections({ sheet, chosen }: UnderstoodSheet, problems: ProblemList): void {
  if (!chosen) return;
  const place = { sheet: sheet.name, row: null, column: null };
  if (chosen.from !== 'given') {
    problems.add('warning', 'correction_applied', place, FROM_WORDS[chosen.from]);
  }
  for (const what of chosen.said.shape.ignore ? [] : lostCorrections(chosen.said)) {
    problems.add('warning', 'correction_unused', place, {
      zh: `对${what.zh}的更正在这张表里找不到对应的位置，未采用；请核对。`,
      en: `The correction of ${what.en} finds no place in this table and was not used; check what was read.`,
    });
  }
}

function readTable({ table, reading }: UnderstoodSheet['tables'][number], problems: ProblemList): ReadFigure[] {
  const reader = readerOf(reading, table.layout);
  const totals = new TotalsCheck(table);
  const figures: ReadFigure[] = [];
  observeTable(table, (observation) => {
    const figure = reader.read(observation);
    if (figure) figures.push(figure);
    totals.add(observation);
  });
  reader.finish();
  totals.report(problems);
  reportUnread(table, problems);
  return figures;
}

function openFile(fileName: string, vocabulary: Vocabulary, hints: Hints): FileReading {
  const [indicators, regions] = [bookOfIndicators(vocabulary.indicators), bookOfRegions(vocabulary.regions)];
  const isRegion = remember(
    (label: string) => regions.all(label).length > 0 || (indicators.find(label) === null && looksLikeRegion(label)),
  );
  const squeezed = remember(squeezeUnit);
  return { fileName, vocabulary, hints, indicators, regions, isRegion, squeezed, problems: new ProblemList() };
}

/**
 * Reads the figures of opened sheets; see readWorkbook. Pure.
 * @param fileName may say region, year and quantity where the sheets do not
 */
export function readSheets(
  sheets: readonly Sheet[],
  fileName: string,
  vocabulary: Vocabulary,
  hints: Hints,
): ReadWorkbook {
  const file = openFile(fileName, vocabulary, hints);
  const understood = sheets.map((sheet) => understandSheet(file, sheet));
  const done = understood.filter(({ tables, chosen }) => tables.length > 0 || chosen?.said.shape.ignore === true);
  reportSheets(sheets, new Set(done.map(({ sheet }) => sheet)), file.problems);
  const figures = understood.flatMap((own) => {
    const read = own.tables.flatMap((table) => readTable(table, file.problems));
    reportCorrections(own, file.problems);
    return read;
  });
  return { figures, problems: file.problems.all(), sheets: viewSheets(understood) };
}
