import type { BriefedSubject, BriefedTarget } from './model.ts';

/** Targets that stand together in the briefing. */
export interface Grouped<Of> {
  heading: string;
  members: Of[];
}

/**
 * What a target stands under: its region where the briefing is of one indicator; its clause where all are of one
 * document; else its document.
 */
function headingOf(briefed: BriefedTarget, { scope }: BriefedSubject, single: boolean, other: string): string {
  if (scope === 'indicator') return briefed.regionName;
  return single ? (briefed.target.clause[0] ?? other) : briefed.documentTitle;
}

/** Targets by what they stand under, both in the order given. */
export function toGroups(
  targets: readonly BriefedTarget[],
  subject: BriefedSubject,
  other: string,
): Grouped<BriefedTarget>[] {
  const single = new Set(targets.map(({ target }) => target.document)).size <= 1;
  const groups = new Map<string, BriefedTarget[]>();
  for (const briefed of targets) {
    const heading = headingOf(briefed, subject, single, other);
    const members = groups.get(heading);
    if (members) members.push(briefed);
    else groups.set(heading, [briefed]);
  }
  return [...groups].map(([heading, members]) => ({ heading, members }));
}
