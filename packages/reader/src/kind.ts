import type { TargetKind } from '@dabiao/domain/target';
import type { Quantity } from './quantity.ts';

/** Verbs that say the number is new in the period, not what stands at its end. */
export const INCREASE_VERB =
  /^(?:累计)?(?:新增|净增|新培育|新建|新认定|新引进|新创|新设|新改建|增加|增设|引进|招引|引育|引入|招聘|招收|吸引|培训|新签约|新开工|改造|淘汰|压减|化解|退出|减少|削减|发放|投放|转化|完成|减税|造林)/;
/** The same after the one who does it: 研究院新引进团队. What 新 is an attribute of (新建建筑) is no verb. */
const NEW_INSIDE = /.新(?:增|引进|认定|签约|培育|获批|入库|落地)/;
/** What somebody does first, mainly or in all, after the one who does it: 五区重点建成园区. */
const DONE_BY = /^[^的，]{1,8}?(?:先行|重点|率先|共|各|分别)+(?:培育|建成|建设|打造|引进|开工|竣工|投产|完成)/;
const RISE = /(?:增长|增幅|增速|增长率|增长速度|涨幅|提高|提升|上升|增加|扩大|(?<![新净])增|升)(?:率|幅度)?$/;
const FALL = /(?:下降|降低|减少|压减|削减|缩短|压缩|降幅|减|下降率|降低率|精简|缩小|压降)(?:率|幅度)?$/;
const RATE_NAME = /(?:增长|增幅|增速|增长率|增长速度|涨幅|增长幅度)$/;
const SHARE_NAME = /(?:占|比重|占比|比例|率|份额)/;

/** How a number changes what it is said of; null where it says a level. */
export function changeOf(subject: string): 'rise' | 'fall' | null {
  if (FALL.test(subject)) return 'fall';
  return RISE.test(subject) ? 'rise' : null;
}

/** The subject without the word of change: 单位能耗下降 is of 单位能耗. */
export const withoutChange = (subject: string): string =>
  subject
    .replace(FALL, '')
    .replace(RISE, (word) => (/增速|增幅|涨幅|增长率|增长速度/.test(word) ? word : ''))
    .replace(/(?:年均|累计|继续|进一步|持续|稳步|实际|平均|同比|再|分别|实现|翻|[要将应]|(?<!人|户|平|年)均)+$/, '');

export interface KindFacts {
  subject: string;
  verb: string;
  change: 'rise' | 'fall' | null;
  /** 年均 or a yearly rate. */
  rate: boolean;
  each: boolean;
  /** A year the change is counted from is named. */
  based: boolean;
  /** How far above or below others it is to be: 高于全市平均水平3个百分点. */
  lead: boolean;
  /** It has no verb of its own and goes on a list whose verb was one of adding: 新增A企业30家、B企业20家. */
  listed: boolean;
  /** The time is a single year (2022年) or a length (三年), in which something is done. */
  within: boolean;
}

/** The kind of a demand, from its number and the words around it. */
export function kindOf(quantity: Quantity, facts: KindFacts): TargetKind {
  const relative = quantity.sort === 'share' || quantity.sort === 'points';
  if (quantity.sort === 'times') return 'multiple_of_baseline';
  if (facts.lead && quantity.sort === 'points') return 'level';
  if (relative && facts.change === 'fall') return 'reduction_vs_baseline';
  if (relative && (facts.rate || RATE_NAME.test(facts.subject)) && quantity.sort === 'share' && !facts.based)
    return 'growth_rate';
  if (relative && facts.change === 'rise') {
    if (facts.rate) return 'growth_rate';
    return facts.based || quantity.sort === 'points' || !facts.within ? 'growth_vs_baseline' : 'growth_rate';
  }
  if (facts.each) return 'annual_flow';
  if (quantity.sort === 'share') return 'share';
  if (quantity.sort === 'index' && facts.change === null) return 'level';
  if (facts.change !== null || INCREASE_VERB.test(facts.verb) || NEW_INSIDE.test(facts.subject))
    return 'cumulative_increment';
  if (facts.listed && quantity.sort === 'count' && quantity.manner !== 'zero') return 'cumulative_increment';
  if (facts.within && DONE_BY.test(facts.verb)) return 'cumulative_increment';
  if (facts.within && /^(?:培育|建成|建设|打造|实施|新|引|开工|竣工|投产|完成|推动|推进|支持)/.test(facts.verb))
    return 'cumulative_increment';
  return SHARE_NAME.test(facts.subject) && quantity.unit === '%' ? 'share' : 'level';
}
