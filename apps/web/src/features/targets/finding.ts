import type { TargetRow } from '@dabiao/contract/target';
import { targetFinding } from '@dabiao/domain/finding';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Target } from '@dabiao/domain/target';
import type { Lang } from '../../ui/url-state.ts';

/** The row as the domain knows targets; what a row does not carry is what the finding does not ask. */
function toTarget(row: TargetRow): Target {
  return {
    ...row,
    document: row.document.id,
    region: row.region.code,
    indicator: row.indicator.id,
    notes: null,
    method: row.assessment.method,
  };
}

function toIndicator(row: TargetRow): Indicator {
  const rate = row.kind === 'growth_rate' && row.indicator.unit === '%';
  return {
    ...row.indicator,
    direction: row.direction,
    measure: rate ? 'rate' : 'stock',
    definition: null,
    aliases: [],
    naturalLimit: null,
  };
}

/** What was found of a target, as a title. */
export function findingOf(row: TargetRow, lang: Lang): string {
  return targetFinding(row.region.name, toTarget(row), toIndicator(row), row.assessment, lang);
}
