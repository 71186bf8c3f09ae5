import type { TargetRow } from '@dabiao/contract/target';
import { clauseLine } from '@dabiao/domain/document';
import { isNarrative, TARGET_KINDS, type TargetKind } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';
import { readText, readVerdict } from '../../ui/url-state.ts';

/** Which of a document's targets are shown; null does not narrow. */
export interface TargetFilter {
  /** A heading of the outline as one line (`clauseLine`); what stands below it passes too. */
  clause: string | null;
  verdict: Verdict | null;
  department: string | null;
  kind: TargetKind | null;
  /** Year a milestone falls due. */
  due: number | null;
}

export function readTargetFilter(params: URLSearchParams): TargetFilter {
  const due = params.get('due') ?? '';
  return {
    clause: readText(params, 'clause'),
    verdict: readVerdict(params),
    department: readText(params, 'department'),
    kind: TARGET_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    due: /^\d{4}$/.test(due) ? Number(due) : null,
  };
}

/** A clause and every heading above it, outermost first, each as one line. */
export const headingsOf = (clause: readonly string[]): string[] =>
  clause.map((_, depth) => clauseLine(clause.slice(0, depth + 1)));

/** The targets that pass; a narrative goal has no verdict, so asking for one leaves it out. */
export function filterTargets(targets: readonly TargetRow[], filter: TargetFilter): TargetRow[] {
  return targets.filter(
    ({ assessment, clause, departments, kind, milestones }) =>
      (filter.clause === null || headingsOf(clause).includes(filter.clause)) &&
      (filter.verdict === null || (assessment.verdict === filter.verdict && !isNarrative({ kind }))) &&
      (filter.department === null || departments.some(({ name }) => name === filter.department)) &&
      (filter.kind === null || kind === filter.kind) &&
      (filter.due === null || milestones.some(({ year }) => year === filter.due)),
  );
}
