import { multiply } from '@dabiao/domain/decimal';
import { chineseNumber } from './chinese-number.ts';
import { UNIT_PATTERN, type UnitSort, unitSort } from './unit-words.ts';

/** A quantity found in a sentence; `start` and `end` are places in the sentence. */
export interface Quantity {
  start: number;
  end: number;
  value: number;
  valueMax: number | null;
  /** Magnitude word as written (万, 亿, 万亿), empty where none. */
  magnitude: string;
  /** Unit word as written without its magnitude, empty where none. */
  unit: string;
  sort: UnitSort;
  /** The words as written. */
  wording: string;
  /** In words, not in figures: 翻一番, 全部, 清零, 三成. */
  inWords: boolean;
  /** How the words say it where they are more than a number: doubling, the whole, zero, 余 after the number, or a ratio to one. */
  manner?: 'doubling' | 'whole' | 'zero' | 'odd' | 'bare-magnitude' | 'ratio';
}

/** No quantity has more digits; the bound keeps a flood of digits from being tried from every place. */
const NUMBER = '\\d{1,12}(?:\\.\\d{1,6})?(?!\\d)';
/** 千 and 百 count as magnitudes only where they are not the first letter of a unit (千瓦) or of 百分. */
const MAGNITUDE = '(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?!瓦|米|克|伏|卡|亩方)|百(?!分))';
const DASH = '(?:——|—|－|–|-|~|～|至|到)';
const SMALL = '[一二两三四五六七八九十百千零]+';

/**
 * Numbers with units, in the ways a document writes them. A figure stands alone: 5G, PM2.5, 2.0版, 第3 and A3 are
 * names, since a letter or 第 goes before, or a letter comes after.
 */
const FIGURES = new RegExp(
  `(?<![A-Za-z0-9.第〔\\[×/]|[A-Za-z0-9]\\+)(?<low>${NUMBER})(?<lowMagnitude>${MAGNITUDE})?(?<odd>余|多)?(?<oddMagnitude>${MAGNITUDE})?(?<lowUnit>${UNIT_PATTERN})?` +
    `(?:${DASH}(?<high>${NUMBER})(?<highMagnitude>${MAGNITUDE})?(?<highUnit>${UNIT_PATTERN})?)?(?:(?<=[\\u4e00-\\u9fa5])|(?![A-Za-z]))`,
  'g',
);
const PERCENT_WORDS = /百分之(?<percent>[一二两三四五六七八九十百零点]+)/g;
const TENTHS =
  /(?<![一二两三四五六七八九十])(?<tenths>[一二两三四五六七八九])成(?<half>半)?(?![为立员功果本长效就熟型千的])/g;
/** Half of something: 超过一半, 半数以上, 占比过半, 减半 (but 减半征收). */
const HALF = /一半|半数|(?<=[过减])半(?=[，。；、]|$)/g;
const TURNED =
  /翻(?:(?<turns>[一两二三四])?番)|(?<![A-Za-z])倍增(?!计划|行动|工程|培育|企业|库|发展|方案|路径|专项|政策|目标任务|效应)|成倍增长/g;
/** 五千亿, 三百万元: a number in words before 万 or 亿. */
const GREAT_WORDS =
  /(?<![一二两三四五六七八九十百千数几])(?<great>[一二两三四五六七八九十]+[百千]?)(?<power>万亿|亿|万)(?<greatUnit>元|名|家|户|人|个|项|亩|吨|公里)?/g;
/** 受教育年限达到11.7年: years that something lasts, told by what is measured. */
const LASTING =
  /(?<=(?:受教育年限|教育年限|寿命|机龄|船龄|车龄)[^，。；\d]{0,8})(?<lasting>\d{1,3}(?:\.\d{1,2})?)年(?!底|末|前|内)/g;
/** 城乡居民收入比缩小到2.2∶1: a ratio to one is a number without a unit. */
const RATIO = /(?<=比[^，。；\d]{0,10})(?<![\d.])(?<ratio>\d{1,3}(?:\.\d{1,3})?)[:：∶]1(?![\d.])/g;
/** 10万分之58: 58 of every hundred thousand. */
const OF_HUNDRED_THOUSAND = /(?:10|十)万分之(?<parts>\d{1,5}(?:\.\d{1,3})?)/g;
const MULTIPLE_WORDS =
  /(?<![一二两三四五六七八九十数])(?<multiple>[一二两三四五六七八九十])倍(?:以上)?(?=[，。；、以左]|$)/g;
/**
 * A magnitude alone stands for one of it: 千名硕士, 过千亿元, 突破万亿. 万元 before what is produced is what something is
 * measured by (万元生产总值能耗), no amount.
 */
