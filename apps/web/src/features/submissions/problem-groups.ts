import type { Submission } from '@dabiao/contract/submission';

export type ListedProblem = Submission['problems'][number];

/** `error` keeps a row out, `confirm` needs a reason, `note` states what was done. */
export const PROBLEM_KINDS = ['error', 'confirm', 'note'] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export interface ProblemGroup {
  kind: ProblemKind;
  code: ListedProblem['code'];
  problems: ListedProblem[];
}

/** What a problem asks of the one who hands in. */
export function kindOf({ severity, needsReason }: Pick<ListedProblem, 'severity' | 'needsReason'>): ProblemKind {
  if (severity === 'error') return 'error';
  return needsReason ? 'confirm' : 'note';
}

/** How many problems there are of each kind. */
export function countKinds(problems: readonly ListedProblem[]): Record<ProblemKind, number> {
  const counts = { error: 0, confirm: 0, note: 0 };
  for (const problem of problems) counts[kindOf(problem)] += 1;
  return counts;
}

/** Problems of one kind and code together: errors first, then what needs a reason; within a kind the most first. */
export function groupProblems(problems: readonly ListedProblem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const kind = kindOf(problem);
    const group = groups.get(`${kind} ${problem.code}`) ?? { kind, code: problem.code, problems: [] };
    groups.set(`${kind} ${problem.code}`, group);
    group.problems.push(problem);
  }
  const rank = ({ kind }: ProblemGroup) => PROBLEM_KINDS.indexOf(kind);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.problems.length - a.problems.length);
}

/** Key of a place, for finding the problems of a cell. */
export const placeKey = (sheet: string | null, cell: string | null): string => JSON.stringify([sheet, cell]);

/** Problems by the cell they are of; those of a sheet or the file are under the cell null. */
export function problemsByPlace(problems: readonly ListedProblem[]): Map<string, ListedProblem[]> {
  const places = new Map<string, ListedProblem[]>();
  for (const problem of problems) {
    const key = placeKey(problem.sheet, problem.cell);
    const known = places.get(key);
    if (known) known.push(problem);
    else places.set(key, [problem]);
  }
  return places;
}

/** Whether a sentence begins with its own place (工作表“…”单元格B3：…, Sheet “…”, cell B3: …): it need not be said before it. */
export function saysPlace(sentence: string): boolean {
  return sentence.startsWith('工作表') || sentence.startsWith('Sheet “');
}
