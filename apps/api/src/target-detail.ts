import type { TargetDetail } from '@dabiao/contract/target';
import { judgedSeries } from '@dabiao/domain/judged-series';
import { pathPoints } from '@dabiao/domain/path';
import { otherVerdicts } from '@dabiao/domain/sensitivity';
import { isNarrative } from '@dabiao/domain/target';
import { findFigures, findFigureVersions } from '@dabiao/store/figures';
import { findIndicator } from '@dabiao/store/indicators';
import { findTarget, findTargets } from '@dabiao/store/targets';
import type { AsOf } from './as-of.ts';
import { askableYears } from './askable-years.ts';
import type { Deps } from './deps.ts';
import { lookAhead } from './look-ahead.ts';
import { Problem } from './problem.ts';
import { targetRows } from './target-rows.ts';

/** Everything known of one target. @throws Problem not_found */
export async function targetDetail(deps: Deps, id: string, asOf: AsOf): Promise<TargetDetail> {
  const db = deps.store.read;
  const target = await findTarget(db, id);
  const indicator = target && (await findIndicator(db, target.indicator));
  if (!target || !indicator) throw new Problem('not_found');
  const { year, ...known } = asOf;
  const of = { indicator: target.indicator, region: target.region, ...known };
  const counting = await findFigures(db, of);
  const { points, base } = judgedSeries(target, indicator, counting, year);
  const [row] = await targetRows(db, [target], asOf);
  if (!row) throw new Problem('not_found');
  const related = isNarrative(target) ? [] : await findTargets(db, { relatedTo: target });
  const versions = await findFigureVersions(db, of);
  return {
    row,
    notes: target.notes,
    definition: indicator.definition,
    points,
    path: pathPoints(target, row.assessment.base ?? base, row.direction),
    otherVerdicts: otherVerdicts(target, indicator, counting, row.assessment),
    ...lookAhead(target, indicator, counting, row.assessment),
    figures: versions.map((figure) => ({ ...figure, unit: indicator.unit })).reverse(),
    related: await targetRows(db, related, asOf),
    years: (await askableYears(deps)).filter((one) => one >= target.period.from),
  };
}