const BARE =
  /(?<![\d.一二两三四五六七八九十百千万亿几数上近])(?!万元(?:国内|地区|GDP|工业|规模以上|生产总值|产值|增加值|农业|营业收入))(?<bare>万亿|千亿|百亿|十亿|千万|百万|千|百|万|亿)(?<bareUnit>元|名|家|户|人|个|项|亩|吨|公里)?/g;
/** A small number in words counts only before a classifier that is itself before a noun or an end: 两个, 三家. */
const COUNT_WORDS = new RegExp(
  `(?<![一二两三四五六七八九十百千万第每数几\\d])(?<count>${SMALL})(?:至|到)?(?<countHigh>${SMALL})?(?<countUnit>家|个|座|所|名|项|条|处|支|户)(?!百分点|方面|五年|月|小时|工作日|左右的时间|全面|意识|维护|确立|自信|走在|面)`,
  'g',
);
/** 零发生 and the like say that none is to happen. 全部 after 占 is what something is a part of (占全部金额的比例). */
const WHOLE =
  /(?<!安|占|占到)全部(?!门|分|精力|内容|条款)|(?:全域|全面|全)覆盖(?!面|率)|(?<!百分之)百分百|清零|归零|零(?:发生|事故|死亡|伤亡)|全员(?=参保|持证)/g;

const AFTER_HUNDRED = /^(?:强|大|校|佳|年|日|号|项行动)/;

const points = (groups: Record<string, string | undefined>, name: string): number => Number(groups[name]);

/** 200万中小学生: after 万 persons are counted without a classifier. */
const PERSONS =
  /^(?:余|多)?[\u4e00-\u9fa5]{0,4}(?:学生|学员|老人|老年人|儿童|妇女|职工|居民|群众|农民|劳动力|干部|教师|患者|残疾人|毕业生|农牧民)/;

/** Reads one match of FIGURES. @returns null where it counts nothing: no unit and no magnitude, or a calendar word. */
function fromFigures(match: RegExpExecArray, text: string): Quantity | null {
  const groups = match.groups ?? {};
  const { low = '', lowMagnitude = '', lowUnit = '', high, odd } = groups;
  const lastUnit = groups.highUnit;
  const magnitude = groups.highMagnitude ?? groups.oddMagnitude ?? lowMagnitude;
  const unit = lastUnit ?? lowUnit;
  const end = match.index + match[0].length;
  if (/^[强年月日号时届版级型代条款]/.test(text.slice(end)) && unit === '') return null;
  if (unit === '周' && /^[年岁边]/.test(text.slice(end))) return null;
  if (high && lowUnit !== '' && lastUnit === undefined && unit !== '%') return null;
  const lower =
    lowMagnitude !== '' && magnitude !== lowMagnitude && high ? scaled(low, lowMagnitude, magnitude) : Number(low);
  const persons = unit === '' && magnitude !== '' && PERSONS.test(text.slice(end, end + 8));
  const sort = persons ? 'count' : unitSort(unit);
  const base: Quantity = {
    start: match.index,
    end,
    value: lower,
    valueMax: high ? points(groups, 'high') : null,
    magnitude,
    unit: persons ? '人' : unit,
    sort,
    wording: match[0],
    inWords: false,
  };
  return odd ? { ...base, manner: 'odd' } : base;
}

const POWERS: Record<string, number> = {
  十: 1e1,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};

/** Power of ten a magnitude word stands for; 1 for none. */
export const powerOf = (magnitude: string): number => POWERS[magnitude] ?? 1;

function scaled(low: string, from: string, to: string): number {
  return multiply(Number(low), powerOf(from) / powerOf(to));
}

const quantity = (match: RegExpExecArray, rest: Partial<Quantity>): Quantity => ({
  start: match.index,
  end: match.index + match[0].length,
  value: 0,
  valueMax: null,
  magnitude: '',
  unit: '',
  sort: 'index',
  wording: match[0],
  inWords: true,
  ...rest,
});

const TURNS: Record<string, number> = { 一: 2, 两: 4, 二: 4, 三: 8, 四: 16 };

function fromWhole(match: RegExpExecArray): Quantity {
  const zero = /零/.test(match[0]);
  if (zero) return quantity(match, { value: 0, unit: '个', sort: 'count', manner: 'zero' });
  return quantity(match, { value: 100, unit: '%', sort: 'share', manner: 'whole' });
}

/** 一个 alone is an article; 一个以上 and 至少一家 count. */
const saysAtLeast = ({ input, index, 0: words }: RegExpExecArray): boolean =>
  /^(?:及?以上)/.test(input.slice(index + words.length)) || /(?:至少|不少于|不低于)$/.test(input.slice(0, index));

function fromCountWords(match: RegExpExecArray): Quantity | null {
  const { count = '', countHigh, countUnit = '' } = match.groups ?? {};
  const value = chineseNumber(count);
  if (value === null || value < (saysAtLeast(match) ? 1 : 2)) return null;
  const valueMax = countHigh ? chineseNumber(countHigh) : null;
  return quantity(match, { value, valueMax, unit: countUnit, sort: 'count' });
}

