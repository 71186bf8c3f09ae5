import type { ShapeCorrections } from '@dabiao/domain/corrections';
import type { SheetSaid } from './correct-table.ts';
import { timelessName } from './label.ts';

type IndicatorSaid = NonNullable<ShapeCorrections['indicators']>[number];
type RegionSaid = NonNullable<ShapeCorrections['regions']>[number];

/** What a person has said names stand for, by the name without padding, width and years. */
export interface SaidNames {
  indicators: ReadonlyMap<string, IndicatorSaid>;
  regions: ReadonlyMap<string, RegionSaid>;
}

function byLabel<T extends { label: string }>(entries: readonly T[] | undefined): Map<string, T> {
  return new Map((entries ?? []).map((entry) => [timelessName(entry.label), entry]));
}

/** The names of a sheet that a person has said something of. */
export function saidNames(said: SheetSaid | null): SaidNames {
  return { indicators: byLabel(said?.shape.indicators), regions: byLabel(said?.shape.regions) };
}

/** What was said of one name. */
export function saidOf<T>(names: ReadonlyMap<string, T>, label: string): T | undefined {
  return names.size === 0 ? undefined : names.get(timelessName(label));
}
