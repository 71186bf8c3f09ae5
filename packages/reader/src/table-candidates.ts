import { multiply } from '@dabiao/domain/decimal';
import { parseUnit, unitWithoutMagnitude } from '@dabiao/domain/unit';
import type { Candidate } from './reading.ts';
import type { TableValue } from './table-row.ts';

/** Magnitudes of what is not money are written out: 万人 is 人. */
function plainUnit(unit: string): { unit: string; power: number } {
  const without = unitWithoutMagnitude(unit);
  if (without === null || /元/.test(unit) || /[/／]/.test(unit)) return { unit, power: 1 };
  const [from, to] = [parseUnit(unit), parseUnit(without)];
  return from && to ? { unit: without, power: Number(from.factor) / Number(to.factor) } : { unit, power: 1 };
}

const FALLING = /(?:下降|降低|减少|降幅|削减)(?:率|幅度|比例)?$/;

function kindOf({ rate, name, unit, change }: TableValue): Candidate['kind'] {
  if (change) return change === 'fall' ? 'reduction_vs_baseline' : 'growth_vs_baseline';
  if (rate || /(?:增长|增速|增幅|增长率)$/.test(name)) return 'growth_rate';
  if (unit === '%' && FALLING.test(name)) return 'reduction_vs_baseline';
  if (/^(?:累计)?新增/.test(name)) return 'cumulative_increment';
  return unit === '%' ? 'share' : 'level';
}

/** A row of a table as a candidate; where it stands is filled in by the caller. */
export function toCandidate(value: TableValue): Omit<Candidate, 'clause' | 'departments' | 'quote' | 'start' | 'end'> {
  const { unit, power } = plainUnit(value.unit);
  const scaled = (number: number) => (power === 1 ? number : multiply(number, power));
  return {
    indicator: value.name.replace(FALLING, '') || value.name,
    unit: unit === '名' ? '人' : unit,
    comparator: value.comparator,
    kind: kindOf(value),
    milestones: value.milestones.map((one) => ({
      ...one,
      value: scaled(one.value),
      ...(one.valueMax === undefined ? {} : { valueMax: scaled(one.valueMax) }),
    })),
    everyYear: false,
    baseline: value.baseline
      ? { year: value.baseline.year, value: value.baseline.value === null ? null : scaled(value.baseline.value) }
      : null,
    qualifier: null,
    confidence: 0.85,
    reasons: ['表格：年份取列头，单位取单位列或指标名后的括号'],
  };
}
