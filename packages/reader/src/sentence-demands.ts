import { wordsBefore } from './comparator.ts';
import { type Demand, demandsOf } from './demand.ts';
import { descriptionOf } from './description.ts';
import { type Chunk, chunkFrom, wordsOfGiving } from './giving-part.ts';
import type { Horizon } from './horizon.ts';
import { type Item, itemsOf } from './items.ts';
import type { Standing } from './naming.ts';
import { isMade, refusal } from './refuse.ts';
import { type Main, mainOf } from './role.ts';
import { aimedWords, isComing, isFact, isTold, pastTime, segmentRefusal } from './segment-refusal.ts';
import type { Setting, State } from './sentence-state.ts';
import { readable, type SentenceView } from './sentence-view.ts';
import { cutSegments, type Segment } from './sentences.ts';
import { cleanSubject } from './subject.ts';
import type { Time } from './time.ts';
import { CONDITION, CRITERIA_LABEL, DONE_ALREADY, EFFECT, MAY_APPLY, TELLING } from './words.ts';

/** What a sentence gave: demands, quantities left out, and the time it leaves standing for the next. */
export interface SentenceReading {
  demands: Demand[];
  leftOut: { start: number; end: number; wording: string; reason: string }[];
  said: Time | null;
}

/** The times of a segment that say when, not how often. */
const timesOf = (times: readonly Time[], segment: Segment, said: Time | null): Time[] =>
  times.filter(
    ({ start, end, sort, isStart, isOfThing, wording, length }) =>
      start >= segment.start &&
      end <= segment.end &&
      sort !== 'each' &&
      sort !== 'rate' &&
      !isStart &&
      !isOfThing &&
      // 到2030年，当年新增…; 到2020年，用5年时间…: the year that stands says which year and to what end
      !(
        said !== null &&
        said.years.length > 0 &&
        (wording === '当年' || (length && said.sort === 'by' && !segment.fresh))
      ),
  );

const saysEach = (times: readonly Time[], segment: Segment): boolean =>
  times.some(({ start, end, sort }) => sort === 'each' && start >= segment.start && end <= segment.end);

/** 每年 at the head holds for what follows; behind a subject (普及率每年提高2个百分点) it is of that alone. */
const leadsWithEach = ({ masked, times }: SentenceView, segment: Segment): boolean => {
  const first = times.find(({ start, sort }) => sort === 'each' && start >= segment.start);
  return !first || cleanSubject(masked.slice(segment.start, first.start).replace(/^.{0,6}[：、]/, '')) === '';
};

/** Reads the demands of one sentence. */
export function readSentence(view: SentenceView, setting: Setting): SentenceReading {
  const segments = cutSegments(view.masked);
  const listed =
    MAY_APPLY.test(view.masked) || (CONDITION.test(view.masked) && /：|应(?:当)?(?:满足|符合)/.test(view.masked));
  const state: State = {
    said: null,
    beforeAside: null,
    each: false,
    criteria: setting.criteria || listed || TELLING.test(view.text),
    effect: false,
    subject: setting.subject,
    subjects: [],
    years: [],
    done: false,
    nounBefore: false,
    adding: false,
  };
  const reading: SentenceReading = { demands: [], leftOut: [], said: null };
  let chunk = chunkFrom(segments, 0, view);
  segments.forEach((segment, index) => {
    if (segment.fresh) {
      state.said = state.beforeAside ?? state.said;
      if (isDeadline(view, state.said, setting)) state.said = null;
      state.beforeAside = null;
      chunk = chunkFrom(segments, index, view);
      state.each = false;
      state.nounBefore = false;
      state.adding = false;
      state.effect = false;
    }
    const next = segments[index + 1];
    const goesOn = next && !next.fresh ? view.masked.slice(segment.start, next.end) : '';
    readSegment(view, segment, chunk, { state, setting, reading, told: isTold(goesOn) });
  });
  reading.said = state.beforeAside ?? state.said;
  return reading;
}

/** …，2017年底前完成全部改造；淘汰锅炉1万台: a deadline without a pause behind it ends with its own part of the sentence. */
const isDeadline = ({ masked }: SentenceView, said: Time | null, { horizon }: Setting): boolean =>
  said !== null &&
  /前$/.test(said.wording) &&
  masked[said.end] !== '，' &&
  horizon.documentYear !== null &&
  (said.years.at(-1) ?? 0) < horizon.documentYear;

interface Work {
  state: State;
  setting: Setting;
  reading: SentenceReading;
  /** The next part of the sentence tells how the figure has changed. */
  told: boolean;
}

