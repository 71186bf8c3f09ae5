import type { Item } from './items.ts';
import { isMade } from './refuse.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Segment } from './sentences.ts';

/** 以甲、乙和343个单元为重点: what is to be looked at first, not what is to be reached. */
const AS_FOCUS = /^.{0,4}以[^，]*为(?:重点|抓手|主线|依托|契机|支撑|载体|引领|突破口|切入点)/;

/** Why an item only tells of what things something is said; null where it may demand. */
export function descriptionOf(view: SentenceView, item: Item, next: Item | undefined, segment: Segment): string | null {
  const focus = AS_FOCUS.exec(view.masked.slice(segment.start, segment.end))?.[0].length ?? 0;
  if ((item.rows.at(-1)?.at(-1)?.end ?? 0) <= segment.start + focus) return '只是所指对象的个数';
  return isCriterion(view, item, next) ? '是所指对象的条件' : null;
}

/**
 * 入井人数超过30人、井深超过800米的矿山: one of several conditions of what is named after 的; it has no verb of its own,
 * nor has the condition after it.
 */
function isCriterion(view: SentenceView, item: Item, next: Item | undefined): boolean {
  const [own, other] = [item.rows.at(-1)?.at(-1), next?.rows[0]];
  if (!next || !own || !other) return false;
  const said = view.masked.slice(item.start, next.start);
  const left = view.masked.slice(next.start, other[0]?.start);
  if (SIZE_OF_MADE.test(said) && /^[、和且][^，]*的[^，]*$/.test(left)) return true;
  return (
    isBound(view, item.rows.at(-1)) &&
    /^[、和及且或与]/.test(view.masked.slice(next.start)) &&
    isBound(view, other) &&
    /^(?:以上|以下|及以上|及以下)?的[\u4e00-\u9fa5]/.test(view.masked.slice(other.at(-1)?.end)) &&
    !isMade(said) &&
    !isMade(left)
  );
}

/** 培育年产值超100亿元、竞争力强的企业2家: beings are raised, and a sum right after the verb is that of what follows. */
const SIZE_OF_MADE =
  /(?:培育|打造|引进|引育|招引|形成|壮大)(?:一批)?年?(?:主营业务|营业|销售)?(?:产值|收入|营收|投资额?|市值|估值|规模|税收|产能)(?:超过?|突破|过|达到?|在)?\d[^，、]*$/;

/** Whether a row is compared with a bound (超过30人, 30人以上); what is to be reached is 达到 or has none. */
const isBound = (view: SentenceView, row: Item['rows'][number] | undefined): boolean =>
  /(?:超过?|大于|高于|不低于|不少于|低于|小于)$/.test(view.masked.slice(0, row?.[0]?.start)) ||
  /^及?以[上下]/.test(view.masked.slice(row?.at(-1)?.end));
