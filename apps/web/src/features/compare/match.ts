import type { TargetRow } from '@dabiao/contract/target';
import { VERDICTS, type Verdict } from '@dabiao/domain/verdict';

/**
 * Which side stands better: the verdict says it. `even` is the same verdict, `unjudged` that a side cannot be judged
 * yet, `unlike` that the two demand different things of the indicator (a level here, a growth rate there).
 */
export type Outcome = 'a' | 'b' | 'even' | 'unjudged' | 'unlike';

/** An indicator of which both sides demand something. */
export interface Pair {
  indicator: TargetRow['indicator'];
  a: TargetRow;
  b: TargetRow;
  /** Further targets of either side for the same indicator. */
  more: TargetRow[];
  outcome: Outcome;
}

export interface Matched {
  pairs: Pair[];
  onlyA: TargetRow[];
  onlyB: TargetRow[];
}

const UNJUDGED: readonly Verdict[] = ['not_due', 'unassessable'];

const isJudged = ({ assessment }: TargetRow): boolean => !UNJUDGED.includes(assessment.verdict);

/** Whether two targets demand the same kind of thing, so that their values may stand on one scale. */
const alike = (a: TargetRow, b: TargetRow): boolean => a.kind === b.kind && a.judgedUnit === b.judgedUnit;

function outcomeOf(a: TargetRow, b: TargetRow): Outcome {
  if (!alike(a, b)) return 'unlike';
  if (!isJudged(a) || !isJudged(b)) return 'unjudged';
  const rank = ({ assessment }: TargetRow) => VERDICTS.indexOf(assessment.verdict);
  return rank(a) === rank(b) ? 'even' : rank(a) < rank(b) ? 'a' : 'b';
}

/** How far the year judged against is away; a target that is still ahead comes before one that is past. */
function distance({ assessment: { due, asOf } }: TargetRow): number {
  if (!due) return 500;
  return due.year >= asOf ? due.year - asOf : 100 + asOf - due.year;
}

/** The two targets that say most of one indicator: alike, judged, and due nearest. */
function bestPair(as: readonly TargetRow[], bs: readonly TargetRow[]): [TargetRow, TargetRow] | null {
  const cost = (a: TargetRow, b: TargetRow) =>
    (alike(a, b) ? 0 : 10_000) + (isJudged(a) && isJudged(b) ? 0 : 3_000) + distance(a) + distance(b);
  const all = as.flatMap((a) => bs.map((b): [TargetRow, TargetRow] => [a, b]));
  return all.sort(([a1, b1], [a2, b2]) => cost(a1, b1) - cost(a2, b2))[0] ?? null;
}

function byIndicator(rows: readonly TargetRow[]): Map<string, TargetRow[]> {
  const found = new Map<string, TargetRow[]>();
  for (const row of rows) found.set(row.indicator.id, [...(found.get(row.indicator.id) ?? []), row]);
  return found;
}

/** Pairs that show a difference first, those that cannot be compared last; equal ones keep their order. */
const WEIGHT: Record<Outcome, number> = { a: 0, b: 0, even: 1, unjudged: 2, unlike: 3 };

/** Puts the targets of two sides beside each other by their indicator. Each indicator gives one pair. */
export function matchTargets(a: readonly TargetRow[], b: readonly TargetRow[]): Matched {
  const [ofA, ofB] = [byIndicator(a), byIndicator(b)];
  const pairs = [...ofA].flatMap(([id, as]): Pair[] => {
    const bs = ofB.get(id) ?? [];
    const best = bestPair(as, bs);
    if (!best) return [];
    const more = [...as, ...bs].filter((row) => !best.includes(row));
    return [{ indicator: best[0].indicator, a: best[0], b: best[1], more, outcome: outcomeOf(...best) }];
  });
  return {
    pairs: pairs.sort((x, y) => WEIGHT[x.outcome] - WEIGHT[y.outcome]),
    onlyA: a.filter(({ indicator }) => !ofB.has(indicator.id)),
    onlyB: b.filter(({ indicator }) => !ofA.has(indicator.id)),
  };
}

/** How many pairs have each outcome. */
export function countOutcomes(pairs: readonly Pick<Pair, 'outcome'>[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { a: 0, b: 0, even: 0, unjudged: 0, unlike: 0 };
  for (const { outcome } of pairs) counts[outcome] += 1;
  return counts;
}
