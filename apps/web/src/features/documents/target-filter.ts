import type { TargetRow } from '@dabiao/contract/target';
import { isNarrative, TARGET_KINDS, type TargetKind } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';
import { readText, readVerdict } from '../../ui/url-state.ts';

/** Which of a document's targets are shown; null does not narrow. */
export interface TargetFilter {
  verdict: Verdict | null;
  department: string | null;
  kind: TargetKind | null;
  /** Year a milestone falls due. */
  due: number | null;
}

export function readTargetFilter(params: URLSearchParams): TargetFilter {
  const due = params.get('due') ?? '';
  return {
    verdict: readVerdict(params),
    department: readText(params, 'department'),
    kind: TARGET_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    due: /^\d{4}$/.test(due) ? Number(due) : null,
  };
}

/** The targets that pass; a narrative goal has no verdict, so asking for one leaves it out. */
export function filterTargets(targets: readonly TargetRow[], filter: TargetFilter): TargetRow[] {
  return targets.filter(
    ({ assessment, departments, kind, milestones }) =>
      (filter.verdict === null || (assessment.verdict === filter.verdict && !isNarrative({ kind }))) &&
      (filter.department === null || departments.some(({ name }) => name === filter.department)) &&
      (filter.kind === null || kind === filter.kind) &&
      (filter.due === null || milestones.some(({ year }) => year === filter.due)),
  );
}
