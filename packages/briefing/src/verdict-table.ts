import { VERDICTS, verdictWord } from '@dabiao/domain/verdict';
import type { Grouped } from './grouping.ts';
import type { BriefedTarget, BriefingInput, VerdictTable } from './model.ts';
import { countVerdicts } from './summary.ts';
import { briefingWords } from './words.ts';

/** Groups by verdicts, only the verdicts that occur, with the sum of all below where there are several groups. */
export function toVerdictTable(
  groups: readonly Grouped<BriefedTarget>[],
  { targets, year, lang }: Pick<BriefingInput, 'targets' | 'year' | 'lang'>,
): VerdictTable | null {
  if (targets.length === 0) return null;
  const { verdictTable: words } = briefingWords(lang);
  const all = countVerdicts(targets);
  const verdicts = VERDICTS.filter((verdict) => (all[verdict] ?? 0) > 0);
  const row = (heading: string, members: readonly BriefedTarget[]) => {
    const counts = countVerdicts(members);
    return { heading, counts: verdicts.map((verdict) => counts[verdict] ?? 0), total: members.length };
  };
  const rows = groups.map(({ heading, members }) => row(heading, members));
  return {
    caption: words.caption(year),
    columns: [words.group, ...verdicts.map((verdict) => verdictWord(verdict, lang)), words.total],
    verdicts,
    rows: rows.length > 1 ? [...rows, row(words.sum, targets)] : rows,
  };
}
