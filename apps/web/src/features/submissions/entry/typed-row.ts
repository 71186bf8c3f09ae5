import type { GridRow } from '@dabiao/contract/grid-rows';
import { FIGURE_STATUS_WORDS, FIGURE_STATUSES, type FigureStatus } from '@dabiao/domain/figure';
import { type EntryColumn, type EntryRow, isEmptyRow } from './entry-rows.ts';

/** Why a cell cannot be sent: it is empty, or holds what is no number, year or status; `mark`: … — and the
 * like; `percent`: 38% beside another unit; `long`: more letters than a name has. */
export type FaultReason = 'missing' | 'number' | 'mark' | 'year' | 'status' | 'percent' | 'long';

export interface EntryFault {
  /** Place of the row in the grid, from 0. */
  row: number;
  column: EntryColumn;
  reason: FaultReason;
  text: string;
}

/** What stands for cells left empty. */
export type EntryDefaults = Pick<EntryRow, 'region' | 'year' | 'status'>;

const FIRST_YEAR = 1949;
const LAST_YEAR = 2200;
const MAX_WORD = 200;
const MAX_UNIT = 40;
const MAX_DIGITS = 40;

/** Half width, without spaces of any kind. */
const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s\u00a0\u200b\ufeff]/g, '');

/** A year as people write one: 2024, ２０２４年, 2024年度; null where the text is none. */
export function readYear(text: string): number | null {
  const [, digits] = /^(\d{4})(?:\.0)?(?:年(?:度|末|底)?)?$/.exec(squeeze(text)) ?? [];
  const year = Number(digits);
  return digits !== undefined && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** … below the smallest unit, — - none: words of statistics that are no numbers. */
const MARKS = /^(?:\.{2,}|…+|⋯+|[—–\-－一]+|#|\*|x|n\/?a)$/i;

/**
 * A number as people write one, as plain decimal text with the digits as typed: １，２３４．５０ is 1234.50, 38% is 38
 * with its unit; null where the text is none.
 */
export function readNumber(text: string): { value: string; percent: boolean } | null {
  const plain = squeeze(text)
    .replace(/[−–]/g, '-')
    .replace(/^([+-]?)\./, '$10.');
  const [, sign = '', digits = '', fraction = '', percent] =
    /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(%)?$/.exec(plain) ?? [];
  if (digits === '') return null;
  return { value: `${sign}${digits.replaceAll(',', '')}${fraction}`, percent: percent !== undefined };
}

const STATUS_BY_WORD = new Map<string, FigureStatus>(
  FIGURE_STATUSES.flatMap((status) =>
    [status, FIGURE_STATUS_WORDS[status].zh, FIGURE_STATUS_WORDS[status].en.toLowerCase()].map(
      (word) => [word, status] as const,
    ),
  ),
);

/** 快报, 年报数, Final …; null where the word is none. */
export function readStatus(text: string): FigureStatus | null {
  return STATUS_BY_WORD.get(squeeze(text).toLowerCase().replace(/数$/, '')) ?? null;
}

type Wrong = [column: EntryColumn, reason: FaultReason, text: string];

function valueWrong({ value: text, unit }: EntryRow): Wrong | null {
  if (text === '') return ['value', 'missing', ''];
  if (MARKS.test(squeeze(text))) return ['value', 'mark', text];
  const number = readNumber(text);
  if (number === null || number.value.length > MAX_DIGITS) return ['value', 'number', text];
  return number.percent && unit !== '' && squeeze(unit) !== '%' ? ['unit', 'percent', unit] : null;
}

function wrongsOf(row: EntryRow): Wrong[] {
  const wrongs: (Wrong | null)[] = [
    ...(['indicator', 'region', 'year'] as const).map((column): Wrong | null =>
      row[column] === '' ? [column, 'missing', ''] : null,
    ),
    ...(['indicator', 'region'] as const).map((column): Wrong | null =>
      row[column].length > MAX_WORD ? [column, 'long', ''] : null,
    ),
    row.year !== '' && readYear(row.year) === null ? ['year', 'year', row.year] : null,
    valueWrong(row),
    row.unit.length > MAX_UNIT ? ['unit', 'long', ''] : null,
    row.status !== '' && readStatus(row.status) === null ? ['status', 'status', row.status] : null,
  ];
  return wrongs.flatMap((wrong) => (wrong ? [wrong] : []));
}

/** Without padding, and with the defaults where nothing was typed. */
function completed(row: EntryRow, defaults: EntryDefaults): EntryRow {
  const trimmed = Object.fromEntries(Object.entries(row).map(([column, text]) => [column, text.trim()])) as EntryRow;
  const or = (text: string, other: string) => (text === '' ? other : text);
  return {
    ...trimmed,
    region: or(trimmed.region, defaults.region),
    year: or(trimmed.year, defaults.year),
    status: or(trimmed.status, defaults.status),
  };
}

function gridRow(row: EntryRow): GridRow {
  const { value, percent } = readNumber(row.value) ?? { value: row.value, percent: false };
  const unit = row.unit === '' && percent ? '%' : row.unit.replace('％', '%');
  const status = readStatus(row.status);
  return {
    indicator: row.indicator,
    region: row.region,
    year: readYear(row.year) ?? 0,
    value,
    ...(unit === '' ? {} : { unit }),
    ...(status === null ? {} : { status }),
  };
}

/**
 * The rows of a grid as they are sent; empty ones are left out. Nothing is sent that is missing or no number.
 * @returns the rows, or what is wrong with which cell
 */
export function toGridRows(
  rows: readonly EntryRow[],
  defaults: EntryDefaults,
): { rows: GridRow[]; faults: EntryFault[] } {
  const typed = rows.flatMap((row, at) => (isEmptyRow(row) ? [] : [{ row: completed(row, defaults), at }]));
  const faults = typed.flatMap(({ row, at }) =>
    wrongsOf(row).map(([column, reason, text]) => ({ row: at, column, reason, text })),
  );
  return { rows: faults.length > 0 ? [] : typed.map(({ row }) => gridRow(row)), faults };
}

/** Rows that were sent, as the grid shows them again. */
export function toEntryRows(rows: readonly GridRow[], lang: 'zh' | 'en'): EntryRow[] {
  return rows.map(({ indicator, region, year, value, unit, status }) => ({
    indicator,
    region,
    year: String(year),
    value: String(value),
    unit: unit ?? '',
    status: status === undefined ? '' : FIGURE_STATUS_WORDS[status][lang],
  }));
}
