import type { GrantedMeasure } from './giving.ts';
import { nameIn } from './giving.ts';
import { conditionOf, conditionWords } from './measure-condition.ts';
import { reasonsOf, sureness } from './measure-reasons.ts';
import { formOf } from './measure-words.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Segment } from './sentences.ts';

/** Support without a sum: 对…给予扶持, 择优支持…. */
const UNPAID =
  /(?:给予|予以|享受|进行(?=择优|重点|分[类档]))[^，]{0,24}(?:奖励|奖补|补助|补贴|资助|扶持|支持|贴息|减免|补偿|加分|倾斜)|优先推荐|按[^，]{2,30}配套/;
const CHOSEN = /^(?<verb>择优(?:支持|扶持|资助|奖励|补助))(?<what>[^，]{4,})/;

/** The support that a part of a sentence promises without a sum; null where it promises none. */
export function unpaidIn(view: SentenceView, chunk: Segment): GrantedMeasure | null {
  const words = view.masked.slice(chunk.start, chunk.end);
  const give = UNPAID.exec(words);
  const at = give ? words.slice(0, give.index).search(/(?<=^|，)(?:对(?!接|外)|凡)/) : -1;
  const none = { amount: null, share: null, ceiling: null, per: null, years: null, notes: null };
  if (give && (at >= 0 || /的(?:企业|单位|项目|个人|机构)?，[^，]{0,90}$/.test(words.slice(0, give.index)))) {
    const start = chunk.start + Math.max(at, 0);
    const end = chunk.start + give.index + give[0].length;
    const said = words.slice(start - chunk.start, give.index);
    const condition = conditionOf(conditionWords(view.text.slice(start, start + said.length)));
    const measure = { ...condition, ...none, form: formOf(/按照?[^，]*$/.test(said) ? '' : give[0]) };
    return {
      ...measure,
      start,
      end,
      confidence: sureness(measure, { condition: condition.purpose }, true),
      reasons: reasonsOf(measure, nameIn(give[0]), true),
    };
  }
  const chosen = CHOSEN.exec(words);
  if (!chosen) return null;
  const what = view.text.slice(chunk.start + (chosen.groups?.verb ?? '').length, chunk.start + chosen[0].length);
  const measure = { ...none, beneficiary: what.slice(0, 120), purpose: '择优', level: null, form: 'other' as const };
  return {
    ...measure,
    start: chunk.start,
    end: chunk.start + chosen[0].length,
    confidence: 0.5,
    reasons: reasonsOf(measure, chosen.groups?.verb ?? '', true),
  };
}
