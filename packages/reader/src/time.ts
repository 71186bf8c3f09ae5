/** A time a demand is bound to. */
export interface Time {
  start: number;
  end: number;
  /** by: 到2025年; in: 2022年; each: 每年; rate: 年均; span: 2017年到2019年, 三年内; several: 2024年、2025年. */
  sort: 'by' | 'in' | 'each' | 'rate' | 'span' | 'several' | 'length';
  years: number[];
  /** Years from the plan's start where only a length is said: 三年内. */
  length?: number;
  /** 从2020年的7.8%提高到10%: the year a change starts from, not the one it is to end in. */
  isStart?: true;
  /** 2000年底前建成的小区: the year tells which things are meant, not when something is due. */
  isOfThing?: true;
  wording: string;
}

const YEAR = '(?:19|20)\\d{2}';
const END = '(?:年底前|年年底前|年底|年末|年前|年以前|年年底|年年末|年内|年度|年)';
const NUMBERS: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

const toNumber = (word: string): number => NUMBERS[word] ?? Number(word);

/** Last year of a five-year plan: the tenth ended in 2005. */
export const planEnd = (plan: string): number => {
  const ordinal = plan.startsWith('十')
    ? 10 + (plan === '十' ? 0 : (NUMBERS[plan.slice(1)] ?? 0))
    : (NUMBERS[plan] ?? 0);
  return 1955 + 5 * ordinal;
};

interface Found {
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>, match: string) => Pick<Time, 'sort' | 'years' | 'length'>;
}

const WORD_DIGITS = '〇一二三四五六七八九';
/** 二〇二五年: a year written letter by letter. */
const yearInWords = (words: string): number =>
  Number([...words.replace(/[○零Ο０]/g, '〇')].map((letter) => WORD_DIGITS.indexOf(letter)).join(''));

const JOIN = '(?:、|和|及|与|，|以及)';
const TIMES: readonly Found[] = [
  {
    // 2023-24 至 2032-33 年度: budget years, each called by the two calendar years it lies in
    pattern: /(?<a>20\d{2})[-—–/](?<c>\d{2})\s?(?:年度)?(?:至|到)\s?(?<b>20\d{2})[-—–/](?<d>\d{2})\s?年度?/g,
    read: ({ a, b, d }) => ({ sort: 'span', years: [Number(a), Number(`${b?.slice(0, 2)}${d}`)] }),
  },
  {
    pattern: /(?<by>到|至)?(?<year>[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?<end>底|末)?/g,
    read: ({ by, year = '', end }) => ({ sort: by || end ? 'by' : 'in', years: [yearInWords(year)] }),
  },
  {
    pattern: new RegExp(
      `(?:力争)?(?:从|自)?(?<a>${YEAR})年?(?:至|到|—|——|-|~|－|–)(?<b>${YEAR})${END}(?:间|期间)?`,
      'g',
    ),
    read: ({ a, b }) => ({ sort: 'span', years: [Number(a), Number(b)] }),
  },
  {
    pattern: new RegExp(
      `(?:到|至|截至|截止)?(?<all>${YEAR}${END}?(?:${JOIN}(?:到)?${YEAR}${END}?)*${JOIN}(?:到)?${YEAR}${END})`,
      'g',
    ),
    read: ({ all = '' }) => ({ sort: 'several', years: [...all.matchAll(/\d{4}/g)].map(([year]) => Number(year)) }),
  },
  {
    pattern: new RegExp(`(?<by>到|至|截至|截止|截止到|在|于|力争)?(?<a>${YEAR})(?<end>${END})(?!\\d{1,2}月)`, 'g'),
    read: ({ by, a, end = '' }) => ({
      sort: /[到至]/.test(by ?? '') || /前|底|末/.test(end) ? 'by' : 'in',
      years: [Number(a)],
    }),
  },
  {
    pattern: /(?:到|至|截至)?(?<a>(?:19|20)\d{2})年(?<month>\d{1,2})月(?:\d{1,2}日)?(?:底|末)?(?:前|以前|之前|为止)?/g,
    read: ({ a }) => ({ sort: 'by', years: [Number(a)] }),
  },
  {
    // “十四五”“十五五”期间分别新增: two plans, each with its own end
    pattern:
      /(?:到|至)?“?(?<a>十[一二三四五六])五”?(?:期?末)?(?:、|和|与|及|以及)?“?(?<b>十[一二三四五六])五”?(?:期间|时期|期末|末)/g,
    read: ({ a = '', b = '' }) => ({ sort: 'several', years: [planEnd(a), planEnd(b)] }),
  },
  {
    pattern:
      /(?:到|至|在)?“?(?<plan>十[一二三四五六]|九)五”?(?:规划(?=末|期|结束))?(?<when>末期|末|期末|时期末|结束|期间|时期|五年|以来)?(?!”|良好开局|开局|起步|首年|第一年|收官|纲要|规划|蓝图|目标任务|任务)/g,
    read: ({ plan = '', when = '' }) => ({
      sort: /末|结束/.test(when) ? 'by' : 'span',
      years: /末|结束/.test(when) ? [planEnd(plan)] : [planEnd(plan) - 4, planEnd(plan)],
    }),
  },
  {
    pattern: /(?:平均)?每年(?:度)?|年均|年平均|逐年|每一年/g,
    read: (_, match) => ({ sort: /均/.test(match) && match !== '平均每年' ? 'rate' : 'each', years: [] }),
  },
  {
    pattern:
      /(?:力争|争取|利用|用|通过|经过|在|未来|今后|未来的|近)*(?<n>[一二两三四五六七八九十]|\d{1,2})(?:到(?<m>[二三四五六七八九十]))?年(?:左右)?(?:内|之内|以内|时间|左右|的时间|的努力|期间)(?:的时间|时间)?/g,
    read: ({ n = '', m }) => ({ sort: 'length', years: [], length: toNumber(m ?? n) }),
  },
  {
    // 三年提升5个百分点, 三年累计1000亿元: within the years of the plan
    pattern:
      /(?<![\d第近这过一二三四五六七八九十])(?<n>[两三四五])年(?=(?:累计|合计|共|总计|提升|提高|增长|新增|净增|减少|下降|翻|建成|培育|改造)[^，。；]*\d)/g,
    read: ({ n = '' }) => ({ sort: 'length', years: [], length: toNumber(n) }),
  },
  {
    pattern: /(?:未来|今后|力争用?|争取用?|用)(?<n>[二两三四五六七八九十]|\d{1,2})年(?!底|末|\d)/g,
    read: ({ n = '' }) => ({ sort: 'length', years: [], length: toNumber(n) }),
  },
];

/** Words for a year that hangs on the document's own: 今年, 年内, 全年. */
const RELATIVE =
  /今年(?:年底|底|末)?(?:前)?|年内|年底前|全年|当年|本年度?|明年|去年|上年|前年|过去的?[一三五]年|[这近][三五]年(?:来)?|[一五]年(?:以)?来/g;
const UNKNOWN = /(?<![^，。；：])(?:今年|本年度?|明年)(?:年底|底|末)?/g;
const offsetOf = (wording: string): number => {
  if (wording === '明年') return 1;
  if (wording === '前年') return -2;
  return /^[去上过这近]|来$/.test(wording) ? -1 : 0;
};

/**
 * All times of a sentence in the order written.
 * @param documentYear the year 今年 stands for; null where it is not known, then 今年 says nothing.
 */
export function findTimes(text: string, documentYear: number | null): Time[] {
  if (!/[年五]/.test(text)) return [];
  const found: Time[] = [];
  const add = (match: RegExpExecArray, rest: Pick<Time, 'sort' | 'years' | 'length'>) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (found.some((one) => one.start < end && start < one.end)) return;
    found.push({ start, end, wording: match[0], ...rest });
  };
  for (const { pattern, read } of TIMES) {
    for (const match of text.matchAll(pattern)) add(match, read(match.groups ?? {}, match[0]));
  }
  if (documentYear !== null) {
    for (const match of text.matchAll(RELATIVE)) {
      add(match, { sort: 'in', years: [documentYear + offsetOf(match[0])] });
    }
  } else {
    // whichever year it is, it is not that of the sentences before
    for (const match of text.matchAll(UNKNOWN)) add(match, { sort: 'in', years: [] });
  }
  const times = found.sort((a, b) => a.start - b.start);
  return times.map((one) => ({
    ...one,
    ...(isStart(text, one) && { isStart: true as const }),
    ...((isOfThing(text, one) || isMeasure(text, one) || isDay(text, one)) && { isOfThing: true as const }),
  }));
}

