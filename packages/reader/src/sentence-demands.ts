import { type Demand, demandsOf, readable, type Standing } from './demand.ts';
import type { Horizon } from './horizon.ts';
import { type Item, itemsOf } from './items.ts';
import { isMade, refusal } from './refuse.ts';
import { type Main, mainOf } from './role.ts';
import type { SentenceView } from './sentence-view.ts';
import { cutSegments, type Segment } from './sentences.ts';
import type { Time } from './time.ts';
import { CONDITION, CRITERIA_LABEL, DONE, DONE_ALREADY, GIVEN, MAY_APPLY, TELLING } from './words.ts';

/** What a sentence gave: demands, quantities left out, and the time it leaves standing for the next. */
export interface SentenceReading {
  demands: Demand[];
  leftOut: { start: number; end: number; wording: string; reason: string }[];
  /** True where the sentence grants something: it goes to the measures. */
  grants: boolean;
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

/** 给予重点支持: support that is no money. */
const SUPPORTED =
  /(?:给予|予以)(?:重点|优先|政策|倾斜|大力|积极|相应|必要)*(?:支持|倾斜|保障|表彰|指导|扶持|培育|推荐)(?!资金)/g;
/** Who pays which part of something: 省级财政补助20%，市级财政承担30%. */
const SHARED_COST =
  /(?:财政|省级|市级|区级|县级|企业|个人|业主|单位)[^，。；\d]{0,6}(?:补助|承担|负担|分担|出资)[^，。；]{0,4}\d/;

/** 基本医保人均补助标准提高到700元: a standard that is raised for all is what is to be reached, nobody's reward. */
const RAISED_STANDARD =
  /(?:养老金|低保|医保|津贴|补助|救助|生活费|供养|抚恤)[^，。；\d]{0,16}(?:标准|水平)[^，。；\d]{0,12}(?:提高|增加|上调|增长|不低于|达到)/;

/** 给予…奖励, 最高不超过…万元, 按…% : money and shares that are given, not reached. */
function isGrant(said: string): boolean {
  const words = said.replace(SUPPORTED, '');
  if (RAISED_STANDARD.test(words)) return false;
  if (SHARED_COST.test(words)) return true;
  if (!GIVEN.test(words)) return false;
  return (
    /(?:给予|予以|最高|一次性|每[^，。；\d]{1,5}(?:补助|奖励|补贴|奖补|资助|津贴)|每家|每个|每人|每项|按照?|标准|对(?!外|接)|享受|可|分别|不超过|上限|减按|给到)/.test(
      words,
    ) && !/(?:统筹|每年安排|力争|争取)/.test(words)
  );
}

const pastTime = (time: Time | null, madeIn: number | null): boolean => {
  if (!time || madeIn === null || time.years.length === 0) return false;
  return (time.years.at(-1) ?? 0) < madeIn;
};

/** 以甲、乙和343个单元为重点: what is to be looked at first, not what is to be reached. */
const AS_FOCUS = /^.{0,4}以[^，]*为(?:重点|抓手|主线|依托|契机|支撑|载体|引领|突破口|切入点)/;

/** Why nothing in a segment counts; null where it may. */
function segmentRefusal(words: string, state: State, setting: Setting): string | null {
  if (state.criteria) return '是入选条件或说明';
  if (pastTime(state.said, setting.madeIn)) return '是过去的年份';
  if (setting.lookingBack && !isComing(state.said, setting.madeIn)) return '在回顾或现状部分';
  if (state.done || DONE.test(words)) return '是已经达到的';
  if (isGrant(words)) return '是奖补标准';
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
    each: false,
    criteria: listed || TELLING.test(view.text),
    subject: '',
    subjects: [],
    done: false,
    nounBefore: false,
    adding: false,
  };
  const reading: SentenceReading = { demands: [], leftOut: [], grants: false, said: null };
  let chunk = chunkFrom(segments, 0, view);
  segments.forEach((segment, index) => {
    if (segment.fresh) {
      chunk = chunkFrom(segments, index, view);
      state.each = false;
      state.nounBefore = false;
      state.adding = false;
    }
    readSegment(view, segment, chunk, { state, setting, reading });
  });
  reading.said = state.said;
  return reading;
}

/** Words of the part of the sentence between semicolons that begins at a segment. */
function chunkFrom(segments: readonly Segment[], index: number, view: SentenceView): string {
  let end = index + 1;
  while (segments[end] && !segments[end]?.fresh) end += 1;
  return view.masked.slice(segments[index]?.start, segments[end - 1]?.end);
}

