import { clauseLine } from '@dabiao/domain/document';
import { judgedUnit } from '@dabiao/domain/target';
import { findTargetIndicators } from '@dabiao/store/indicators';
import type { Db } from '@dabiao/store/open';
import { findTargets } from '@dabiao/store/targets';
import type { Table } from '@dabiao/workbook/table';

/** The targets as `export targets --format json` gives them. */
export async function targetObjects(db: Db) {
  const indicators = await findTargetIndicators(db);
  return (await findTargets(db)).map((target) => {
    const indicator = indicators.get(target.indicator);
    return {
      id: target.id,
      document: target.document,
      region: target.region,
      indicator: indicator?.name ?? target.indicator,
      unit: indicator ? judgedUnit(target.kind, indicator) : '',
      kind: target.kind,
      comparator: target.comparator,
      qualifier: target.qualifier,
      milestones: target.milestones.map(({ year, value, valueMax, wording, yearInferred }) => ({
        year,
        value,
        ...(valueMax === undefined ? {} : { value_max: valueMax }),
        ...(wording === undefined ? {} : { wording }),
        ...(yearInferred ? { year_inferred: true } : {}),
      })),
      every_year: target.everyYear,
      period: target.period,
      baseline: target.baseline,
      clause: clauseLine(target.clause),
      quote: target.quote,
      departments: target.departments,
      notes: target.notes,
      ...(target.restates === null ? {} : { restates: target.restates }),
    };
  });
}

/** One row a milestone; one without value for a target that has none. */
export async function targetTable(db: Db): Promise<Table> {
  const targets = await targetObjects(db);
  return {
    columns: [
      'id',
      'document',
      'region',
      'indicator',
      'unit',
      'kind',
      'comparator',
      'qualifier',
      'milestone_year',
      'milestone_value',
      'milestone_value_max',
      'every_year',
      'period_from',
      'period_to',
      'baseline_year',
      'baseline_value',
      'clause',
      'quote',
      'departments',
      'restates',
    ],
    rows: targets.flatMap((target) =>
      (target.milestones.length > 0 ? target.milestones : [null]).map((milestone) => [
        target.id,
        target.document,
        target.region,
        target.indicator,
        target.unit,
        target.kind,
        target.comparator,
        target.qualifier,
        milestone?.year ?? null,
        milestone?.value ?? null,
        milestone?.value_max ?? null,
        target.every_year ? 1 : 0,
        target.period.from,
        target.period.to,
        target.baseline?.year ?? null,
        target.baseline?.value ?? null,
        target.clause,
        target.quote,
        target.departments.map(({ name, role }) => (role === 'lead' ? `${name}（牵头）` : name)).join('、'),
        target.restates ?? null,
      ]),
    ),
  };
}
