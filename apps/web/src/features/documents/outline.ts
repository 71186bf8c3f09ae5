import type { DocumentDetail } from '@dabiao/contract/document';
import type { TargetRow } from '@dabiao/contract/target';
import { isCounted } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';

/** A heading of the document with what stands under it. */
export interface OutlineEntry {
  /** Anchor on the page. */
  anchor: string;
  path: string[];
  heading: string;
  /** 0 for the outermost headings. */
  depth: number;
  /** Targets of this very clause, those shown. */
  targets: TargetRow[];
  /** Verdicts of the clause and of all clauses below it; restatements and narrative goals are not counted. */
  counts: { verdict: Verdict; count: number }[];
}

const within = (path: readonly string[], outer: readonly string[]): boolean =>
  outer.every((heading, index) => path[index] === heading);

function countVerdicts(rows: readonly TargetRow[]): { verdict: Verdict; count: number }[] {
  const counts = new Map<Verdict, number>();
  for (const { assessment } of rows.filter(isCounted)) {
    counts.set(assessment.verdict, (counts.get(assessment.verdict) ?? 0) + 1);
  }
  return [...counts].map(([verdict, count]) => ({ verdict, count }));
}

/** The document's headings in the order of the text, each with its targets among `shown` and its counts. */
export function toOutline(clauses: DocumentDetail['clauses'], shown: readonly TargetRow[]): OutlineEntry[] {
  return [...clauses]
    .sort((a, b) => a.position - b.position)
    .map(({ path, position }) => ({
      anchor: `clause-${position}`,
      path,
      heading: path.at(-1) ?? '',
      depth: path.length - 1,
      targets: shown.filter(({ clause }) => clause.length === path.length && within(clause, path)),
      counts: countVerdicts(shown.filter(({ clause }) => within(clause, path))),
    }));
}

/** The outline with its first `count` targets only. */
export function firstTargets(entries: readonly OutlineEntry[], count: number): OutlineEntry[] {
  let left = count;
  return entries.map((entry) => {
    const targets = entry.targets.slice(0, left);
    left -= targets.length;
    return { ...entry, targets };
  });
}

/** Consecutive targets of one sentence together, so that the quote stands once above its rows. */
export function byQuote(targets: readonly TargetRow[]): { quote: string; targets: TargetRow[] }[] {
  const groups: { quote: string; targets: TargetRow[] }[] = [];
  for (const target of targets) {
    const last = groups.at(-1);
    if (last && last.quote === target.quote) last.targets.push(target);
    else groups.push({ quote: target.quote, targets: [target] });
  }
  return groups;
}
