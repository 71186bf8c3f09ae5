import { unitWithoutMagnitude } from '@dabiao/domain/unit';
import type { CellValue, Missing } from './cell-value.ts';
import { cellAddress, type Sheet } from './grid.ts';
import { type Observation, readTables } from './read-table.ts';
import { looksLikeRegion } from './region-like.ts';
import { splitYear } from './year-label.ts';

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
function observedYear(observation: Observation, fileYear: number | null): number | null {
  if (observation.facts.partOfYear !== null) return null;
  const label = observation.yearLabel;
  return observation.year ?? (label ? (splitYear(label.text)?.year ?? null) : fileYear);
}

/** The unit a value is given in: the cell's own, or the table's, without its magnitude where the cell brings one. */
function unitOfValue(value: CellValue, written: string | undefined): string | undefined {
  if (value.kind !== 'number') return written;
  const base = value.magnitude === undefined ? null : unitWithoutMagnitude(written ?? '');
  return value.unit ?? base ?? written;
}

function inspect(observation: Observation, fileYear: number | null): InspectedObservation {
  const { region, indicator, unit, value } = observation;
  const year = observedYear(observation, fileYear);
  const shownUnit = unitOfValue(value, unit?.text);
  return {
    ...(region && { region: region.text }),
    ...(indicator && { indicator: indicator.text }),
    ...(year !== null && { year }),
    value: value.kind === 'number' ? value.value : null,
    ...(value.kind === 'missing' && { missing: value.missing }),
    ...(shownUnit !== undefined && { unit: shownUnit }),
    cell: cellAddress(observation.row, observation.column),
  };
}

/** What is understood of opened sheets, hidden ones aside; see inspectWorkbook. Pure. */
export function inspectSheets(sheets: readonly Sheet[], fileName: string): InspectedTable[] {
  return sheets
    .filter(({ hidden }) => !hidden)
    .flatMap((sheet) => readTables(sheet, fileName, looksLikeRegion))
    .map(({ sheet, context, observations }) => ({
      sheet,
      ...(context.title !== null && { title: context.title }),
      observations: observations.map((observation) => inspect(observation, context.fileYear)),
    }));
}
