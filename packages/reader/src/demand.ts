import type { Baseline } from '@dabiao/domain/target';
import { amountOf } from './amount.ts';
import { COMPARED, comparatorOf, meaningBefore, PER_ONE, wordAfter, wordsBefore } from './comparator.ts';
import { type Due, dueOf, type Horizon, milestone } from './horizon.ts';
import { cutShort, type Item } from './items.ts';
import { changeOf, kindOf, withoutChange } from './kind.ts';
import { fullName, type Shape, type Standing, shapesOf, type Words } from './naming.ts';
import type { Quantity } from './quantity.ts';
import type { Candidate, ReadMilestone } from './reading.ts';
import { isMoneySubject, SETTLED } from './refuse.ts';
import type { Main } from './role.ts';
import { readable, type SentenceView } from './sentence-view.ts';
import { cleanSubject, splitSubjects } from './subject.ts';
import { MAKING_VERB } from './words.ts';

/** What a sentence demands; places are places in the sentence. */
export type Demand = Omit<Candidate, 'departments' | 'clause' | 'quote'> & {
  wordingSpan: [number, number];
  /** What all years of a span come to together (2016年至2018年投资1500亿元). */
  ofSpan?: true;
};

const GOING_FROM = /(?:由|从)(?:20\d\d年)?(?:的|目前的?|现在的?|当前的?|现有的?)?[^，由从]*$/;

/** What is conquered and not exceeded. */
const CONQUERED = /^[^，、。；]{0,14}(?:技术|瓶颈|难题|难点|装备|材料|工艺|零部件|元器件|产品)/;

/** The words around the main row: subject, verb at its head, comparing words, counted noun. */
function wordsAround(view: SentenceView, item: Item, main: Main): Words {
  const first = main.row[0]?.start ?? item.start;
  const { rest, words } = wordsBefore(readable(view, item.start, first));
  // 突破10项关键技术: what is broken through is the thing itself, so that the verb compares nothing
  const conquers = main.form === 'noun' && CONQUERED.test(main.after);
  // 为10万名妇女提供检查: for whom it is done
  const serves = main.form === 'noun' && words.at(-1) === '为';
  const cutAt = main.from
    ? item.start + Math.max(0, view.masked.slice(item.start, main.from[0]?.start).search(GOING_FROM))
    : first;
  const left = readable(view, item.start, main.from ? cutAt : first);
  const subject = main.from ? left : rest;
  const lastEnd = main.row.at(-1)?.end ?? first;
  const after = readable(view, lastEnd, item.end).replace(/^(?:以上|及以上|左右|上下|以内|之内|以下|内)/, '');
  return {
    subject,
    verb: headVerb(subject),
    before: serves ? words.slice(0, -1) : conquers ? words.filter((word) => word !== '突破') : words,
    noun: after,
  };
}

const startsWithMaking = (verb: string): boolean => verb.search(MAKING_VERB) === 0;

const headVerb = (subject: string): string =>
  subject
    .replace(/^[^：]*：/, '')
    .replace(/^(?:力争|争取|确保|全[市省区县国]|我[市省区县]|累计(?=[新净])|并|其中|每年|年|将|再)+/, '');

/** 由39.7%提高到47%: what it starts from, and of which year. */
function baselineOf(view: SentenceView, item: Item, main: Main, firstYear: number | null): Baseline | null {
  const from = main.from?.at(-1);
  const base = view.bases.filter(({ start, end }) => start >= 0 && end <= (main.row[0]?.start ?? 0)).at(-1);
  if (from) {
    const year = view.times.filter(({ end }) => end <= from.start && end >= item.start - 2).at(-1)?.years[0];
    const known = year ?? base?.year ?? (firstYear === null ? null : firstYear - 1);
    return known === null ? null : { year: known, value: amountOf(from, '').value };
  }
  if (!base || base.year === null) return null;
  return base.end > item.start || changeOf(wordsBefore(readable(view, item.start, main.row[0]?.start ?? 0)).rest)
    ? { year: base.year, value: null }
    : null;
}

