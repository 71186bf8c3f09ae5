import { chineseNumber } from './chinese-number.ts';
import { type Quantity, quantityAt, type Reader } from './quantity.ts';
import { unitSort } from './unit-words.ts';

const SMALL = '[一二两三四五六七八九十百千零]+';
const PERCENT_WORDS = /百分之(?<percent>[一二两三四五六七八九十百零点]+)/g;
const TENTHS =
  /(?<![一二两三四五六七八九十])(?<tenths>[一二两三四五六七八九])成(?<half>半)?(?![为立员功果本长效就熟型千的])/g;
/** Half of something: 超过一半, 半数以上, 占比过半, 减半 (but 减半征收). */
/** 压减三分之一: a part of the whole, as a share. */
const FRACTION =
  /(?<of>[二三四五六七八九十])分之(?<parts>[一二两三四五六七八九])(?![^，。；、]{0,4}(?:人大|以上的?(?:多数|代表|委员|成员)))/g;
const HALF = /一半|半数|(?<=[过减])半(?=[，。；、]|$)/g;
const TURNED =
  /翻(?:(?<turns>[一两二三四])?番)|(?<![A-Za-z])倍增(?!计划|行动|工程|培育|企业|库|发展|方案|路径|专项|政策|目标任务|效应)|翻倍|成倍增长/g;
/** 五千亿, 三百万元: a number in words before 万 or 亿. */
const GREAT_WORDS =
  /(?<![一二两三四五六七八九十百千数几])(?<great>[一二两三四五六七八九十]+[百千]?)(?<power>万亿|亿|万)(?<greatUnit>元|名|家|户|人|个|项|亩|吨|公里|套|台|辆|种|张|座|件)?/g;
const MULTIPLE_WORDS =
  /(?<![一二两三四五六七八九十数])(?<multiple>[一二两三四五六七八九十])倍(?:以上)?(?=[，。；、以左]|$)/g;
/**
 * A magnitude alone stands for one of it: 千名硕士, 过千亿元, 突破万亿. 万元 before what is produced is what something is
 * measured by (万元生产总值能耗), no amount.
 */
const BARE =
  /(?<![\d.一二两三四五六七八九十百千万亿几数上近])(?!万元(?:国内|地区|GDP|工业|规模以上|生产总值|产值|增加值|农业|营业收入))(?<bare>万亿|千亿|百亿|十亿|千万|百万|千|百|万|亿)(?<bareUnit>元|名|家|户|人|个|项|亩|吨|公里|种|台|辆|套|场次|场)?/g;
/** A small number in words counts only before a classifier that is itself before a noun or an end: 两个, 三家. */
const COUNT_WORDS = new RegExp(
  `(?<![一二两三四五六七八九十百千万第每数几\\d])(?<count>${SMALL})(?:至|到)?(?<countHigh>${SMALL})?(?<countUnit>家|个|座|所|名|项|条|处|支|户|件(?=[^，。；]{0,6}实事))(?!百分点|方面|五年|月|小时|工作日|左右的时间|全面|意识|维护|确立|自信|走在|面)`,
  'g',
);
/**
 * 零发生 and the like say that none is to happen. 全部 after 占 is what something is a part of (占全部金额的比例), before a
 * sum that has a figure the whole of it (全部工业增加值达到5000亿元).
 */
const WHOLE =
  /(?<!安|占|占到)全部(?![清归]零|门|或|分|精力|心思|力量|身心|内容|条款|(?:[^，。；、\d]{0,10})(?:增加值|产值|收入|税收|投资|用水量|用电量|发电量|从业人员|就业人员|贷款)[^，。；]{0,24}\d|(?:实现|达到?|控制在|降[至到]|提高到|保持在|为)?\d)|(?:全域|全面|全)覆盖(?!面|率)|零增长(?!行动|工程|方案|计划|目标)|(?<!百分之)百分百|清零|归零|零(?:发生|事故|死亡|伤亡)|全员(?=参保|持证)/g;

/**
 * 千亿级规模, 万亿级新材料产业集群: industries are graded by what they turn over, in 元. A firm's grade (百亿级企业)
 * says which firms are counted.
 */
export const GRADED =
  /^级(?:规模|水平|台阶)?(?=$|[，。；、])|^级[^，、。；\d]{0,14}?(?:集群|产业链|产业|园区|赛道|板块|市场|基地|开发区|高新区|经开区)(?=$|[，。；、和及])/;

const AFTER_HUNDRED = /^(?:强|大|校|佳|年|日|号|项行动)/;

const TURNS: Record<string, number> = { 一: 2, 两: 4, 二: 4, 三: 8, 四: 16 };

/** What none is to happen of is counted so: events by 起, the dead and injured by 人. */
export function unitOfNone(words: string): string {
  if (/(?:死亡|伤亡|死亡人数)$/.test(words)) return '人';
  return /(?:事故|案件|事件|火灾|疫情|纠纷)$/.test(words) ? '起' : '个';
}

function fromWhole(match: RegExpExecArray): Quantity {
  if (match[0] === '零增长') return quantityAt(match, { value: 0, unit: '%', sort: 'share', manner: 'zero' });
  const zero = /零/.test(match[0]);
  const named = match.input.slice(Math.max(0, match.index - 8), match.index) + match[0].replace(/发生$|零/g, '');
  if (zero) return quantityAt(match, { value: 0, unit: unitOfNone(named), sort: 'count', manner: 'zero' });
  return quantityAt(match, { value: 100, unit: '%', sort: 'share', manner: 'whole' });
}