const isOfThing = (text: string, { end }: Time): boolean =>
  /^[^，；。\d]{0,8}(?:建成|投产|批准|批复|规划|确定|核准|遗留|下达|印发|出台|登记|注册|认定|开工|竣工|设立|成立|签订|发布|入库)(?:投用|使用|并[^，；。\d]{0,6})?的/.test(
    text.slice(end),
  );

/** 2022年12月15日，大桥通车: a day told is when something was, a day before which is when something is due. */
const isDay = (text: string, { end, wording }: Time): boolean =>
  /日$/.test(wording) && !/^(?:起|之?前|以前|止|底)/.test(text.slice(end));

/** 不低于上年同期水平: last year's figure is what is compared with, and says nothing of when. */
const isMeasure = (text: string, { start, end, wording }: Time): boolean =>
  (/^[去上]年/.test(wording) && /[比较]$/.test(text.slice(0, start))) ||
  // 在去年布局5个点位基础上
  (/^[去上]年/.test(wording) && /^[^，。；]{0,20}基础上/.test(text.slice(end))) ||
  (/(?:低于|高于|少于|多于|超过|优于|好于|快于)[^，。；\d]{0,6}(?:20\d\d年)?$/.test(text.slice(0, start)) &&
    /^(?:度)?(?:同期|平均|实际|全年)?(?:[^，。；\d]{0,10}水平|实绩|平均|实际|同期)/.test(text.slice(end)));

/** 从, 由 before a year and 到, 至 after a verb of change behind it: where a change starts. */
const isStart = (text: string, { start, end, wording }: Time): boolean =>
  (/[从由]$/.test(text.slice(0, start)) || /^[从自]/.test(wording)) &&
  /^[^，；。]*?[增提扩升降减压缩发拓延高长大升低少][^，；。\d]{0,2}[到至]/.test(text.slice(end));