/** Fills in the unit of a number that leaves it to the last of its row: 突破2.2、2.4万亿元. */
function completeRow(row: readonly Quantity[]): Quantity[] {
  const last = row.at(-1);
  if (!last) return [];
  return row.map((one) =>
    (one.unit === '' || cutShort(one, last)) && (one.magnitude === '' || last.sort === 'money')
      ? { ...one, unit: last.unit, magnitude: one.magnitude || last.magnitude, sort: last.sort }
      : one,
  );
}

/** No time is said in a document of one year, and none of another year stands from before. */
const withinYear = ({ annual, carried, documentYear }: Horizon): boolean =>
  annual && (carried === null || carried.year === documentYear);

/** 2017年到2019年分别为: the years between two take one number each where that is said; those that are named always do. */
const inTurn = (view: SentenceView, item: Item, row: readonly Quantity[], { said }: Horizon): boolean =>
  said?.sort !== 'span' || /分别|依次|逐年|各年|分年/.test(view.masked.slice(item.start, row.at(-1)?.end));

/** 新材料、食品产业规模分别达1200亿、800亿: the last of several names says for all that it is money. */
const summed = (own: string, all: string, { sort }: Quantity): string =>
  sort === 'index' && !isMoneySubject(own) ? cleanSubject(all) || own : own;

/**
 * 年回收量分别超过300万吨、400万吨: one name and 分别, so that the numbers differ by the year.
 * @param carried the years are those of the sentence before
 */
const ofOneName = ({ subject, before }: Words, row: readonly Quantity[], carried: boolean): boolean => {
  const name = cleanSubject(subject);
  return (
    row.length > 1 &&
    (carried || /分别/.test(`${subject}${before.join('')}`)) &&
    name !== '' &&
    splitSubjects(name, row.length) === null
  );
};

/** 2024年、2025年均增长8%, “十四五”“十五五”期间分别新增…4000万千瓦: one number holds for each of the years. */
const inEach = ({ subject, before }: Words, row: readonly Quantity[], { said }: Horizon): boolean =>
  row.length === 1 && said?.sort === 'several' && /(?:分别|(?<!人|平|年)均|各)/.test(`${subject}${before.join('')}`);

/** What one item of a sentence demands: one demand, or one for each of several subjects. */
export function demandsOf(view: SentenceView, item: Item, main: Main, horizon: Horizon, standing: Standing): Demand[] {
  const row = completeRow(main.row);
  const quantity = row.at(-1);
  if (!quantity) return [];
  const words = wordsAround(view, item, main);
  const rate =
    view.times.some(({ sort, end }) => sort === 'rate' && end <= (row[0]?.start ?? 0) && end > item.start) ||
    words.before.includes('年均');
  const each = horizon.each && !(rate && changeOf(words.subject) !== null);
  const count = inEach(words, row, horizon) ? (horizon.said?.years.length ?? 1) : row.length;
  const own = ofOneName(words, row, horizon.said === null);
  const due = dueOf({ ...horizon, each }, inTurn(view, item, row, horizon) ? count : 1, rate, own);
  const baseline = baselineOf(view, item, main, horizon.firstYear);
  const after = wordAfter(view.masked.slice(quantity.end, item.end))?.word ?? null;
  const shapes = shapesOf(view, { ...main, row }, words, due, standing);
  const qualifier = qualifierOf(words.before, after, quantity);
  return shapes.map((shape) => {
    const change = changeOf(words.subject.replace(/(?:约|近|至少)$/, ''));
    const subject = fullName(
      change || /的$/.test(words.subject) ? cleanSubject(withoutChange(shape.subject)) : shape.subject,
      standing,
    );
    const kind = kindOf(shape.row.at(-1)?.quantity ?? quantity, {
      subject: words.subject,
      verb: words.verb,
      change,
      rate,
      each,
      based: baseline !== null,
      lead: COMPARED.test(readable(view, item.start, row[0]?.start ?? item.start)),
      listed: standing.adding && meaningBefore(words.before) === 'none' && !startsWithMaking(words.verb),
      within:
        horizon.said === null
          ? withinYear(horizon) && meaningBefore(words.before) === 'none'
          : /^(?:in|length)$/.test(horizon.said.sort),
    });
    const milestones = shape.row.map((one) =>
      toMilestone(
        one,
        summed(subject, words.subject, one.quantity),
        kind === 'multiple_of_baseline' && change !== null,
        due,
      ),
    );
    return {
      indicator: subject,
      unit: unitPer(milestones[0]?.unit ?? '', readable(view, item.start, row[0]?.start ?? 0)),
      comparator:
        ranksAmong(quantity, words.subject) ||
        (after === null && (squeezed(view, item, row) || isSettled(view, quantity)))
          ? 'lte'
          : comparatorOf(
              shape.row.at(-1)?.quantity ?? quantity,
              words.before,
              afterOf(view, item, row, shape.row.at(-1)?.quantity ?? quantity),
            ),
      kind,
      milestones: milestones.map((one) => one.milestone),
      everyYear: each,
      baseline,
      qualifier,
      start: item.start,
      end: item.end,
      wordingSpan: [row[0]?.start ?? item.start, quantity.end],
      ...(horizon.said?.sort === 'span' && milestones.length === 1 && { ofSpan: true as const }),
      confidence: 0,
      reasons: [due.reason],
    };
  });
}

