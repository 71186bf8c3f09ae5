import type { Figure } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Target } from '@dabiao/domain/target';
import { expect, it } from 'vitest';
import { toTrajectorySeries } from '../src/target-trajectory.ts';

const INDICATOR: Indicator = {
  id: 'energy',
  name: '单位能耗',
  nameEn: null,
  unit: '吨标准煤/万元',
  direction: 'less',
  measure: 'stock',
  definition: null,
  aliases: [],
  naturalLimit: null,
};
const TARGET: Target = {
  id: 't',
  document: 'd',
  region: '370000',
  indicator: 'energy',
  kind: 'level',
  comparator: 'lte',
  qualifier: null,
  milestones: [
    { year: 2025, value: 0.5 },
    { year: 2023, value: 0.6 },
  ],
  everyYear: false,
  period: { from: 2021, to: 2025 },
  baseline: { year: 2020, value: 0.7 },
  clause: [],
  quote: '',
  departments: [],
  notes: null,
  restates: null,
  method: null,
  tolerance: null,
  pathShape: 'straight',
  scheduleCuts: null,
};

function figure(year: number, value: number, over: Partial<Figure> = {}): Figure {
  const plain = { decimals: 2, status: 'final', caveats: [], note: null } as const;
  return { indicator: 'energy', region: '370000', year, value, ...plain, caveats: [], ...over };
}

it('takes points, milestones in order, path and the words of the source', () => {
  const series = toTrajectorySeries(
    TARGET,
    INDICATOR,
    [
      figure(2023, 0.61),
      figure(2024, 0.52, { note: '截至9月' }),
      figure(2025, 0.49),
      figure(2024, 9, { region: '379999' }),
    ],
    { asOf: 2024, base: { year: 2020, value: 0.7 } },
  );
  expect(series.points.map(({ year, value, note }) => [year, value, note])).toEqual([
    [2023, 0.61, null],
    [2024, 0.52, '截至9月'],
    [2025, 0.49, null],
  ]);
  expect(series.milestones.map(({ year, met }) => [year, met])).toEqual([
    [2023, false],
    [2025, true],
  ]);
  expect(series.path).toEqual([
    { year: 2020, value: 0.7 },
    { year: 2023, value: 0.6 },
    { year: 2025, value: 0.5 },
  ]);
  expect(series).toMatchObject({ unit: '吨标准煤/万元', direction: 'less', tolerance: 0.02, asOf: 2024 });
});

it('does not know whether a milestone without a figure is met', () => {
  const series = toTrajectorySeries(TARGET, INDICATOR, [], { asOf: 2024, base: null });
  expect(series.milestones.map(({ met }) => met)).toEqual([null, null]);
  expect(series.points).toEqual([]);
});

it('draws computed kinds in their own unit', () => {
  const target: Target = {
    ...TARGET,
    kind: 'reduction_vs_baseline',
    comparator: 'gte',
    milestones: [{ year: 2025, value: 20 }],
  };
  const series = toTrajectorySeries(target, INDICATOR, [figure(2023, 0.63)], {
    asOf: 2024,
    base: { year: 2020, value: 0 },
  });
  expect(series).toMatchObject({ unit: '%', direction: 'more' });
  expect(series.points.map(({ value }) => value)).toEqual([10]);
});
