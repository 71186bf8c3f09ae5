import { isGrant } from './grant.ts';
import type { Item } from './items.ts';
import { isMade } from './refuse.ts';
import type { Main } from './role.ts';
import type { Setting, State } from './sentence-state.ts';
import type { SentenceView } from './sentence-view.ts';
import type { Time } from './time.ts';
import { ABOVE_ALL, DONE } from './words.ts';

/** Whether a time was over when the document was made. */
export const pastTime = (time: Time | null, madeIn: number | null): boolean => {
  if (!time || madeIn === null || time.years.length === 0) return false;
  return (time.years.at(-1) ?? 0) < madeIn;
};

/** 力争实现销量900万辆左右，同比增长约30%: a change over the year before that is aimed at. */
const YEAR_ON_YEAR = /同比(?=(?:均|分别|各)?(?:增长|下降|提高|增加|减少))/g;
const AIMED = /力争|争取|确保|预期|目标[是为]|左右|(?<![去上△])年底/;

/** 2026—2028年，三年累计完成投资600亿元: within a time that is not over, 累计完成 sums up what is to be done. */
const SUMMED_UP = /累计(?=完成|实现)/g;
const isAhead = (time: Time | null, madeIn: number | null): boolean =>
  time !== null &&
  (time.sort === 'length' || (madeIn === null ? /^(?:by|span)$/.test(time.sort) : (time.years.at(-1) ?? 0) > madeIn));

/** 其中2025年不超过34亿立方米: what was is told by what it came to, not by a bound. */
const BOUND = /不(?:超过|高于|低于|少于|大于|小于)\d/;

/** Why nothing in a segment counts; null where it may. */
export function segmentRefusal(words: string, giving: string, state: State, setting: Setting): string | null {
  if (state.criteria) return '是入选条件或说明';
  if (state.effect) return '是单个项目的效益';
  if (pastTime(state.said, setting.madeIn) && !BOUND.test(words)) return '是过去的年份';
  if (setting.lookingBack && !isComing(state.said, setting.madeIn)) return '在回顾或现状部分';
  const ahead = isAhead(state.said, setting.madeIn);
  if (state.done || DONE.test(ahead ? words.replace(SUMMED_UP, '') : words)) return '是已经达到的';
  if (!ahead && ABOVE_ALL.test(words) && !AIMED.test(words)) return '是已经达到的';
  if (setting.ruled && !isComing(state.said, setting.madeIn)) return '是办事规则';
  if (isGrant(giving)) return '是奖补标准';
  if (/预计(?:今年|全年|本年)/.test(words) || (/预计/.test(words) && state.said?.sort === 'in'))
    return '是对当年的预计';
  return null;
}

/** Whether a time is one aimed at: 到2025年. */
export const isComing = (time: Time | null, madeIn: number | null): boolean =>
  time !== null && time.sort === 'by' && (madeIn === null || (time.years.at(-1) ?? 0) > madeIn);

/** The words of a segment, without 同比 where the sentence aims at something. */
export const aimedWords = (words: string, sentence: string): string =>
  (AIMED.test(sentence) ? words.replace(YEAR_ON_YEAR, '') : words).replace(STRIVEN, '').replace(LEAD_IN, '');

/** 力争首次突破1000亿元, 确保超额完成任务: what is striven for is not had. */
const STRIVEN =
  /(?<=(?:力争|争取|确保|努力)[^，。；]{0,20})(?:首次(?=突破|达到)|(?:圆满|超额|顺利|如期)(?=完成)|(?:跃居|位居|位列)全[国省市][^，。；\d]{0,6}|在?已建成(?=[^，]*基础上))/g;

/** 市长提出了“十三五”的主要目标：what is said of the telling is not said of what is told. */
const LEAD_IN = /^[^：]*(?:提出|明确|确定|部署|目标|安排)[^：]*：/;

/** 贷款利率3.5%，较年初下降0.4个百分点: only of a figure that is known can it be said how it has changed by now. */
const TOLD =
  /，(?:[^，]{0,4}(?:同比|环比)|[较比](?:年初|上年同期|上月|去年同期))[^，]*$|[为是]\d[^，]*，▽+(?:增加|提高|上升|增长|下降|减少|降低)[^，]*$/;
const PLANNED = /力争|争取|确保|目标|计划|预计|预期|以上|左右/;

/** Whether the words that go on after a figure tell how it has changed by now. */
export const isTold = (words: string): boolean => TOLD.test(words) && !PLANNED.test(words);

/** What is there already, said of a place. */
const THERE_IS = /(?:^|[省市区县国州])拥有$|(?:实时|常住|户籍|总)人口$/;

/** 常住人口约7.4亿，占全国消费的38%: nothing is aimed at, and no time is said nor carried to it. */
export function isFact(
  view: SentenceView,
  item: Item,
  main: Main,
  { state, setting }: { state: State; setting: Setting },
): boolean {
  const left = view.masked.slice(item.start, main.row[0]?.start);
  // 比去年预算低0.4个百分点: how a figure just told stands to last year's
  if (/[比较](?:去年|上年)[^，；]{0,8}(?:低|高|多|少)$/.test(view.text.slice(item.start, main.row[0]?.start)))
    return true;
  // 广东拥有8个集群, 实时人口1.5亿左右: what there is
  if (
    state.said === null &&
    !AIMED.test(view.masked.replace(/左右/g, '')) &&
    THERE_IS.test(view.text.slice(item.start, main.row[0]?.start))
  )
    return true;
  // 今年高校毕业生795万人: persons that there will be; nobody makes them
  if (main.form === 'end' && main.afterWord === null && /(?:毕业生|考生|适龄人口)$/.test(left)) return true;
  return (
    main.form === 'end' &&
    state.said === null &&
    (setting.horizon.carried === null || setting.horizon.carried.from === '本节上文') &&
    /占[^，]{2,}的$|(?:人口|面积|总数|数量)约$/.test(left) &&
    main.afterWord === null &&
    !isMade(left) &&
    !AIMED.test(view.masked)
  );
}
