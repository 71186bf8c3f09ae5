import type { Indicator } from '@dabiao/domain/indicator';
import type { Proposal } from '@dabiao/domain/proposal';
import { Document, isMap, type YAMLMap } from 'yaml';
import { draftDocument, indicatorsFile } from './draft-document.ts';
import { measuresFile } from './draft-measures.ts';

/** What led to a target or measure, for its comment. */
export interface DraftReason {
  confidence: number;
  start: number;
  end: number;
  reasons: readonly string[];
}

const LEAD = ' 由程序读出的草稿，逐条核对后方可使用；id、short_title、region（000000 为待定）须由人填写。';
const MEASURES_LEAD = ' 由程序读出的草稿，逐条核对后方可使用；document 和 id 的前缀须由人填写。';

function commentOver(node: unknown, { confidence, start, end, reasons }: DraftReason, name: string): void {
  if (!isMap(node)) return;
  (node as YAMLMap).commentBefore = ` 把握${confidence}；原文第${start}—${end}字；${name}；${reasons.join('；')}`;
}

/**
 * The measures of a proposal as a draft of a file for `seeds/measures`, the reasons as comments; empty where it has none.
 * @param reasons one for each measure, in their order
 */
export function measuresYaml(proposal: Proposal, reasons: readonly DraftReason[]): string {
  const draft = measuresFile(proposal);
  if (!draft) return '';
  const file = new Document(draft);
  file.commentBefore = MEASURES_LEAD;
  const { items } = file.get('measures') as { items: unknown[] };
  reasons.forEach((one, index) => {
    commentOver(items[index], one, draft.measures[index]?.beneficiary ?? '');
  });
  return file.toString({ lineWidth: 0 });
}

const commented = (text: string): string => text.replace(/^/gm, '# ');

/**
 * A proposal as a draft of a file for `seeds/documents`, the reasons as comments over each target, and as comments at the
 * end what belongs into other files: the indicators that the catalogue has not, and the policy measures. What a person
 * must still decide is marked 待定.
 * @param reasons one for each target, in their order
 * @param measureReasons one for each measure, in theirs
 */
export function draftYaml(
  proposal: Proposal,
  known: readonly Indicator[],
  reasons: readonly DraftReason[],
  measureReasons: readonly DraftReason[] = [],
): string {
  const draft = draftDocument(proposal, known);
  const file = new Document(draft.document);
  file.commentBefore = LEAD;
  const { items } = file.get('targets') as { items: unknown[] };
  reasons.forEach((one, index) => {
    commentOver(items[index], one, proposal.targets[index]?.indicator ?? '');
  });
  const parts = [file.toString({ lineWidth: 0 })];
  if (draft.added.length > 0) {
    const added = new Document(indicatorsFile(draft.added)).toString({ lineWidth: 0 });
    parts.push(`# 目录中没有的指标（待定，核对后移入 indicators.yaml）：\n${commented(added)}`);
  }
  const measures = measuresYaml(proposal, measureReasons);
  if (measures !== '') {
    const name = `measures/${draft.document.id}.yaml`;
    parts.push(`# 读出的政策措施（待定，核对后移入 ${name}）：\n${commented(measures)}`);
  }
  return parts.join('\n');
}