function readSegment(view: SentenceView, segment: Segment, chunk: Chunk, work: Work): void {
  const { state, setting } = work;
  const words = aimedWords(view.masked.slice(segment.start, segment.end), view.masked);
  const times = timesOf(view.times, segment, state.said);
  const time = times.at(-1) ?? null;
  if (time && /^其中/.test(words)) state.beforeAside ??= state.said;
  if (time) state.said = time;
  for (const year of times.flatMap(({ years }) => years.at(-1) ?? []))
    if (!state.years.includes(year)) state.years.push(year);
  const each = saysEach(view.times, segment);
  const bound = state.said !== null && state.said.sort !== 'length';
  // 每年创建一个…，景区总数达到200家: what is reached in all is not reached every year
  // 每年提升1个百分点、三年提升5个百分点
  const spans = view.times.some(({ start, end, length }) => length && start >= segment.start && end <= segment.end);
  const averaged = view.times.some(
    ({ start, end, sort }) => sort === 'rate' && start >= segment.start && end <= segment.end,
  );
  const eachHere =
    each ||
    (state.each &&
      time === null &&
      !spans &&
      !averaged &&
      !/[由从]\d[^，]*(?:至|到)\d/.test(words) &&
      !/达(?!标)|突破|总数|总量|累计|能力|(?:率|占比|比重|比例)(?:保持|稳定|控制|均|为|不低于|不超过|不高于|在|低于|高于|超过|降至|降到)*\d[\d.]*%/.test(
        words,
      ));
  state.each = eachHere && !(bound && time === null && !each);
  if (each && !bound) state.each = leadsWithEach(view, segment);
  if (time && !pastTime(time, setting.madeIn)) state.done = false;
  if (DONE_ALREADY.test(words) && !/^在[^，]*基础上$/.test(words) && !isComing(state.said, setting.madeIn))
    state.done = true;
  if (CRITERIA_LABEL.test(words)) state.criteria = true;
  if (EFFECT.test(words)) state.effect = true;
  const items = itemsOf(view.masked, segment, view.quantities);
  const told = work.told && state.said?.sort !== 'by' ? '是已经达到的' : null;
  if (told) state.done = true;
  const refused =
    told ??
    (items.length > 0 ? segmentRefusal(words, wordsOfGiving(words, segment, chunk, time), state, setting) : null);
  // 用水总量不超过上级下达指标，其中2025年不超过34亿立方米: the demand without a figure says what the next is of
  if (items.length === 0) state.subject = workedOn(view, segment) ?? state.subject;
  const before = work.reading.demands.length;
  const last = state.said;
  items.forEach((item, index) => {
    const criterion = refused ?? descriptionOf(view, item, items[index + 1], segment);
    // 2025年占比20%左右和2030年25%左右: of several times each number has the one before it
    if (times.length > 1) state.said = times.findLast(({ end }) => end <= (item.rows.at(-1)?.[0]?.start ?? 0)) ?? last;
    // 每年提升1个百分点、三年提升5个百分点: the span that stands before a number is its own
    const span = view.times.findLast(
      ({ start, end, sort, length }) =>
        (length || sort === 'each') && start >= segment.start && end <= (item.rows.at(-1)?.[0]?.start ?? 0),
    );
    readItem(view, item, criterion, eachHere && !span?.length, work);
  });
  state.said = last;
  shareHeads(work.reading.demands, before);
}

/** What a part of a sentence without a figure names, for the next to say a figure of. */
function workedOn(view: SentenceView, { start, end }: Segment): string | null {
  const words = view.masked.slice(start, end);
  const name = (TO_WHAT_IS_SET.exec(words) ?? FURTHERED.exec(words))?.groups?.name;
  if (!name) return null;
  const from = start + words.indexOf(name);
  return cleanSubject(view.text.slice(from, from + name.length));
}

/** 扩大直购电交易规模，2016年达到…; 培育专精特新企业，每年认定…: what is worked on is what the next number is of. */
const FURTHERED =
  /^(?:\d{1,2}[.、]|（.{1,3}）|◇+)?(?:加快|大力|积极|着力|持续|稳步|进一步|全面|深入|不断)*(?:培育|壮大|发展|扩大|提高|提升|增加|降低|做大|推广|引进|培养)(?:壮大|发展|引进|一批)?(?<name>[^，；的△▽\d]{2,14}?(?:规模|比重|占比|总量|数量|额|量|率|企业|人才|项目|产业|园区|基地|品牌|团队|工厂|集群))$/;
const TO_WHAT_IS_SET =
  /^(?<name>[^，；\d△▽◇]{2,20}?)(?:不超过|不高于|不低于|不少于|控制在|达到|完成)[^，；\d]{2,14}(?:指标|目标|要求|任务|水平)(?:以内|以上)?$/;

