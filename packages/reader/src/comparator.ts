import type { Comparator } from '@dabiao/domain/target';
import type { Quantity } from './quantity.ts';

/** A comparing word and what it means where nothing after the number says otherwise. */
type Meaning = Comparator | 'reach' | 'none';

/** Words before the number, longest first at use; `reach` is 达到 and the like: at least. */
const BEFORE: readonly [word: string, meaning: Meaning][] = [
  ...group(
    'gt',
    '> ＞ 突破 超过 超出 高于 快于 大于 优于 多于 好于 超 过 破 跨过 跨越 跨上 迈过 迈上 跃上 站上 冲刺 冲击 赶超',
  ),
  ...group('gte', '≥ ≧ 不少于 不低于 不小于 不短于 不弱于 至少 最少 不得低于 不得少于 最低 应不低于'),
  ...group(
    'lte',
    '≤ ≦ 不超过 不高于 不大于 不多于 不超出 不得超过 不得高于 最多 至多 控制在 控制到 控制于 限制在 压缩至 压缩到 压缩在 压减至 压减到 下降到 下降至 降低到 降低至 降到 降至 减少到 减少至 减至 减到 缩短至 缩短到 缩小到 缩小至 压降至 压降到 精简至 精简到 回落到',
  ),
  ...group('lt', '< ＜ 低于 小于 少于 不足 不到 未超过'),
  ...group('approx', '大约 接近 约 近 逼近'),
  ...group('eq', '分别为 均为 为 是 等于'),
  ...group(
    'reach',
    '达到 达 达成 提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 扩大到 扩大至 增至 增到 升至 升到 上升到 上升至 拓展到 拓展至 发展到 发展至 壮大到 保持在 保持 稳定在 维持在 稳步提升至 提至 推高到 实现 完成 占到 占 分别达到 覆盖 延长到 延长至 恢复到 恢复至 做到 做大到 集聚 累计达到 合计达到 总数达到 均达到 均达 有 到',
  ),
  ...group(
    'none',
    '力争 争取 确保 努力 分别 各 均 将 再 共 共计 累计 合计 总计 全部 基本 整体 总体 平均 稳定 持续 并 也 预计 可 应 要 需 须 都 一般 原则上 年均 每年 实际',
  ),
];

function group(meaning: Meaning, words: string): [string, Meaning][] {
  return words.split(' ').map((word) => [word, meaning]);
}

const MEANINGS = new Map(BEFORE);
const TAIL = new RegExp(`(?:${[...MEANINGS.keys()].sort((a, b) => b.length - a.length).join('|')})$`);

const AFTER = /^(?:（[^）]*）|◇+)?(以上|及以上|及以下|左右|上下|以内|之内|以下|之间|内(?!外|部|资|容|涵|需|生|在))/;
const AFTER_MEANINGS: Record<string, Comparator> = {
  以上: 'gte',
  及以上: 'gte',
  左右: 'approx',
  上下: 'approx',
  以内: 'lte',
  之内: 'lte',
  内: 'lte',
  以下: 'lte',
  及以下: 'lte',
};

/** The comparing word after a quantity, if there is one. */
export function wordAfter(text: string): { word: string; length: number } | null {
  const match = AFTER.exec(text);
  return match ? { word: match[1] ?? '', length: match[0].length } : null;
}

/** What is compared with stands between the comparing word and the number: 高于全市平均水平3-5个百分点. */
export const COMPARED =
  /(?<=高于|低于|快于|超过|优于|好于|大于|超)(?:全[国省市区县]|同期|同类|上年|地区生产总值|GDP|经济增长|规上工业|规模以上工业|行业|财政)[^，、]{0,12}$/;

/** 超过业务收入的10%: the whole that a share is of stands between the comparing word and the number. */
const OF_WHOLE =
  /(?<word>不得?超过|不得?低于|不得?少于|不得?高于|不大于|不小于|超过|高于|低于|达到|占到)(?<whole>[^，、。的超过低高少达占]{2,14})的$/;

/** 每立方米19微克: what one unit holds; the words that compare stand before it. */
export const PER_ONE = /每(?<per>立方米|平方米|平方公里|公顷|亩|万人|千人|百人|人|户|升|吨)$/;

/** 下降至目前80%的水平: what is now is the measure, and stands between the comparing word and the number. */
const OF_NOW = /(?<=[到至])(?:目前|现在|当前|现有|上年|去年)的?$/;

export interface WordsBefore {
  /** What stands before the comparing words: the subject with its verb. */
  rest: string;
  /** The comparing words, outermost first. */
  words: string[];
}

/** Takes the comparing words off the end of what stands before a quantity. */
export function wordsBefore(text: string): WordsBefore {
  let rest = text.replace(COMPARED, '').replace(OF_NOW, '').replace(PER_ONE, '').replace(OF_WHOLE, '占$<whole>$<word>');
  const words: string[] = [];
  for (;;) {
    const match = TAIL.exec(rest);
    if (!match || isPartOfNoun(rest, match[0])) return { rest, words };
    words.unshift(match[0]);
    rest = rest.slice(0, match.index);
  }
}

/** One-letter words that end a noun are no comparing words: 数字化改造工程为 is, 通过 and 需要 are not. */
function isPartOfNoun(text: string, word: string): boolean {
  const before = text.slice(0, text.length - word.length);
  if (word === '过') return /[通经超不]$/.test(before);
  if (word === '超') return /[赶反]$/.test(before);
  if (word === '为' || word === '是') return /[作行成认因以]$/.test(before) || before === '';
  if (word === '有') return /[国所拥现已持含占具]$/.test(before);
  if (word === '近') return /[临邻]$/.test(before);
  if (word === '占') return /[独]$/.test(before);
  if (word === '共' || word === '要' || word === '都' || word === '均') return /[公主需首平人户地]$/.test(before);
  if (word === '完成' || word === '实现' || word === '集聚' || word === '覆盖')
    return before !== '' && !/[，、：率数量额值积度重]$/.test(before);
  return false;
}

const STRENGTH: readonly Meaning[] = ['gt', 'gte', 'lte', 'lt', 'approx', 'eq', 'reach'];

/** Meaning of the words before a quantity: the nearest that compares. */
export function meaningBefore(words: readonly string[]): Meaning {
  for (const word of words.toReversed()) {
    const meaning = MEANINGS.get(word) ?? 'none';
    if (STRENGTH.includes(meaning)) return meaning;
  }
  return 'none';
}

/**
 * The comparator of a quantity. What stands after the number is the last word on it (达到38%左右 is about 38);
 * a number of things with no comparing word is what must at least be there.
 */
export function comparatorOf(quantity: Quantity, words: readonly string[], after: string | null): Comparator {
  if (quantity.valueMax !== null) return 'range';
  const before = meaningBefore(words);
  if (after === '以上' || after === '及以上') return 'gte';
  if (after && AFTER_MEANINGS[after]) return AFTER_MEANINGS[after];
  if (quantity.manner === 'whole' || quantity.manner === 'zero') return 'eq';
  // 3000多亿元 is more than that
  if (quantity.manner === 'odd' && (before === 'reach' || before === 'none')) return 'gt';
  if (before === 'reach') return 'gte';
  if (before !== 'none') return before;
  // 材料0份、成本0元: none at all
  if (quantity.value === 0) return 'eq';
  return quantity.sort === 'share' && quantity.value === 100 ? 'eq' : 'gte';
}