/** Letters right before a small number in words that make it a count of things to be done, not a list's own number. */
export const COUNTS_AFTER =
  /(?:培育|打造|建设|建成|新建|创建|争创|引进|招引|新增|形成|建立|设立|组建|推出|实施|支持|发展|达到|突破|不少于|至少|超过|每年|力争|完成|认定|储备|开工|投产|谋划|申报|获批|选树|遴选|评选|举办|改造)(?:了)?$/;

/** A pattern, the letters without which it cannot match, and how a match is read. */
type Reader = readonly [
  pattern: RegExp,
  needs: RegExp,
  read: (match: RegExpExecArray, text: string) => Quantity | null,
];

const READERS: readonly Reader[] = [
  [
    LASTING,
    /教育年限|寿命|龄/,
    ({ groups, ...match }) =>
      quantity(match as RegExpExecArray, { value: Number(groups?.lasting), unit: '年', sort: 'measure' }),
  ],
  [
    RATIO,
    /\d[:：∶]1/,
    (match) => quantity(match, { value: Number(match.groups?.ratio), sort: 'index', manner: 'ratio', inWords: false }),
  ],
  [
    OF_HUNDRED_THOUSAND,
    /万分之/,
    ({ groups, ...match }) =>
      quantity(match as RegExpExecArray, {
        value: Number(groups?.parts),
        unit: '/10万',
        sort: 'measure',
        inWords: false,
      }),
  ],
  [FIGURES, /\d/, fromFigures],
  [
    PERCENT_WORDS,
    /百分/,
    (match) => {
      const value = chineseNumber(match.groups?.percent ?? '');
      return value === null ? null : quantity(match, { value, unit: '%', sort: 'share' });
    },
  ],
  [
    TENTHS,
    /成/,
    (match) => {
      const tenths = chineseNumber(match.groups?.tenths ?? '') ?? 0;
      return quantity(match, { value: tenths * 10 + (match.groups?.half ? 5 : 0), unit: '%', sort: 'share' });
    },
  ],
  [HALF, /半/, (match) => quantity(match, { value: 50, unit: '%', sort: 'share' })],
  [
    TURNED,
    /番|倍/,
    (match) =>
      quantity(match, {
        value: TURNS[match.groups?.turns ?? '一'] ?? 2,
        unit: '倍',
        sort: 'times',
        manner: 'doubling',
      }),
  ],
  [
    MULTIPLE_WORDS,
    /倍/,
    (match) => quantity(match, { value: chineseNumber(match.groups?.multiple ?? '') ?? 0, unit: '倍', sort: 'times' }),
  ],
  [
    GREAT_WORDS,
    /[一二两三四五六七八九十百千][万亿]/,
    (match) => {
      const { great = '', power = '', greatUnit = '' } = match.groups ?? {};
      const value = chineseNumber(great);
      if (value === null) return null;
      const sort = greatUnit === '' ? 'index' : unitSort(greatUnit);
      return quantity(match, { value, magnitude: power, unit: greatUnit, sort, manner: 'bare-magnitude' });
    },
  ],
  [
    BARE,
    /[百千万亿]/,
    (match, text) => {
      const { bare = '', bareUnit = '' } = match.groups ?? {};
      const after = text.slice(match.index + match[0].length);
      if (bareUnit === '' && (bare.length === 1 || AFTER_HUNDRED.test(after))) return null;
      const sort = bareUnit === '' ? 'index' : unitSort(bareUnit);
      return quantity(match, { value: 1, magnitude: bare, unit: bareUnit, sort, manner: 'bare-magnitude' });
    },
  ],
  [COUNT_WORDS, /[一二两三四五六七八九十百千][家个座所名项条处支户至到]/, fromCountWords],
  [WHOLE, /全部|覆盖|零|百分百|全员/, fromWhole],
];

/** Letters without which a sentence holds no quantity; asked first, since most sentences hold none. */
const ANY =
  /[\d成番倍零]|百分|一半|半数|[过减]半|[一二两三四五六七八九十百千][家个座所名项条处支户]|[千百万亿][元名家]|万亿|千亿|百亿|全部|覆盖|归零/;

/** Whether a sentence may hold a quantity at all. */
export const mayQuantify = (text: string): boolean => ANY.test(text);

/**
 * All quantities of a sentence in the order written, none overlapping; names are masked by the caller.
 * A number without a unit is kept (sort `index`): whether it is an index value is for the sentence to say.
 */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const [pattern, needs, read] of READERS) {
    if (!needs.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const one = read(match, text);
      if (one && !found.some(({ start, end }) => one.start < end && start < one.end)) found.push(one);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
