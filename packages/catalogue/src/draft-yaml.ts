import type { Indicator } from '@dabiao/domain/indicator';
import type { Proposal } from '@dabiao/domain/proposal';
import { Document, isMap, type YAMLMap } from 'yaml';
import { draftDocument, indicatorsFile } from './draft-document.ts';

/** What led to a target, for its comment. */
export interface DraftReason {
  confidence: number;
  start: number;
  end: number;
  reasons: readonly string[];
}

const LEAD = ' 由程序读出的草稿，逐条核对后方可使用；id、short_title、region（000000 为待定）须由人填写。';

/**
 * A proposal as a draft of a file for `seeds/documents`, the reasons as comments over each target, and the indicators
 * that the catalogue has not as a comment at the end. What a person must still decide is marked 待定.
 * @param reasons one for each target, in their order
 */
export function draftYaml(proposal: Proposal, known: readonly Indicator[], reasons: readonly DraftReason[]): string {
  const draft = draftDocument(proposal, known);
  const file = new Document(draft.document);
  file.commentBefore = LEAD;
  const items = (file.get('targets') as { items: unknown[] }).items;
  reasons.forEach((one, index) => {
    const node = items[index];
    if (!isMap(node)) return;
    const name = proposal.targets[index]?.indicator ?? '';
    (node as YAMLMap).commentBefore =
      ` 把握${one.confidence}；原文第${one.start}—${one.end}字；${name}；${one.reasons.join('；')}`;
  });
  const text = file.toString({ lineWidth: 0 });
  if (draft.added.length === 0) return text;
  const added = new Document(indicatorsFile(draft.added)).toString({ lineWidth: 0 });
  return `${text}\n# 目录中没有的指标（待定，核对后移入 indicators.yaml）：\n${added.replace(/^/gm, '# ')}`;
}
