import { findQuantities } from './find-quantities.ts';
import { BRACKET, maskNames } from './mask.ts';
import type { Quantity } from './quantity.ts';
import { findTimes, planEnd, type Time } from './time.ts';

/** What a change is counted from: 比2020年, 较“十三五”末, 在2020年基础上. */
export interface Base {
  start: number;
  end: number;
  year: number | null;
}

/** A sentence with everything found in it. `masked` has the same length as `text`. */
export interface SentenceView {
  text: string;
  masked: string;
  bases: Base[];
  times: Time[];
  quantities: Quantity[];
}

const TIME = '△';
const BASE = '▽';

/** 比, 较, 在…基础上 make the year after them the one compared with, not the one aimed at. */
const BASES =
  /(?:比|较|相比|相较于?|对比|与|在|以)(?:(?<year>(?:19|20)\d{2})年?|(?<last>上年(?:度)?|上一年|去年|同期|基期)|“?(?<plan>十[一二三四五]|九)五”?(?<planWhen>末|期末|初|时期)?)(?:年底|年末|底|末|同期)?(?:的)?(?:实际|水平)?(?:相比|基础上|为基[数期]|基数|基准)?(?:上)?(?=再|继续|进一步|持续|稳步|累计|分别|均|翻|实?际?[增提降减下压翻上扩缩]|年均|平均|高|低|多|少|减|有|大|明显|显著|，?(?:年均|累计)?(?:[增提降减下压翻上扩缩]))/g;

/** 在2015年旅游收入248亿元的基础上翻一番: what was there that year stands between the year and 基础上. */
const LONG_BASE = /在(?<year>(?:19|20)\d{2})年(?:底|末)?[^，。；：]{1,30}?基础上/g;

/** 与2023年相比，能耗降低2%: it stands at the head, with a comma behind it. */
const COMPARED_WITH = /(?:与|同|和)(?<year>(?:19|20)\d{2})年(?:底|末|同期)?(?:水平)?相比(?=，)/g;

/** 达到2020年的1.5倍 */
const TIMES_OF = /(?<=达到|达|为|是|到|相当于)(?<year>(?:19|20)\d{2})年(?:底|末)?的(?=[\d.一二两三四五六七八九十]+倍)/g;

function findBases(masked: string, documentYear: number | null): Base[] {
  if (!/[年期末五]/.test(masked)) return [];
  const short = [...masked.matchAll(BASES), ...masked.matchAll(TIMES_OF)];
  const long = [...masked.matchAll(LONG_BASE), ...masked.matchAll(COMPARED_WITH)].filter(
    (one) => !short.some(({ index }) => index === one.index),
  );
  return [...short, ...long].map((match) => {
    const { year, last, plan } = match.groups ?? {};
    const said = year ? Number(year) : last && documentYear ? documentYear - 1 : plan ? planEnd(plan) : null;
    return { start: match.index, end: match.index + match[0].length, year: said };
  });
}

function cover(text: string, parts: readonly { start: number; end: number }[], sign: string): string {
  let covered = text;
  for (const { start, end } of parts) covered = covered.slice(0, start) + sign.repeat(end - start) + covered.slice(end);
  return covered;
}

/** Signs that cover what was found and are no words of the sentence. */
export const COVERED = new RegExp(`[${TIME}${BASE}${BRACKET}]`, 'g');

/** Looks at a sentence. @param documentYear the year 今年 stands for, null where unknown */
export function viewSentence(text: string, documentYear: number | null): SentenceView {
  const named = maskNames(text);
  const bases = findBases(named, documentYear);
  const without = cover(named, bases, BASE);
  const times = findTimes(without, documentYear);
  const masked = cover(without, times, TIME);
  return { text, masked, bases, times, quantities: findQuantities(masked) };
}

/** Text of the sentence without times, bases and brackets, names and quotation marks kept. */
export function readable(view: SentenceView, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1) {
    const sign = view.masked[at] ?? '';
    if (sign !== '△' && sign !== '▽' && sign !== '◇') text += view.text[at] ?? '';
  }
  return text;
}
