import type { ColumnUse } from '@dabiao/domain/column-use';
import type { Corrections, ShapeCorrections, SheetFacts } from '@dabiao/domain/corrections';
import type { SheetView } from '@dabiao/domain/sheet-view';

/** One thing a person says about how a sheet is to be read. Rows and columns are 0-based. */
export type Change =
  | { kind: 'column'; column: number; header: string; use?: ColumnUse; unit?: string }
  | { kind: 'columnYear'; column: number; year: number }
  | { kind: 'indicator'; label: string; indicator?: string | null; unit?: string }
  | { kind: 'region'; label: string; region: string | null }
  /** `move`: the table that has this row begins with it; `add`: another table begins here; `drop`: no header here. */
  | { kind: 'header'; row: number; rows: number; how: 'move' | 'add' | 'drop' }
  | { kind: 'across'; across: 'region' | 'indicator' }
  | { kind: 'sheet'; unit?: string; region?: string; ignore?: boolean }
  | { kind: 'sheetYear'; year: number }
  /** Read as if nothing had ever been said of this shape. */
  | { kind: 'reset' };

type Header = NonNullable<ShapeCorrections['headers']>[number];

function firstText(view: SheetView, row: number): string {
  return view.cells[row]?.find((text) => text !== '') ?? '';
}

function headersOf(view: SheetView): Header[] {
  return view.tables.map(({ header }) => ({
    row: header.first,
    text: firstText(view, header.first),
    rows: header.last - header.first + 1,
  }));
}

/** The header of the table that has this row; before the first and after the last table, that of the nearest. */
function headerAt(view: SheetView, row: number): number | null {
  const found = view.tables.find(({ body }) => row <= body.last) ?? view.tables.at(-1);
  return found?.header.first ?? null;
}

function withHeader(view: SheetView, { row, rows, how }: Extract<Change, { kind: 'header' }>): Header[] {
  const replaced = how === 'add' ? null : headerAt(view, row);
  const kept = headersOf(view).filter((header) => header.row !== replaced && header.row !== row);
  const own = how === 'drop' ? [] : [{ row, text: firstText(view, row), rows }];
  return [...kept, ...own].sort((a, b) => a.row - b.row);
}

/** A list with the entries that `same` finds replaced by one. */
function replacing<T>(list: readonly T[] | undefined, same: (one: T) => boolean, entry: T): T[] {
  return [...(list ?? []).filter((one) => !same(one)), entry];
}

type ShapeChange = Exclude<Change, { kind: 'columnYear' | 'sheetYear' }>;

function changeNames(base: ShapeCorrections, change: Extract<Change, { kind: 'indicator' | 'region' }>) {
  const same = ({ label }: { label: string }) => label === change.label;
  if (change.kind === 'region') {
    const { label, region } = change;
    return { ...base, regions: replacing(base.regions, same, { label, region }) };
  }
  const { kind: _, ...entry } = change;
  return { ...base, indicators: replacing(base.indicators, same, { ...base.indicators?.find(same), ...entry }) };
}

function changeColumn(
  base: ShapeCorrections,
  { column, header: text, use, unit }: Extract<Change, { kind: 'column' }>,
) {
  const same = (own: { column: number; text: string }) => own.column === column && own.text === text;
  const said = { ...(use === undefined ? {} : { use }), ...(unit === undefined ? {} : { unit }) };
  return { ...base, columns: replacing(base.columns, same, { ...base.columns?.find(same), column, text, ...said }) };
}

function changeShape(view: SheetView, base: ShapeCorrections, change: ShapeChange): ShapeCorrections {
  switch (change.kind) {
    case 'indicator':
    case 'region':
      return changeNames(base, change);
    case 'column':
      return changeColumn(base, change);
    case 'header':
      return { ...base, headers: withHeader(view, change) };
    case 'across':
      return { ...base, across: change.across };
    case 'reset':
      return { shape: view.shape, names: view.names };
    case 'sheet': {
      const { kind: _, ...said } = change;
      return { ...base, ...said };
    }
  }
}

function changeFacts(sheet: string, facts: readonly SheetFacts[], change: Change): SheetFacts[] {
  const same = (own: SheetFacts) => own.sheet === sheet;
  const base = facts.find(same) ?? { sheet };
  if (change.kind === 'sheetYear') return replacing(facts, same, { ...base, year: change.year });
  if (change.kind !== 'columnYear') return [...facts];
  const { column, year } = change;
  const columns = replacing(base.columns, (own) => own.column === column, { column, year });
  return replacing(facts, same, { ...base, columns });
}

/** The corrections a file was read with, as far as its sheets tell: one entry a shape, without the years of sheets. */
export function correctionsOf(views: readonly SheetView[]): Corrections {
  const given = views.flatMap(({ corrections }) => (corrections?.from === 'given' ? [corrections.used] : []));
  return { shapes: [...new Map(given.map((used) => [used.shape, used])).values()], sheets: [] };
}

/** What a sheet is read with now; kept corrections of nearly its shape become its own. */
function baseOf({ shape, names, corrections }: SheetView, now: Corrections): ShapeCorrections {
  const given = now.shapes.find((own) => own.shape === shape);
  return { ...(given ?? corrections?.used), shape, names };
}

/**
 * The corrections a file is to be read with once a sheet's reading is changed.
 * @param now what it was read with last: `shapes` and the years of its sheets
 */
export function correct(view: SheetView, now: Corrections, change: Change): Corrections {
  if (change.kind === 'columnYear' || change.kind === 'sheetYear') {
    return { ...now, sheets: changeFacts(view.sheet, now.sheets, change) };
  }
  const changed = changeShape(view, baseOf(view, now), change);
  return { ...now, shapes: replacing(now.shapes, ({ shape }) => shape === view.shape, changed) };
}

/**
 * What takes a change of a sheet's reading back: the corrections of before, with an entry for the sheet's shape even
 * where it had none, to go over what is remembered of it meanwhile.
 */
export function undoing(view: SheetView, now: Corrections, change: Change): Corrections {
  if (change.kind === 'columnYear' || change.kind === 'sheetYear') return now;
  return { ...now, shapes: replacing(now.shapes, ({ shape }) => shape === view.shape, baseOf(view, now)) };
}
