import { wordsBefore } from './comparator.ts';
import { type Demand, demandsOf, readable, type Standing } from './demand.ts';
import { descriptionOf } from './description.ts';
import { isGiving, isGrant } from './grant.ts';
import type { Horizon } from './horizon.ts';
import { type Item, itemsOf } from './items.ts';
import { isMade, refusal } from './refuse.ts';
import { type Main, mainOf } from './role.ts';
import type { SentenceView } from './sentence-view.ts';
import { cutSegments, type Segment } from './sentences.ts';
import type { Time } from './time.ts';
import { CONDITION, CRITERIA_LABEL, DONE, DONE_ALREADY, MAY_APPLY, TELLING } from './words.ts';

/** What a sentence gave: demands, quantities left out, and the time it leaves standing for the next. */
export interface SentenceReading {
  demands: Demand[];
  leftOut: { start: number; end: number; wording: string; reason: string }[];
  said: Time | null;
}

/** What is known before the sentence. */
export interface Setting {
  horizon: Omit<Horizon, 'said' | 'each'>;
  /** The part of the document looks back: only what is bound to a coming year counts. */
  lookingBack: boolean;
  /** The year the document was made; earlier years are past. */
  madeIn: number | null;
}

interface State {
  said: Time | null;
  /** The time that stood before an aside set its own (更新电梯2.3万台，其中2024年0.5万台；…). */
  beforeAside: Time | null;
  each: boolean;
  criteria: boolean;
  subject: string;
  subjects: string[];
  /** The sentence tells what is done already; a coming year ends that. */
  done: boolean;
  nounBefore: boolean;
  /** The demand before added things to what there was. */
  adding: boolean;
}

/** The last time of a segment that says when, not how often. */
function timeOf(times: readonly Time[], segment: Segment): Time | null {
  return (
    times
      .filter(
        ({ start, end, sort, isStart, isOfThing }) =>
          start >= segment.start && end <= segment.end && sort !== 'each' && sort !== 'rate' && !isStart && !isOfThing,
      )
      .at(-1) ?? null
  );
}

const saysEach = (times: readonly Time[], segment: Segment): boolean =>
  times.some(({ start, end, sort }) => sort === 'each' && start >= segment.start && end <= segment.end);

const pastTime = (time: Time | null, madeIn: number | null): boolean => {
  if (!time || madeIn === null || time.years.length === 0) return false;
  return (time.years.at(-1) ?? 0) < madeIn;
};

/** 力争实现销量900万辆左右，同比增长约30%: a change over the year before that is aimed at. */
const YEAR_ON_YEAR = /同比(?=(?:均|分别|各)?(?:增长|下降|提高|增加|减少))/g;
const AIMED = /力争|争取|确保|预期|目标[是为]|左右/;

/** 2026—2028年，三年累计完成投资600亿元: within a time that is not over, 累计完成 sums up what is to be done. */
const SUMMED_UP = /累计(?=完成|实现)/g;
const isAhead = (time: Time | null, madeIn: number | null): boolean =>
  time !== null &&
  (time.sort === 'length' || (madeIn === null ? /^(?:by|span)$/.test(time.sort) : (time.years.at(-1) ?? 0) > madeIn));

/** Why nothing in a segment counts; null where it may. */
function segmentRefusal(words: string, giving: string, state: State, setting: Setting): string | null {
  if (state.criteria) return '是入选条件或说明';
  if (pastTime(state.said, setting.madeIn)) return '是过去的年份';
  if (setting.lookingBack && !isComing(state.said, setting.madeIn)) return '在回顾或现状部分';
  if (state.done || DONE.test(isAhead(state.said, setting.madeIn) ? words.replace(SUMMED_UP, '') : words))
    return '是已经达到的';
  if (isGrant(giving)) return '是奖补标准';
  if (/预计(?:今年|全年|本年)/.test(words) || (/预计/.test(words) && state.said?.sort === 'in'))
    return '是对当年的预计';
  return null;
}

const isComing = (time: Time | null, madeIn: number | null): boolean =>
  time !== null && time.sort === 'by' && (madeIn === null || (time.years.at(-1) ?? 0) > madeIn);

