import type { Overview } from '@dabiao/contract/overview';
import { ATTENTION, type Verdict, verdictWord } from '@dabiao/domain/verdict';
import type { Lang } from '../../ui/url-state.ts';

const HANZI = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Verdicts that the sentence says together: what slips is one number to a reader in a hurry. */
const GROUPS: readonly { verdicts: readonly Verdict[]; zh: string; en: string }[] = [
  { verdicts: ['achieved'], zh: verdictWord('achieved'), en: 'achieved' },
  { verdicts: ['ahead', 'on_track'], zh: '符合或快于预期', en: 'on course' },
  { verdicts: ['lagging', 'far_behind', 'reversing'], zh: '滞后或背离', en: 'behind or reversing' },
  { verdicts: ['missed'], zh: verdictWord('missed'), en: 'missed' },
  { verdicts: ['not_due'], zh: verdictWord('not_due'), en: 'not due yet' },
  { verdicts: ['unassessable'], zh: '缺数据无法判断', en: 'not judged for want of figures' },
];

function countOf(counts: Overview['counts'], verdicts: readonly Verdict[]): number {
  return counts.filter(({ verdict }) => verdicts.includes(verdict)).reduce((sum, { count }) => sum + count, 0);
}

/** The one sentence: 五份文件156项目标：41项已实现，62项符合或快于预期… Groups without a target are not said. */
export function headline({ counts, documents, total }: Overview, lang: Lang): string {
  const said = GROUPS.map((group) => ({ ...group, count: countOf(counts, group.verdicts) })).filter(
    ({ count }) => count > 0,
  );
  if (lang === 'en') {
    const parts = said.map(({ count, en }) => `${count} ${en}`).join(', ');
    const [targets, texts] = [total === 1 ? 'target' : 'targets', documents.length === 1 ? 'document' : 'documents'];
    return `${total} ${targets} of ${documents.length} ${texts}: ${parts}.`;
  }
  const many = HANZI[documents.length] ?? String(documents.length);
  return `${many}份文件${total}项目标：${said.map(({ count, zh }) => `${count}项${zh}`).join('，')}。`;
}

/** How many targets call for attention. */
export function attentionCount(counts: Overview['counts']): number {
  return countOf(counts, ATTENTION);
}