/** 1家千亿级、10家百亿级龙头企业: what the last one counts is what those before it count that name a grade alone. */
function shareHeads(demands: Demand[], from: number): void {
  for (let at = demands.length - 2; at >= from; at -= 1) {
    const [one, next] = [demands[at], demands[at + 1]];
    const head = /级(?<head>[^级、]{2,})$/.exec(next?.indicator ?? '')?.groups?.head;
    if (one && head && /级$/.test(one.indicator)) one.indicator += head;
  }
  // 1家营收过千亿、3家营收过百亿的文旅企业
  for (let at = demands.length - 2; at >= from; at -= 1) {
    const [one, next] = [demands[at], demands[at + 1]];
    const of = /[过超达破][\d.]*[十百千万亿]+元?(?:以上)?(?<head>的[^的]{2,})$/.exec(next?.indicator ?? '')?.groups
      ?.head;
    if (one && of && /[过超达破][\d.]*[十百千万亿]+元?(?:以上)?$/.test(one.indicator)) one.indicator += of;
  }
  // 每千人口医师数达到3.6人、护士数达到4.5人: both are of every thousand
  for (let at = from + 1; at < demands.length; at += 1) {
    const [before, one] = [demands[at - 1], demands[at]];
    const per = /^每(?:百|千|万|十万)?(?:常住)?(?:人口|人|名老年人|老年人|户)(?=.{2,}数$)/.exec(
      before?.indicator ?? '',
    )?.[0];
    if (one && per && one.unit === before?.unit && /^[^每].*数$/.test(one.indicator))
      one.indicator = per + one.indicator;
  }
  // 百亿级企业10家、五十亿级20家: the first says what all are
  for (let at = from + 1; at < demands.length; at += 1) {
    const [before, one] = [demands[at - 1], demands[at]];
    const head = /亿级(?<head>[^级、]{2,})$/.exec(before?.indicator ?? '')?.groups?.head;
    if (one && head && /亿级$/.test(one.indicator)) one.indicator += head;
  }
}

function readItem(view: SentenceView, item: Item, refused: string | null, each: boolean, work: Work): void {
  const { state, setting, reading } = work;
  const main = mainOf(view.masked, item);
  const inherited =
    item.order > 0 ? state.nounBefore : state.nounBefore && goesOn(view.masked.slice(item.start, main?.row[0]?.start));
  const reason =
    (main && isFact(view, item, main, work) ? '只是陈述的事实' : null) ??
    grantedOnly(refused, main, () => inherited || isMadeForNone(view.masked.slice(item.start, main?.row[0]?.start))) ??
    (main
      ? refusal(view.masked, item, main, { inherited, each, aimed: isAimed(view, item, state) })
      : '只是所指对象的规模');
  if (!main || reason) {
    leaveOut(reading, item, reason ?? '');
    if (item.order === 0) state.nounBefore = false;
    keepSubject(view, item, main, state);
    return;
  }
  const horizon: Horizon = { ...setting.horizon, said: state.said, each, years: state.years };
  const standing: Standing = {
    adding: state.adding,
    subject: state.subject,
    alike:
      reading.demands.findLast(
        ({ unit }) => unit === main.row.at(-1)?.unit || (main.row.at(-1)?.sort === 'money' && /元$/.test(unit)),
      )?.indicator ?? null,
    subjects:
      state.subjects.length === main.row.length ? state.subjects : lastSubjects(reading.demands, main.row.length),
  };
  const demands = demandsOf(view, item, main, horizon, standing);
  if (demands.some((one) => isInferredPast(one, setting.madeIn))) {
    leaveOut(reading, item, '是过去的年份');
    return;
  }
  reading.demands.push(...demands);
  state.nounBefore = true;
  state.adding = demands.at(-1)?.kind === 'cumulative_increment';
  state.subject = demands.at(-1)?.indicator ?? state.subject;
  if (demands.length > 1) state.subjects = demands.map(({ indicator }) => indicator);
}

/** 床位达到5万张，护理员达到1万名；到2019年，分别达到…: the last demands before, as many as there are numbers. */
const lastSubjects = (demands: readonly Demand[], count: number): string[] =>
  count > 1 && demands.length >= count ? demands.slice(-count).map(({ indicator }) => indicator) : [];

function leaveOut({ leftOut }: SentenceReading, { rows }: Item, reason: string): void {
  for (const { start, end, wording } of rows.flat()) leftOut.push({ start, end, wording, reason });
}

/** 对新认定的企业10家以上给予奖励: to whom something is given is not what is made. */
const isMadeForNone = (left: string): boolean => isMade(left) && !/(?:^|，)对/.test(left);

/** …，不少于20名具有高级职称的医师: nothing but a word that compares stands before the number. */
function goesOn(left: string): boolean {
  const { rest, words } = wordsBefore(left);
  return /^(?:其中)?[△\s]*$/.test(rest) && words.every((word) => /不少于|不低于|至少|超|约|近/.test(word));
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
function grantedOnly(refused: string | null, main: Main | null, made: () => boolean): string | null {
  if (refused !== '是奖补标准') return refused;
  const sort = main?.row.at(-1)?.sort;
  return sort === 'money' ||
    sort === 'share' ||
    sort === undefined ||
    sort === 'duration' ||
    sort === 'times' ||
    (main?.form === 'noun' && !made()) ||
    (main?.form === 'end' && !(/^(?:左右|以上)$/.test(main.afterWord ?? '') && sort === 'count' && made()))
    ? refused
    : null;
}

function keepSubject(view: SentenceView, item: Item, main: Main | null, state: State): void {
  if (main) state.subject = readable(view, item.start, main.row[0]?.start ?? item.start);
}