/** Reads the demands of one sentence. */
export function readSentence(view: SentenceView, setting: Setting): SentenceReading {
  const segments = cutSegments(view.masked);
  const listed =
    MAY_APPLY.test(view.masked) || (CONDITION.test(view.masked) && /：|应(?:当)?(?:满足|符合)/.test(view.masked));
  const state: State = {
    said: null,
    beforeAside: null,
    each: false,
    criteria: listed || TELLING.test(view.text),
    subject: '',
    subjects: [],
    done: false,
    nounBefore: false,
    adding: false,
  };
  const reading: SentenceReading = { demands: [], leftOut: [], said: null };
  let chunk = chunkFrom(segments, 0, view);
  segments.forEach((segment, index) => {
    if (segment.fresh) {
      state.said = state.beforeAside ?? state.said;
      state.beforeAside = null;
      chunk = chunkFrom(segments, index, view);
      state.each = false;
      state.nounBefore = false;
      state.adding = false;
    }
    const next = segments[index + 1];
    const goesOn = next && !next.fresh ? view.masked.slice(segment.start, next.end) : '';
    readSegment(view, segment, chunk, { state, setting, reading, told: TOLD.test(goesOn) && !PLANNED.test(goesOn) });
  });
  reading.said = state.beforeAside ?? state.said;
  return reading;
}

/** The part of the sentence between semicolons that begins at a segment. */
interface Chunk {
  words: string;
  /** Where the last of its segments ends that gives money; what stands before may be a condition of it. */
  givesUpTo: number;
}

function chunkFrom(segments: readonly Segment[], index: number, view: SentenceView): Chunk {
  let end = index + 1;
  while (segments[end] && !segments[end]?.fresh) end += 1;
  const parts = segments.slice(index, end);
  const giving = parts.findLast((part) => isGiving(view.masked.slice(part.start, part.end)));
  return { words: view.masked.slice(parts[0]?.start, parts.at(-1)?.end), givesUpTo: giving?.end ?? -1 };
}

/** What is said of a segment's giving: up to where money is given, the whole; after it what goes on about the money. */
function wordsOfGiving(words: string, segment: Segment, { words: all, givesUpTo }: Chunk, time: Time | null): string {
  if (time && /^(?:by|length|span)$/.test(time.sort)) return words;
  return segment.start < givesUpTo || (givesUpTo >= 0 && GOES_ON_GIVING.test(words)) ? all : words;
}
const GOES_ON_GIVING = /^[对将其再]|元|最高|最多|不超过|每[家户个人项次年]|比例|其中|累计/;

interface Work {
  state: State;
  setting: Setting;
  reading: SentenceReading;
  /** The next part of the sentence tells how the figure has changed. */
  told: boolean;
}

/** 贷款利率3.5%，较年初下降0.4个百分点: only of a figure that is known can it be said how it has changed by now. */
const TOLD = /，(?:[^，]{0,4}(?:同比|环比)|[较比](?:年初|上年同期|上月|去年同期))[^，]*$/;
const PLANNED = /力争|争取|确保|目标|计划|预计|预期|以上|左右/;

function readSegment(view: SentenceView, segment: Segment, chunk: Chunk, work: Work): void {
  const { state, setting } = work;
  const said = view.masked.slice(segment.start, segment.end);
  const words = AIMED.test(view.masked) ? said.replace(YEAR_ON_YEAR, '') : said;
  const time = timeOf(view.times, segment);
  if (time && /^其中/.test(words)) state.beforeAside ??= state.said;
  if (time) state.said = time;
  const each = saysEach(view.times, segment);
  const bound = state.said !== null && state.said.sort !== 'length';
  // 每年创建一个…，景区总数达到200家: what is reached in all is not reached every year
  const eachHere = each || (state.each && time === null && !/达到|突破|总数|总量|累计/.test(words));
  state.each = eachHere && !(bound && time === null && !each);
  if (each && !bound) state.each = true;
  if (time && !pastTime(time, setting.madeIn)) state.done = false;
  if (DONE_ALREADY.test(words)) state.done = true;
  if (CRITERIA_LABEL.test(words)) state.criteria = true;
  const items = itemsOf(view.masked, segment, view.quantities);
  const told = work.told && state.said?.sort !== 'by' ? '是已经达到的' : null;
  const refused =
    told ??
    (items.length > 0 ? segmentRefusal(words, wordsOfGiving(words, segment, chunk, time), state, setting) : null);
  const before = work.reading.demands.length;
  items.forEach((item, index) => {
    const criterion = refused ?? descriptionOf(view, item, items[index + 1], segment);
    readItem(view, item, criterion, eachHere, work);
  });
  shareHeads(work.reading.demands, before);
}

