import type { TargetDetail, TargetRow } from '@dabiao/contract/target';
import type { Figure } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Target } from '@dabiao/domain/target';
import { latestVersions } from './figure-notes.ts';

/** The target of a row as the domain judges it; what a row does not carry is not asked for in judging. */
export function toTarget(row: TargetRow): Target {
  return {
    ...row,
    document: row.document.id,
    region: row.region.code,
    indicator: row.indicator.id,
    notes: null,
  };
}

/** The indicator of a row as the domain judges by it. */
export function toIndicator({ indicator }: TargetRow): Indicator {
  return { ...indicator, definition: null, aliases: [] };
}

/** The figures that count, one a year, as the domain judges them; none later than `asOf`. */
export function toFigures(versions: TargetDetail['figures'], asOf: number): Figure[] {
  return latestVersions(versions).filter(({ year }) => year <= asOf);
}
