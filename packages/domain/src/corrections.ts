import { COLUMN_USES, type ColumnUse } from './column-use.ts';

/**
 * What a person says about every sheet of one shape, kept for the next file of that shape. Rows and columns are
 * 0-based and named twice, by place and by what stands there: where next year's sheet has a row or a column more, the
 * text finds them again.
 */
export interface ShapeCorrections {
  /** `shape` and `names` of the SheetView. */
  shape: string;
  names: string[];
  /** The sheet holds no figures. */
  ignore?: boolean;
  /** Every header of the sheet, each beginning a table: its first row, the first text in that row, how many rows. */
  headers?: { row: number; text: string; rows: number }[];
  /** What a column is, and its unit; `text` is the ColumnView's header. */
  columns?: { column: number; text: string; use?: ColumnUse; unit?: string }[];
  /** What the names across are where nothing tells: regions or indicators. */
  across?: 'region' | 'indicator';
  /** The indicator a name stands for (null: left out), and the unit its values are in. */
  indicators?: { label: string; indicator?: string | null; unit?: string }[];
  /** The region a name stands for; null: left out. */
  regions?: { label: string; region: string | null }[];
  /** Unit of all values whose row, column and cell name none. */
  unit?: string;
  /** Region of all rows that name none. */
  region?: string;
}

/** What is so in this file alone: next year's has other years. */
export interface SheetFacts {
  sheet: string;
  year?: number;
  /** Years of columns. */
  columns?: { column: number; year: number }[];
}

/** What a person says about how a file is to be read. Plain JSON. */
export interface Corrections {
  shapes: ShapeCorrections[];
  sheets: SheetFacts[];
}

/** A field that is not as it must be: `shapes[0].columns[2].use`, and what is expected there, in Chinese. */
export interface WrongField {
  path: string;
  message: string;
}

type Check = (value: unknown, path: string, wrong: WrongField[]) => void;

/** Letters of a name, sheets and names of a file, rows and columns of a sheet: no more than a workbook can have. */
const MAX_TEXT = 1_000;
const MAX_ENTRIES = 2_000;
const MAX_ROW = 1_048_575;
const MAX_COLUMN = 16_383;

function expecting(test: (value: unknown) => boolean, message: string): Check {
  return (value, path, wrong) => {
    if (!test(value)) wrong.push({ path, message });
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT;
}

const text = expecting(isText, `应为不超过${MAX_TEXT}字的文字`);
const name = expecting((value) => isText(value) && value !== '', `应为1—${MAX_TEXT}字的文字`);
const nameOrNull = expecting(
  (value) => value === null || (isText(value) && value !== ''),
  '应为代码，或为 null（不读入）',
);
const flag = expecting((value) => typeof value === 'boolean', '应为 true 或 false');

function whole(least: number, most: number): Check {
  const test = (value: unknown) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
  return expecting(test, `应为${least}—${most}的整数`);
}

function oneOf(words: readonly string[]): Check {
  return expecting((value) => typeof value === 'string' && words.includes(value), `应为${words.join('、')}之一`);
}

function list(each: Check, most = MAX_ENTRIES): Check {
  return (value, path, wrong) => {
    if (!Array.isArray(value)) wrong.push({ path, message: '应为列表' });
    else if (value.length > most) wrong.push({ path, message: `最多${most}项` });
    else for (const [index, one] of value.entries()) each(one, `${path}[${index}]`, wrong);
  };
}

function checkField(check: Check | undefined, value: unknown, path: string, wrong: WrongField[]): void {
  if (check) check(value, path, wrong);
  else wrong.push({ path, message: '没有这个字段' });
}

/** An object of exactly these fields. */
function fields(needed: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  const known = new Map(Object.entries({ ...needed, ...optional }));
  return (value, path, wrong) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      wrong.push({ path, message: '应为对象' });
      return;
    }
    const at = (field: string) => (path === '' ? field : `${path}.${field}`);
    for (const [field, own] of Object.entries(value)) checkField(known.get(field), own, at(field), wrong);
    for (const field of Object.keys(needed)) {
      if (!Object.hasOwn(value, field)) wrong.push({ path: at(field), message: '缺少这个字段' });
    }
  };
}

const row = whole(0, MAX_ROW);
const column = whole(0, MAX_COLUMN);
const year = whole(1900, 2200);

const shapeCorrections = fields(
  { shape: name, names: list(text) },
  {
    ignore: flag,
    headers: list(fields({ row, text, rows: whole(1, 20) }), 100),
    columns: list(fields({ column, text }, { use: oneOf(COLUMN_USES), unit: name })),
    across: oneOf(['region', 'indicator']),
    indicators: list(fields({ label: name }, { indicator: nameOrNull, unit: name })),
    regions: list(fields({ label: name, region: nameOrNull })),
    unit: name,
    region: name,
  },
);
const sheetFacts = fields({ sheet: text }, { year, columns: list(fields({ column, year })) });
const corrections = fields({ shapes: list(shapeCorrections, 1_000), sheets: list(sheetFacts, 1_000) });

function wrongFields(check: Check, input: unknown): WrongField[] {
  const wrong: WrongField[] = [];
  check(input, '', wrong);
  return wrong;
}

/** Corrections out of parsed JSON. @returns them, or every field that is missing, unknown or not as it must be. */
export function readCorrections(input: unknown): { corrections: Corrections } | { wrong: WrongField[] } {
  const wrong = wrongFields(corrections, input);
  return wrong.length > 0 ? { wrong } : { corrections: input as Corrections };
}
