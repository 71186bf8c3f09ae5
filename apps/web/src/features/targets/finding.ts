import type { TargetRow } from '@dabiao/contract/target';
import { targetFinding } from '@dabiao/domain/finding';
import type { Lang } from '../../ui/url-state.ts';
import { toIndicator, toTarget } from './judged-row.ts';

/** What was found of a target, as a title. */
export function findingOf(row: TargetRow, lang: Lang): string {
  return targetFinding(row.region.name, toTarget(row), toIndicator(row), row.assessment, lang);
}