/** 1家千亿级、10家百亿级龙头企业: what the last one counts is what those before it count that name a grade alone. */
function shareHeads(demands: Demand[], from: number): void {
  for (let at = demands.length - 2; at >= from; at -= 1) {
    const [one, next] = [demands[at], demands[at + 1]];
    const head = /级(?<head>[^级、]{2,})$/.exec(next?.indicator ?? '')?.groups?.head;
    if (one && head && /级$/.test(one.indicator)) one.indicator += head;
  }
}

function readItem(view: SentenceView, item: Item, refused: string | null, each: boolean, work: Work): void {
  const { state, setting, reading } = work;
  const main = mainOf(view.masked, item);
  const inherited =
    item.order > 0
      ? state.nounBefore
      : state.nounBefore && /^[△\s]*$/.test(wordsBefore(view.masked.slice(item.start, main?.row[0]?.start)).rest);
  const reason =
    (main && isFact(view, item, main, work) ? '只是陈述的事实' : null) ??
    grantedOnly(refused, main, inherited || isMade(view.masked.slice(item.start, main?.row[0]?.start))) ??
    (main
      ? refusal(view.masked, item, main, { inherited, each, aimed: isAimed(view, item, state) })
      : '只是所指对象的规模');
  if (!main || reason) {
    for (const row of item.rows) {
      for (const one of row)
        reading.leftOut.push({ start: one.start, end: one.end, wording: one.wording, reason: reason ?? '' });
    }
    if (item.order === 0) state.nounBefore = false;
    keepSubject(view, item, main, state);
    return;
  }
  const horizon: Horizon = { ...setting.horizon, said: state.said, each };
  const standing: Standing = { adding: state.adding, subject: state.subject, subjects: state.subjects };
  const demands = demandsOf(view, item, main, horizon, standing);
  if (demands.some((one) => isInferredPast(one, setting.madeIn))) return;
  reading.demands.push(...demands);
  state.nounBefore = true;
  state.adding = demands.at(-1)?.kind === 'cumulative_increment';
  state.subject = demands.at(-1)?.indicator ?? state.subject;
  if (demands.length > 1) state.subjects = demands.map(({ indicator }) => indicator);
}

/** 常住人口约7.4亿，占全国消费的38%: nothing is aimed at, and no time is said nor carried to it. */
function isFact(view: SentenceView, item: Item, main: Main, { state, setting }: Work): boolean {
  const left = view.masked.slice(item.start, main.row[0]?.start);
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

/** A year taken over from a sentence about the past. */
const isInferredPast = ({ milestones }: Demand, madeIn: number | null): boolean =>
  madeIn !== null &&
  milestones.some(({ year, yearInferred }) => yearInferred === true && year !== null && year < madeIn);

const isAimed = (view: SentenceView, item: Item, state: State): boolean =>
  state.said !== null ||
  view.bases.length > 0 ||
  /力争|争取|确保/.test(view.masked.slice(Math.max(0, item.start - 12), item.end));

/** Of a sentence that grants something, only money and shares are what is granted. */
function grantedOnly(refused: string | null, main: Main | null, made: boolean): string | null {
  if (refused !== '是奖补标准') return refused;
  const sort = main?.row.at(-1)?.sort;
  return sort === 'money' ||
    sort === 'share' ||
    sort === undefined ||
    sort === 'duration' ||
    sort === 'times' ||
    (main?.form === 'noun' && !made) ||
    main?.form === 'end'
    ? refused
    : null;
}

function keepSubject(view: SentenceView, item: Item, main: Main | null, state: State): void {
  if (main) state.subject = readable(view, item.start, main.row[0]?.start ?? item.start);
}
