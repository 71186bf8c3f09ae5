import { multiply } from '@dabiao/domain/decimal';
import { powerOf, type Quantity, quantityAt, type Reader } from './quantity.ts';
import { UNIT_PATTERN, unitSort } from './unit-words.ts';

/** No quantity has more digits; the bound keeps a flood of digits from being tried from every place. */
const NUMBER = '\\d{1,12}(?:\\.\\d{1,6})?(?!\\d)';
/** 千 and 百 count as magnitudes only where they are not the first letter of a unit (千瓦) or of 百分. */
const MAGNITUDE = '(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?!瓦|米|克|伏|卡|亩方)|百(?!分))';
const DASH = '(?:——|—|－|–|-|~|～|至|到)';

/**
 * Numbers with units, in the ways a document writes them. A figure stands alone: 5G, PM2.5, 2.0版, 第3 and A3 are
 * names, since a letter or 第 goes before, or a letter comes after.
 */
const FIGURES = new RegExp(
  `(?<![A-Za-z0-9.第〔\\[×/]|[A-Za-z0-9]\\+)(?<low>${NUMBER})(?<lowMagnitude>${MAGNITUDE})?(?<odd>余|多)?(?<oddMagnitude>${MAGNITUDE})?(?<lowUnit>${UNIT_PATTERN})?` +
    `(?:${DASH}(?<high>${NUMBER})(?<highMagnitude>${MAGNITUDE})?(?<highUnit>${UNIT_PATTERN})?)?(?:(?<=[\\u4e00-\\u9fa5])|(?![A-Za-z]))`,
  'g',
);
/** 受教育年限达到11.7年: years that something lasts, told by what is measured. */
const LASTING =
  /(?<=(?:受教育年限|教育年限|寿命|机龄|船龄|车龄)[^，。；\d]{0,8})(?<lasting>\d{1,3}(?:\.\d{1,2})?)年(?!底|末|前|内)/g;
/** 城乡居民收入比缩小到2.2∶1: a ratio to one is a number without a unit. */
const RATIO = /(?<=(?:比|差距)[^，。；\d]{0,10})(?<![\d.])(?<ratio>\d{1,3}(?:\.\d{1,3})?)[:：∶]1(?![\d.])/g;
/** 1/3以上: a part of the whole. */
const FRACTION_IN_FIGURES = /(?<![\d/])(?<parts>[1-9])\/(?<of>[2-9])(?=以上|左右|的(?!时间))/g;
/** 10万分之58: 58 of every hundred thousand. */
const OF_HUNDRED_THOUSAND = /(?:10|十)万分之(?<parts>\d{1,5}(?:\.\d{1,3})?)/g;

const points = (groups: Record<string, string | undefined>, name: string): number => Number(groups[name]);

/** 200万中小学生: after 万 persons are counted without a classifier. */
const PERSONS =
  /^(?:余|多)?[\u4e00-\u9fa5]{0,4}(?:学生|学员|老人|老年人|儿童|妇女|职工|居民|群众|群体|人群|人员|劳动者|农民|劳动力|干部|教师|患者|残疾人|毕业生|农牧民)/;

/** Reads one match of FIGURES. @returns null where it counts nothing: no unit and no magnitude, or a calendar word. */
function fromFigures(match: RegExpExecArray, text: string): Quantity | null {
  const groups = match.groups ?? {};
  const { low = '', lowMagnitude = '', lowUnit = '', high, odd } = groups;
  const lastUnit = groups.highUnit;
  const magnitude = groups.highMagnitude ?? groups.oddMagnitude ?? lowMagnitude;
  const unit = lastUnit ?? lowUnit;
  const end = match.index + match[0].length;
  if (match.index === 0 && unit === '' && /^[.．、]/.test(text.slice(end))) return null;
  const graded = /亿/.test(magnitude) && /^级(?:规模|水平|台阶)?(?=$|[，。；、])/.test(text.slice(end, end + 6));
  if (/^[强年月日号时届版级型代条款]/.test(text.slice(end)) && unit === '' && !graded) return null;
  if (unit === '方' && text[end] === '面') return null;
  // 城区人口超50万县: a county of so many
  if (magnitude === '万' && /^[县市省区州]$/.test(unit)) return null;
  if (unit === '日' && text[match.index - 1] === '月') return null;
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

function scaled(low: string, from: string, to: string): number {
  return multiply(Number(low), powerOf(from) / powerOf(to));
}

/** How numbers in figures are read; of two that overlap the first counts. */
export const FIGURE_READERS: readonly Reader[] = [
  [
    LASTING,
    /教育年限|寿命|龄/,
    ({ groups, ...match }) =>
      quantityAt(match as RegExpExecArray, { value: Number(groups?.lasting), unit: '年', sort: 'measure' }),
  ],
  [
    RATIO,
    /\d[:：∶]1/,
    (match) =>
      quantityAt(match, { value: Number(match.groups?.ratio), sort: 'index', manner: 'ratio', inWords: false }),
  ],
  [
    OF_HUNDRED_THOUSAND,
    /万分之/,
    ({ groups, ...match }) =>
      quantityAt(match as RegExpExecArray, {
        value: Number(groups?.parts),
        unit: '/10万',
        sort: 'measure',
        inWords: false,
      }),
  ],
  [
    FRACTION_IN_FIGURES,
    /\d\/\d/,
    (match) => {
      const [of, parts] = [Number(match.groups?.of), Number(match.groups?.parts)];
      if (parts >= of) return null;
      return quantityAt(match, { value: Number(((100 * parts) / of).toFixed(2)), unit: '%', sort: 'share' });
    },
  ],
  [FIGURES, /\d/, fromFigures],
];
