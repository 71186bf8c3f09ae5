import type { TargetRow } from '@dabiao/contract/target';
import { ATTENTION, type Verdict } from '@dabiao/domain/verdict';

/** What one department answers for. */
export interface DepartmentStand {
  name: string;
  total: number;
  /** Targets it leads. */
  lead: number;
  /** Targets that call for attention. */
  attention: number;
  counts: { verdict: Verdict; count: number }[];
}

/**
 * Targets grouped by the departments named for them, those with most to attend to first. A target of two
 * departments counts for both; restatements are not counted.
 */
export function toDepartments(rows: readonly TargetRow[]): DepartmentStand[] {
  const groups = new Map<string, TargetRow[]>();
  for (const row of rows) {
    if (row.restates !== null) continue;
    for (const name of new Set(row.departments.map((department) => department.name))) {
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
  }
  return [...groups]
    .map(([name, own]) => toStand(name, own))
    .sort((a, b) => b.attention - a.attention || b.total - a.total || a.name.localeCompare(b.name, 'zh'));
}

/** Targets that have a department, each once, by verdict; restatements are not counted. */
export const standOf = (rows: readonly TargetRow[]): DepartmentStand['counts'] =>
  countsOf(rows.filter(({ restates, departments }) => restates === null && departments.length > 0));

function countsOf(rows: readonly TargetRow[]): DepartmentStand['counts'] {
  const counts = new Map<Verdict, number>();
  for (const { assessment } of rows) counts.set(assessment.verdict, (counts.get(assessment.verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => ({ verdict, count }));
}

function toStand(name: string, own: readonly TargetRow[]): DepartmentStand {
  return {
    name,
    total: own.length,
    lead: own.filter(({ departments }) => departments.some((each) => each.name === name && each.role === 'lead'))
      .length,
    attention: own.filter(({ assessment }) => ATTENTION.includes(assessment.verdict)).length,
    counts: countsOf(own),
  };
}