interface Work {
  state: State;
  setting: Setting;
  reading: SentenceReading;
}

function readSegment(view: SentenceView, segment: Segment, chunk: string, { state, setting, reading }: Work): void {
  const words = view.masked.slice(segment.start, segment.end);
  const time = timeOf(view.times, segment);
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
  const refused =
    items.length > 0 ? segmentRefusal(isGrant(chunk) && time?.sort !== 'by' ? chunk : words, state, setting) : null;
  if (refused === '是奖补标准') reading.grants = true;
  items.forEach((item, index) => {
    const criterion = refused ?? descriptionOf(view, item, items[index + 1], segment);
    readItem(view, item, criterion, eachHere, { state, setting, reading });
  });
}

/** Why an item only tells of what things something is said; null where it may demand. */
function descriptionOf(view: SentenceView, item: Item, next: Item | undefined, segment: Segment): string | null {
  const focus = AS_FOCUS.exec(view.masked.slice(segment.start, segment.end))?.[0].length ?? 0;
  if ((item.rows.at(-1)?.at(-1)?.end ?? 0) <= segment.start + focus) return '只是所指对象的个数';
  return isCriterion(view, item, next) ? '是所指对象的条件' : null;
}

/**
 * 入井人数超过30人、井深超过800米的矿山: one of several conditions of what is named after 的; it has no verb of its own,
 * nor has the condition after it.
 */
function isCriterion(view: SentenceView, item: Item, next: Item | undefined): boolean {
  const [own, other] = [item.rows.at(-1)?.at(-1), next?.rows[0]];
  if (!next || !own || !other) return false;
  const said = view.masked.slice(item.start, next.start);
  const left = view.masked.slice(next.start, other[0]?.start);
  if (SIZE_OF_MADE.test(said) && /^[、和且][^，]*的[^，]*$/.test(left)) return true;
  return (
    CRITERION.test(said) &&
    /^[、和及且或与]/.test(view.masked.slice(next.start)) &&
    CRITERION.test(view.masked.slice(next.start, (other.at(-1)?.end ?? 0) + 2)) &&
    /^(?:以上|以下|及以上|及以下)?的[\u4e00-\u9fa5]{2}/.test(view.masked.slice(other.at(-1)?.end)) &&
    !isMade(said) &&
    !isMade(left)
  );
}

/** 培育年产值超100亿元、竞争力强的企业2家: beings are raised, and a sum right after the verb is that of what follows. */
const SIZE_OF_MADE =
  /(?:培育|打造|引进|引育|招引|形成|壮大)(?:一批)?年?(?:主营业务|营业|销售)?(?:产值|收入|营收|投资额?|市值|估值|规模|税收|产能)(?:超过?|突破|过|达到?|在)?\d[^，、]*$/;

/** Words that compare with a bound; what is to be reached is 达到 or has none. */
const CRITERION = /超过?|大于|高于|不低于|不少于|低于|小于|以上|以下/;

function readItem(view: SentenceView, item: Item, refused: string | null, each: boolean, work: Work): void {
  const { state, setting, reading } = work;
  const main = mainOf(view.masked, item);
  const inherited =
    item.order > 0
      ? state.nounBefore
      : state.nounBefore && /^[△\s]*$/.test(view.masked.slice(item.start, main?.row[0]?.start));
  const reason =
    grantedOnly(refused, main) ??
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

/** A year taken over from a sentence about the past. */
const isInferredPast = ({ milestones }: Demand, madeIn: number | null): boolean =>
  madeIn !== null &&
  milestones.some(({ year, yearInferred }) => yearInferred === true && year !== null && year < madeIn);

const isAimed = (view: SentenceView, item: Item, state: State): boolean =>
  state.said !== null ||
  view.bases.length > 0 ||
  /力争|争取|确保/.test(view.masked.slice(Math.max(0, item.start - 12), item.end));

/** Of a sentence that grants something, only money and shares are what is granted. */
function grantedOnly(refused: string | null, main: Main | null): string | null {
  if (refused !== '是奖补标准') return refused;
  const sort = main?.row.at(-1)?.sort;
  return sort === 'money' ||
    sort === 'share' ||
    sort === undefined ||
    sort === 'duration' ||
    sort === 'times' ||
    main?.form === 'noun' ||
    main?.form === 'end'
    ? refused
    : null;
}

function keepSubject(view: SentenceView, item: Item, main: Main | null, state: State): void {
  if (main) state.subject = readable(view, item.start, main.row[0]?.start ?? item.start);
}