/** 进入全国百强市前60名: the 60th place or a better one. */
const ranksAmong = (quantity: Quantity, subject: string): boolean =>
  /^[名位强]$/.test(quantity.unit) && /前$/.test(subject);

/** 登记3个工作日办结: within them. */
const isSettled = (view: SentenceView, { sort, end }: Quantity): boolean =>
  sort === 'duration' && SETTLED.test(view.masked.slice(end));

/** 压减申报次数至3次: what is brought down to so much, the thing between the verb and 至. */
const squeezed = (view: SentenceView, item: Item, row: readonly Quantity[]): boolean =>
  /(?:压减|压缩|缩短|降低|减少|精简|缩小|压降)[^，。；、]{1,20}[至到]$/.test(
    view.masked.slice(item.start, row[0]?.start),
  );

/** 每立方米19微克 is in 微克/立方米. */
function unitPer(unit: string, left: string): string {
  const per = PER_ONE.exec(left)?.groups?.per;
  return per === undefined || unit.includes('/') ? unit : `${unit}/${per}`;
}

/** 5%左右、5%以上 say each their own; 300家、50家、30家以上 say it once for all. */
function afterOf(view: SentenceView, item: Item, row: readonly Quantity[], one: Quantity): string | null {
  const own = (quantity: Quantity) => wordAfter(view.masked.slice(quantity.end, item.end))?.word ?? null;
  const said = row.map(own);
  const once = said.slice(0, -1).every((word) => word === null);
  return once ? (said.at(-1) ?? null) : own(one);
}

function toMilestone(
  one: Shape['row'][number],
  subject: string,
  grown: boolean,
  due: Due,
): { milestone: ReadMilestone; unit: string } {
  const amount = amountOf(one.quantity, subject);
  // 增长1.3倍 is 2.3 times what it was; 翻一番 says the multiple itself
  const add = grown && one.quantity.manner !== 'doubling' ? 1 : 0;
  const value = add === 0 ? amount.value : Number((amount.value + add).toFixed(6));
  const base = { year: one.year, value, wording: one.quantity.wording };
  const full = amount.valueMax === null ? base : { ...base, valueMax: amount.valueMax };
  return { milestone: milestone(full, due.inferred), unit: amount.unit };
}

const SHOWN =
  /^(?:突破|超过|超出|超|过|不少于|不低于|至少|不超过|不高于|低于|高于|控制在|达到|达|力争|争取|确保|约|接近|近|分别为|为|保持在|稳定在)$/;

function qualifierOf(before: readonly string[], after: string | null, quantity: Quantity): string | null {
  const words = [...before.filter((word) => SHOWN.test(word) && word !== '达'), ...(after ? [after] : [])];
  if (quantity.manner === 'whole') words.push(quantity.wording);
  return words.length === 0 ? null : [...new Set(words)].slice(-3).join('…');
}
