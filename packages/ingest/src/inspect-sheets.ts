import { unitWithoutMagnitude } from '@dabiao/domain/unit';
import type { CellValue, Missing } from './cell-value.ts';
import { type FoundTable, findTables, frameSheet } from './find-tables.ts';
import { cellAddress, type Sheet } from './grid.ts';
import { hasValues, type Observation, observeTable } from './observe-table.ts';
import { looksLikeRegion } from './region-like.ts';
import { readYearEnd, splitYear } from './year-label.ts';

/** One value as it stands in the file, labels as written. */
export interface InspectedObservation {
  region?: string;
  indicator?: string;
  year?: number;
  /** null where there is no number; `missing` says which kind of nothing, absent for text that is no number. */
  value: number | null;
  missing?: Missing;
  unit?: string;
  /** A1 address. */
  cell: string;
}

export interface InspectedTable {
  sheet: string;
  title?: string;
  observations: InspectedObservation[];
}

/** The year a row's label or a header gives, where it is a whole year. */
function observedYear(table: FoundTable, observation: Observation): number | null {
  if (observation.facts.partOfYear !== null) return null;
  const label = observation.yearLabel?.text;
  if (label === undefined) return observation.year ?? table.context.fileYear;
  return splitYear(label)?.year ?? (table.yearEnds ? readYearEnd(label) : null);
}

/** The unit a value is given in: the cell's own, or the table's, without its magnitude where the cell brings one. */
function unitOfValue(value: CellValue, written: string | undefined): string | undefined {
  if (value.kind !== 'number') return written;
  const base = value.magnitude === undefined ? null : unitWithoutMagnitude(written ?? '');
  return value.unit ?? base ?? written;
}

/** The number of a cell; one of too many digits at as many as can be kept. */
function numberOf(value: CellValue): number | null {
  if (value.kind === 'number') return value.value;
  return value.kind === 'bad' && value.code === 'value_too_precise' ? value.value : null;
}

function inspect(table: FoundTable, observation: Observation): InspectedObservation {
  const { region, quantity, unit, value } = observation;
  const year = observedYear(table, observation);
  const shownUnit = unitOfValue(value, unit?.text);
  return {
    ...(region && { region: region.text }),
    ...(quantity.text !== null && { indicator: quantity.text }),
    ...(year !== null && { year }),
    value: numberOf(value),
    ...(value.kind === 'missing' && { missing: value.missing }),
    ...(shownUnit !== undefined && { unit: shownUnit }),
    cell: cellAddress(observation.row, observation.column),
  };
}

function inspectTable(table: FoundTable): InspectedTable {
  const observations: InspectedObservation[] = [];
  observeTable(table, (observation) => observations.push(inspect(table, observation)));
  const { title } = table.context;
  return { sheet: table.sheet.name, ...(title !== null && { title }), observations };
}

/** What is understood of opened sheets, hidden ones aside; see inspectWorkbook. Pure. */
export function inspectSheets(sheets: readonly Sheet[], fileName: string): InspectedTable[] {
  return sheets
    .filter(({ hidden }) => !hidden)
    .flatMap((sheet) => findTables(frameSheet(sheet), { fileName, isRegion: looksLikeRegion }))
    .filter(hasValues)
    .map(inspectTable);
}
