import { assessTarget } from '../src/assess.ts';
import type { Assessment } from '../src/assessment.ts';
import type { Figure } from '../src/figure.ts';
import type { Indicator } from '../src/indicator.ts';
import type { Target } from '../src/target.ts';

/** A stock counted in 个, more is better, with what a test changes. */
export function indicator(changes: Partial<Indicator> = {}): Indicator {
  return {
    id: 'base-stations',
    name: '5G基站数',
    nameEn: '5G base stations',
    unit: '个',
    direction: 'more',
    measure: 'stock',
    definition: null,
    aliases: [],
    naturalLimit: null,
    ...changes,
  };
}

/** 到2025年达到60000个, period 2021–2025, without a baseline, with what a test changes. */
export function target(changes: Partial<Target> = {}): Target {
  return {
    id: 'sample/1',
    document: 'sample',
    region: '370100',
    indicator: 'base-stations',
    kind: 'level',
    comparator: 'gte',
    qualifier: null,
    milestones: [{ year: 2025, value: 60000 }],
    everyYear: false,
    period: { from: 2021, to: 2025 },
    baseline: null,
    clause: ['一、总体目标'],
    quote: '到2025年，5G基站达到60000个',
    departments: [],
    notes: null,
    restates: null,
    method: null,
    tolerance: null,
    pathShape: 'straight',
    scheduleCuts: null,
    ...changes,
  };
}

/** A final year-end figure of the sample target, with what a test changes. */
export function figure(year: number, value: number, changes: Partial<Figure> = {}): Figure {
  return {
    indicator: 'base-stations',
    region: '370100',
    year,
    value,
    decimals: 0,
    status: 'final',
    caveats: [],
    note: null,
    ...changes,
  };
}

/** Final year-end figures from pairs of year and value. */
export function figures(values: Record<number, number>, changes: Partial<Figure> = {}): Figure[] {
  return Object.entries(values).map(([year, value]) => figure(Number(year), value, changes));
}

/** Verdict of each year, with `early` and the reason behind it where there is one. */
export function verdicts(one: Target, given: Figure[], from: number, to: number, of = indicator()): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const { verdict, early, reason } = assessTarget(one, of, given, from + at);
    return [verdict, early ? 'early' : null, reason].filter((part) => part !== null).join(' ');
  });
}

/** The assessment as of one year. */
export function found(one: Target, given: Figure[], asOf: number, of = indicator()): Assessment {
  return assessTarget(one, of, given, asOf);
}
