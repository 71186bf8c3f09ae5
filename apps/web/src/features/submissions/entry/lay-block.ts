import { ENTRY_COLUMNS, type EntryColumn, type EntryRow, MAX_ROWS, type PastedRow } from './entry-rows.ts';
import { readYear } from './typed-row.ts';

/** What became of a pasted block. */
export interface LaidBlock {
  rows: PastedRow[];
  /** `place`: column by column from where it was pasted; `header`: by its first row; `years`: and turned from years across. */
  how: 'place' | 'header' | 'years';
  /** Headings, or places from 1, of columns that found no place. */
  dropped: string[];
  /** Empty cells under years: no figures. */
  empty: number;
}

const WORDS: Record<EntryColumn, readonly string[]> = {
  indicator: ['指标', '指标名称', '项目', '名称', 'indicator', 'name'],
  region: ['地区', '地区名称', '区县', '县区', '县市区', '行政区', '城市', 'region', 'area'],
  year: ['年份', '年度', '年', '时间', '统计年度', 'year'],
  value: ['数值', '值', '数据', '数量', '指标值', '完成值', '实际', '实际值', '本年', 'value', 'figure'],
  unit: ['单位', '计量单位', 'unit'],
  status: ['状态', '数据状态', '数据性质', 'status'],
};
const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([column, words]) => words.map((word) => [word, column as EntryColumn] as const)),
);

type Heading = { column: EntryColumn } | { year: string } | null;

function readHeading(text: string): Heading {
  const word = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const column = BY_WORD.get(word);
  if (column) return { column };
  const year = readYear(text);
  return year === null ? null : { year: String(year) };
}

/** The headings of a first row; null where it is a row of data. */
function readHeadings(first: readonly string[]): Heading[] | null {
  const headings = first.map(readHeading);
  const named = headings.filter((heading) => heading && 'column' in heading);
  const years = headings.filter((heading) => heading && 'year' in heading);
  const columns = new Set(named.map((heading) => (heading && 'column' in heading ? heading.column : '')));
  const isHeader = named.length >= 2 || (named.length === 1 && years.length > 0);
  return isHeader && columns.size === named.length ? headings : null;
}

function namedCells(cells: readonly string[], headings: readonly Heading[]): PastedRow {
  return Object.fromEntries(
    headings.flatMap((heading, at) => (heading && 'column' in heading ? [[heading.column, cells[at] ?? '']] : [])),
  );
}

/** A row for every year across that has a value. */
function rowsOfYears(cells: readonly string[], headings: readonly Heading[]): PastedRow[] {
  const named = namedCells(cells, headings);
  return headings.flatMap((heading, at) => {
    const value = cells[at] ?? '';
    return heading && 'year' in heading && value !== '' ? [{ ...named, year: heading.year, value }] : [];
  });
}

function layByHeadings(body: readonly string[][], first: readonly string[], headings: readonly Heading[]): LaidBlock {
  const dropped = first.filter((text, at) => headings[at] === null && text !== '');
  const years = headings.filter((heading) => heading && 'year' in heading).length;
  const filled = body.filter((cells) => cells.some((text) => text !== ''));
  if (years === 0) {
    return { rows: filled.map((cells) => namedCells(cells, headings)), how: 'header', dropped, empty: 0 };
  }
  const rows = filled.flatMap((cells) => rowsOfYears(cells, headings)).slice(0, 2 * MAX_ROWS);
  return { rows, how: 'years', dropped, empty: Math.max(0, filled.length * years - rows.length) };
}

function layByPlace(block: readonly string[][], at: EntryColumn): LaidBlock {
  const columns = ENTRY_COLUMNS.slice(ENTRY_COLUMNS.indexOf(at));
  const width = Math.max(...block.map((cells) => cells.length));
  const dropped = Array.from({ length: Math.max(0, width - columns.length) }, (_, index) =>
    String(columns.length + index + 1),
  );
  const rows = block.map(
    (cells) =>
      Object.fromEntries(
        columns.slice(0, cells.length).map((column, index) => [column, cells[index] ?? '']),
      ) as Partial<EntryRow>,
  );
  return { rows, how: 'place', dropped, empty: 0 };
}

/**
 * The rows of the grid that a block stands for. With a first row of headings (指标, 地区, 年份 …) columns go where
 * they belong, and years across become rows; without, the block is laid from the column it was pasted into.
 */
export function layBlock(block: readonly string[][], at: EntryColumn): LaidBlock {
  const [first = [], ...body] = block;
  const headings = body.length > 0 ? readHeadings(first) : null;
  return headings ? layByHeadings(body, first, headings) : layByPlace(block, at);
}
