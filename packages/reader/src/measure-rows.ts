import { GIVE, GIVE_NOUN, LIMIT, LIMIT_AFTER, LIMITS, NAMED_AFTER, RECKONED, SET_ASIDE } from './measure-words.ts';
import type { Quantity } from './quantity.ts';
import type { Segment } from './sentences.ts';

/** Sums that stand in one list under one giving verb: 30万元和10万元; each may have a label of its own. */
export interface PaymentRow {
  role: 'amount' | 'share' | 'ceiling';
  /** A share or amount that is itself only the greatest: 不超过20%. */
  atMost: boolean;
  sums: { quantity: Quantity; label: string }[];
  segment: Segment;
  /** Where the giving begins: what stands before it says to whom. */
  head: number;
  /** What the sum is called right after it, empty where it is called nothing there. */
  name: string;
  /** Place after the row and its name. */
  end: number;
}

const LISTED = /^(?:、|和|及|与|或|以及)(?<label>[^\d，。；、％%]{0,10})$/;
const LABEL = /(?:国家|省部?|市|区|县|镇)级?$|[特一二三四]等奖?$|[甲乙丙]级$/;
/** 给予国家级示范项目80万元、省级30万元: the first of a list may name more than its level. */
const LABEL_GIVEN = /(?:给予|予以|奖励|补助)(?<label>(?:国家|省|市|区|县)级[^，\d]{1,10})$/;
const firstLabel = (before: string): string => LABEL.exec(before)?.[0] ?? LABEL_GIVEN.exec(before)?.groups?.label ?? '';
/** A segment that only says for whom: …的企业, 首次入选…的. */
const CONDITION_END = /的$|的(?:企业|单位|项目|个人|机构|园区|平台|团队|产品|人才|主体)$/;

const isMoney = ({ sort, unit, magnitude }: Quantity): boolean =>
  (sort === 'money' && /元|币/.test(unit)) || (sort === 'index' && /[万亿]/.test(magnitude));

const isPaid = (one: Quantity): boolean => isMoney(one) || (one.sort === 'share' && one.manner !== 'whole');

/** Whether a segment only says for whom. */
export const isForWhom = (words: string): boolean => CONDITION_END.test(words) && !GIVE.test(words);

/** Place in the segment where giving begins; -1 where nothing is given in it. */
export function headOf(words: string): number {
  const give = GIVE.exec(words)?.index ?? -1;
  const reckoned = RECKONED.exec(words)?.index ?? -1;
  if (give >= 0) return reckoned >= 0 && reckoned < give ? reckoned : give;
  const noun = GIVE_NOUN.exec(words)?.index ?? -1;
  if (noun >= 0) return reckoned >= 0 && reckoned < noun ? reckoned : noun;
  return -1;
}

/** Quantities of a segment in lists: joined by 、 or 和, with nothing but a label between. */
function listsIn(masked: string, segment: Segment, quantities: readonly Quantity[]): PaymentRow['sums'][] {
  const lists: PaymentRow['sums'][] = [];
  const own = quantities.filter(({ start, end }) => start >= segment.start && end <= segment.end).filter(isPaid);
  let last: Quantity | null = null;
  for (const quantity of own) {
    const between = last && LISTED.exec(masked.slice(last.end, quantity.start));
    const before = masked.slice(segment.start, quantity.start);
    if (last && between && (last.sort === 'share') === (quantity.sort === 'share')) {
      lists.at(-1)?.push({ quantity, label: between.groups?.label ?? '' });
    } else lists.push([{ quantity, label: firstLabel(before) }]);
    last = quantity;
  }
  return lists;
}

interface Standing {
  /** Something is given before the segment already. */
  given: boolean;
  /** Something is given after it: 按…的1%，给予…. */
  gives: boolean;
}

/** How much of a segment is payment: everything from its head on; all of it where it is about a limit alone. */
function beginOf(words: string, { given, gives }: Standing): number {
  if (isForWhom(words)) return -1;
  const head = headOf(words);
  if (head >= 0) return head;
  if (gives && /^(?:按照?|以)[^，]*(?:[%％]|百分之)/.test(words)) return 0;
  if (!given) return -1;
  return LIMITS.test(words) || /^[^\d]{0,14}[\d.]+(?:万|亿)?元/.test(words) || /^按/.test(words) ? 0 : -1;
}

function roleOf(first: Quantity, before: string, after: string): Pick<PaymentRow, 'role' | 'atMost'> {
  const most = LIMIT.test(before) || LIMIT_AFTER.test(after);
  if (first.sort === 'share') return { role: 'share', atMost: most };
  return { role: most ? 'ceiling' : 'amount', atMost: most };
}

/** The sums that one segment of a sentence pays out. */
export function paymentsIn(
  masked: string,
  segment: Segment,
  quantities: readonly Quantity[],
  standing: Standing,
): PaymentRow[] {
  const words = masked.slice(segment.start, segment.end);
  const begin = beginOf(words, standing);
  if (begin < 0) return [];
  const rows: PaymentRow[] = [];
  for (const sums of listsIn(masked, segment, quantities)) {
    const [first, last] = [sums[0]?.quantity, sums.at(-1)?.quantity];
    if (!first || !last || first.start < segment.start + begin) continue;
    const [before, after] = [masked.slice(segment.start, first.start), masked.slice(last.end, segment.end)];
    if (
      (first.sort !== 'share' && SET_ASIDE.test(before.slice(begin))) ||
      /^(?:待|于|在)[^，]*(?:兑现|拨付|发放|支付)|^以上|^以下的|^(?:之间)?的?(?:企业|项目|部分)/.test(after)
    )
      continue;
    const name = NAMED_AFTER.exec(after);
    rows.push({
      ...roleOf(first, before, after),
      sums,
      segment,
      head: segment.start + begin,
      name: name?.groups?.name ?? '',
      end: last.end + (name?.[0].length ?? 0),
    });
  }
  return rows;
}