/** 一个 alone is an article; 一个以上, 至少一家 and 每年创建一个 count (每年 is covered, two signs long). */
const saysAtLeast = ({ input, index, 0: words }: RegExpExecArray): boolean =>
  /^(?:及?以上)/.test(input.slice(index + words.length)) ||
  /(?:(?:至少|不少于|不低于)|每[个家]?[省市县区乡镇州盟村园](?:（[^（）]*）)?[^，、。；]{0,6}?)(?:建设|建成|建立|设立|培育|打造|创建|新建|有|建)?$|(?<!△)△△[^，、。；△]{0,4}?(?:培育|打造|创建|争创|新建|建成|新增|引进|招引)$/.test(
    input.slice(0, index),
  );

function fromCountWords(match: RegExpExecArray): Quantity | null {
  const { count = '', countHigh, countUnit = '' } = match.groups ?? {};
  const value = chineseNumber(count);
  if (value === null || value < (saysAtLeast(match) ? 1 : 2)) return null;
  const valueMax = countHigh ? chineseNumber(countHigh) : null;
  return quantityAt(match, { value, valueMax, unit: countUnit, sort: 'count' });
}

/** Letters right before a small number in words that make it a count of things to be done, not a list's own number. */
export const COUNTS_AFTER =
  /(?:培育|打造|建设|建成|新建|创建|争创|引进|招引|新增|形成|建立|设立|组建|推出|实施|支持|发展|达到|突破|不少于|至少|超过|每年|力争|完成|认定|储备|开工|投产|谋划|申报|获批|选树|遴选|评选|举办|改造)(?:了)?$/;

/** How numbers in words are read; of two that overlap the first counts. */
export const WORD_READERS: readonly Reader[] = [
  [
    PERCENT_WORDS,
    /百分/,
    (match) => {
      const value = chineseNumber(match.groups?.percent ?? '');
      return value === null ? null : quantityAt(match, { value, unit: '%', sort: 'share' });
    },
  ],
  [
    TENTHS,
    /成/,
    (match) => {
      const tenths = chineseNumber(match.groups?.tenths ?? '') ?? 0;
      return quantityAt(match, { value: tenths * 10 + (match.groups?.half ? 5 : 0), unit: '%', sort: 'share' });
    },
  ],
  [
    FRACTION,
    /分之/,
    (match) => {
      const [of, parts] = [chineseNumber(match.groups?.of ?? ''), chineseNumber(match.groups?.parts ?? '')];
      if (!of || !parts || parts >= of) return null;
      return quantityAt(match, { value: Number(((100 * parts) / of).toFixed(2)), unit: '%', sort: 'share' });
    },
  ],
  [HALF, /半/, (match) => quantityAt(match, { value: 50, unit: '%', sort: 'share' })],
  [
    TURNED,
    /番|倍/,
    (match) =>
      quantityAt(match, {
        value: TURNS[match.groups?.turns ?? '一'] ?? 2,
        unit: '倍',
        sort: 'times',
        manner: 'doubling',
      }),
  ],
  [
    MULTIPLE_WORDS,
    /倍/,
    (match) =>
      quantityAt(match, { value: chineseNumber(match.groups?.multiple ?? '') ?? 0, unit: '倍', sort: 'times' }),
  ],
  [
    GREAT_WORDS,
    /[一二两三四五六七八九十百千][万亿]/,
    (match) => {
      const { great = '', power = '', greatUnit = '' } = match.groups ?? {};
      const value = chineseNumber(great);
      if (value === null) return null;
      if (greatUnit === '' && GRADED.test(match.input.slice(match.index + match[0].length)))
        return quantityAt(match, { value, magnitude: power, unit: '元', sort: 'money', manner: 'bare-magnitude' });
      const sort = greatUnit === '' ? 'index' : unitSort(greatUnit);
      return quantityAt(match, { value, magnitude: power, unit: greatUnit, sort, manner: 'bare-magnitude' });
    },
  ],
  [
    BARE,
    /[百千万亿]/,
    (match, text) => {
      const { bare = '', bareUnit = '' } = match.groups ?? {};
      const after = text.slice(match.index + match[0].length);
      if (bareUnit === '' && (bare.length === 1 || AFTER_HUNDRED.test(after))) return null;
      // 单位：亿元 over a table counts nothing
      if (/[：（/]$/.test(text.slice(0, match.index))) return null;
      // 绿色家电进万家: a phrase for everywhere
      if (/[家户]/.test(bareUnit) && /[进入走]$/.test(text.slice(0, match.index))) return null;
      if (bareUnit === '' && GRADED.test(after))
        return quantityAt(match, { value: 1, magnitude: bare, unit: '元', sort: 'money', manner: 'bare-magnitude' });
      const sort = bareUnit === '' ? 'index' : unitSort(bareUnit);
      return quantityAt(match, { value: 1, magnitude: bare, unit: bareUnit, sort, manner: 'bare-magnitude' });
    },
  ],
  [
    COUNT_WORDS,
    /[二两三四五六七八九十百千][家个座所名项条处支户件至到]|一[家个座所名项条处支户]及?以上|(?:至少|不少于|不低于|每|△△)[^，。；]{0,12}一/,
    fromCountWords,
  ],
  [WHOLE, /全部|覆盖|零|百分百|全员/, fromWhole],
];
