import { wordAfter } from './comparator.ts';
import type { Item, Row } from './items.ts';
import type { Quantity } from './quantity.ts';
import { GRADED } from './quantity-words.ts';
import { LIST_NOUN, MAKING_VERB } from './words.ts';

/**
 * How a row stands in its item.
 * - end: the number closes the statement (企业达到15家, 新增企业50家以上)
 * - noun: a counted thing follows (培育60家龙头企业)
 * - share-of: a part of something follows (70%以上的规上企业)
 * - fund: a sum of money names what is set up with it (1亿元产业引导基金)
 * - whole: 全部, 全覆盖
 */
export type Form = 'end' | 'noun' | 'share-of' | 'fund' | 'whole';

export interface Main {
  row: Row;
  form: Form;
  /** What follows the number and its comparing word, up to the end of the item. */
  after: string;
  afterWord: string | null;
  /** The value that 由…提高到 starts from. */
  from: Row | null;
}

/** After these a statement is closed though letters follow: 突破1万亿元大关, 2.5亿元的目标. */
const CLOSING =
  /^(?:安排(?!的)|大关|新?台阶|水平|关口|规模(?!以上|化|较|企业|养殖)|目标|的(?:目标|水平|规模(?!以上|化|较|企业|养殖)|总量|任务|总?(?:收入|产值|营收|产量|销售额)(?=$|[，。；、]))|，|、|。|；|：|\.{3}|◇+(?![\u4e00-\u9fa5])|□?$)/;
/** 安排资金3000亿元支持消费品更新: what the money is for is a verb of its own, so that the sum stands at its end. */
const SPENT_ON =
  /^(?:财政|专项)*(?:资金)?(?:重点|专项|主要|集中)?(?:用于|支持|投向|助力|补充|推动|保障|建设|新建|改造|实施|办好|开展|推进|完成|打造)/;
const FUND = /^[^，、。；的]{0,18}?(?:基金|资金(?!用于|支持)|专项|债券|贷款|信贷|授信|投资(?!额|项目|强度)|投入)/;
const CLASS =
  /^(?:元)?(?:直径|管径|跨径|水深|坝高|坡|级|型|位|档|量级|阶|代|人制|标准(?!化)|口径|规格|等级|场馆|网络|光纤|宽带|高铁|用户|兆)/;
/** 20家网络改造良好的企业: firms and people are counted, whatever they are said to have. */
const OF_BEINGS = /^[家名户人]$/;
const NET = /^(?:网络|光纤|宽带|场馆|用户)/;
const RISING =
  /^(?:（[^）]*）|◇)*(?:左右|以上)?(?:稳步|逐步|大幅|持续)?(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少|压减|压缩|缩短|升|降|增|优化|调整|发展|拓展|延长|提)(?:到|至|△)/;
const NOUN_VERB =
  /^(?:带动|吸纳|实现|新增|完成|覆盖|服务(?!业|平台|中心|机构|站|型|器|外包|贸易|企业|品牌|标准|示范)|惠及|支持|培育|建设|打造|引进|达到|促进|推动|开展)(?![^，。；]*的[^，。；的]{2,}$)/;

interface Seen {
  row: Row;
  sort: 'main' | 'describes' | 'from';
  form: Form;
  after: string;
  afterWord: string | null;
}

/** 淘汰35蒸吨以下燃煤锅炉: nobody is to make at most so much of a thing, so that it tells which things are meant. */
const BELOW = /^(?:以下|及以下)$/;
/** 2000吨标准煤以上用能企业, 一批装机容量1万千瓦以上的电站: which ones are meant. */
const USERS = /^(?:的)?[^，、。；]{0,12}(?:企业|单位|用户|机构|场所|养殖场|养殖户|锅炉|公司)/;
const OF_SOME = /一批[^，、]*(?:容量|面积|规模|产能|投资|能耗)(?:达到?|在)?$/;
const isThing = (sort: string | undefined, after: string): boolean =>
  (sort === 'measure' || sort === 'money' || sort === 'duration') && /^(?:的)?[\u4e00-\u9fa5]{2}/.test(after);

const makes = (text: string): boolean => text.search(MAKING_VERB) >= 0;

/** Where a size stands before what has it, and a verb of making before both: 建设总面积1.5万亩的产业园. */
const sizeOfMade = (left: string): boolean =>
  /(?:面积|能力|产能|容量|规模|里程|总长)(?:约|达|达到|超过|为|近)*$/.test(left) && makes(left);

/** 10个百万亩防沙治沙基地, 1所80—150个托位的机构: a size right after a count, with no letter between, tells what is counted. */
function sizesCounted(item: Item, index: number, right: string): boolean {
  const [before, own] = [item.rows[index - 1]?.at(-1), item.rows[index]?.[0]];
  if (before?.sort !== 'count' || before.end !== own?.start) return false;
  return (
    own.manner === 'bare-magnitude' || /^(?:[^，、。；的]{1,6}的|(?:及?以上|以下)(?!的))[^，、。；]{2}/.test(right)
  );
}

function see(masked: string, item: Item, index: number): Seen {
  const row = item.rows[index] ?? [];
  const last = row.at(-1);
  const next = item.rows[index + 1]?.[0];
  const right = masked.slice(last?.end ?? item.end, next ? next.start : item.end);
  const found = wordAfter(right);
  const after = right.slice(found?.length ?? 0);
  const left = masked.slice(item.start, row[0]?.start ?? item.start);
  const base = { row, after, afterWord: found?.word ?? null };
  if (sizesCounted(item, index, right)) return { ...base, sort: 'describes', form: 'noun' };
  if (/以上$/.test(base.afterWord ?? '') && row.at(-1)?.sort === 'measure' && (USERS.test(after) || OF_SOME.test(left)))
    return { ...base, sort: 'describes', form: 'noun' };
  // 对投资额在100万元以下或者面积在500平方米以下的工程
  if (
    /(?:额|面积|规模|人数|收入|产值|容量)在$/.test(left) &&
    /^及?以[上下]$/.test(base.afterWord ?? '') &&
    /^◇*(?:的|或)/.test(after)
  )
    return { ...base, sort: 'describes', form: 'noun' };
  if (BELOW.test(base.afterWord ?? '') && isThing(row.at(-1)?.sort, after))
    return { ...base, sort: 'describes', form: 'noun' };
  return { ...base, ...sortOf(row, left, after, next !== undefined) };
}

function sortOf(row: Row, left: string, after: string, hasNext: boolean): Pick<Seen, 'sort' | 'form'> {
  const quantity = row.at(-1);
  if (!quantity) return { sort: 'describes', form: 'end' };
  if (quantity.manner === 'whole' || quantity.manner === 'zero') return { sort: 'main', form: 'whole' };
  if (hasNext && (RISING.test(after) || (/(?:由|从)[^，]{0,14}$/.test(left) && /^[^，]{0,8}(?:到|至)$/.test(after))))
    return { sort: 'from', form: 'end' };
  if (quantity.manner === 'bare-magnitude' && /一批(?:超过?|过|突破)?$/.test(left))
    return { sort: 'describes', form: 'noun' };
  if (quantity.manner === 'bare-magnitude' && quantity.unit === '' && after !== '' && !CLOSING.test(after))
    return { sort: 'describes', form: 'noun' };
  const sum = quantity.manner === 'bare-magnitude' ? quantity.sort === 'money' : /亿/.test(quantity.magnitude);
  if (sum && GRADED.test(after)) return graded(left, after);
  if (
    CLASS.test(after) &&
    !(quantity.sort === 'count' && /^高铁/.test(after)) &&
    !(OF_BEINGS.test(quantity.unit) && NET.test(after))
  )
    return { sort: 'describes', form: 'noun' };
  // 2个千亿级产业集群: what follows the count begins with its size
  if (quantity.sort === 'count' && after === '' && hasNext) return { sort: 'main', form: 'noun' };
  if (/^(?:的)?政策(?:延续|延长|执行|实施|继续)/.test(after)) return { sort: 'describes', form: 'noun' };
  const closed =
    after === '' || CLOSING.test(after) || (quantity.sort === 'money' && SPENT_ON.test(after) && makes(left));
  if (/^的/.test(after) && !closed) return ofWhat(quantity.sort, left, after, hasNext);
  if (closed) return { sort: 'main', form: 'end' };
  if (quantity.sort === 'share') return { sort: hasNext && !makes(left) ? 'describes' : 'main', form: 'share-of' };
  if (quantity.sort === 'money') return { sort: FUND.test(after) ? 'main' : 'describes', form: 'fund' };
  if (quantity.sort === 'count') return { sort: 'main', form: NOUN_VERB.test(after) ? 'end' : 'noun' };
  if (quantity.sort === 'measure' && quantity.magnitude !== '亿' && isAttribute(quantity, left, after))
    return { sort: 'describes', form: 'noun' };
  if (quantity.sort === 'measure')
    return {
      sort: (makes(left) || JOINED.test(left)) && !hasNext ? 'main' : 'describes',
      form: NOUN_VERB.test(after) ? 'end' : 'noun',
    };
  return { sort: hasNext || quantity.sort === 'index' ? 'describes' : 'main', form: 'end' };
}

/** Several of a grade that nobody counts (一批千亿级产业), or those that a number counts: the grade is theirs. */
const SOME = /(?:一批|若干|多个|更多|一系列|[几数]个|[\d一二两三四五六七八九十]+[个家大条类])(?:[^，。；]{0,6}、)?$/;

/** 产值达到千亿级规模, 打造万亿级产业集群: one industry, and what it is to turn over. */
function graded(left: string, after: string): Pick<Seen, 'sort' | 'form'> {
  if (SOME.test(left)) return { sort: 'describes', form: 'noun' };
  if (/^级(?:规模|水平|台阶)?(?:$|[，。；、])/.test(after))
    return { sort: /(?:达到?|突破|迈[上入向]|跨[上入越]|超过?|跃上)$/.test(left) ? 'main' : 'describes', form: 'end' };
  return { sort: makes(left) || left.startsWith('、') ? 'main' : 'describes', form: 'noun' };
}

/**
 * Power, capacity and age before a noun say what a thing is like (720兆瓦储能电站, 0—6岁儿童); area and length before
 * one are how much of it there is to be (100万亩高标准农田), and so is power of what is counted by its power.
 */
const NAMED_WORK = /(?:建设|开工|推进|加快|实施|建成|投产)(?![^，、]*(?:产能|能力|规模|储备|产量))[^，、\d]{2,}$/;

function isAttribute({ unit, magnitude, value }: Quantity, left: string, after: string): boolean {
  if (unit === '岁') return !/寿命|年龄/.test(left);
  // 开工建设青湖120万吨乙烯改造项目: the size of a work that has a name
  if (unit === '吨' && magnitude === '万' && NAMED_WORK.test(left)) return true;
  // 6000万千瓦抽水蓄能电站: no station is that large
  if (magnitude === '万' && unit === '千瓦' && value >= 1_000) return false;
  if (magnitude === '万' && /^新型储能|^储能(?:项目|设施|规模)/.test(after)) return false;
  return (
    /瓦|伏|升|核|[WBP]$|Gbps|吨级/.test(unit) &&
    !/^(?:的)?[^，、]{0,10}(?:装机|容量|规模|产能|能力|光伏|风电|新能源|储能(?!电站|系统|项目)|算力|电量)/.test(after)
  );
}

/** 含量大于3.5%的烟气: what is measured and compared before a share makes it a mark of the thing after 的. */
const BOUND = /(?:量|率|比|度|占比|比例|比重|份额)(?:大于|超过|高于|低于|小于|不低于|不少于|不超过|在|达到?|为)$/;

/** Nothing but what joins it to the statement before, whose verb it shares. */
const JOINED = /^[、和及与或△▽]+$/;

/** 选择11个左右的县, 培育30家以上的企业: the number is the object of the verb right before it, in spite of 的. */
const CHOSEN =
  /(?:选择|遴选|选取|选出|筛选|确定|认定|培育|培养|打造|建设|建成|形成|制定|支持|推动|扶持|引进|组织|新增|新建|推出|实施|开展)(?:不少于|不低于|约|近|超过?)?$/;

/** Before 的 a share says how many of them, a size what they are like. */
function ofWhat(sort: string, left: string, after: string, hasNext: boolean): Pick<Seen, 'sort' | 'form'> {
  // 对完成任务低于80%的县通报批评: which of them are dealt with
  if (/^(?:对|凡|凡是)[^，]*(?:低于|高于|超过|不足|未达到?|不到|达不到)$/.test(left))
    return { sort: 'describes', form: 'noun' };
  // 继续实施降低费率至1%的政策
  if (sort === 'share' && /^的(?:政策|优惠|税率|费率)/.test(after)) return { sort: 'describes', form: 'noun' };
  if (sort === 'share')
    return { sort: (hasNext && !makes(left)) || BOUND.test(left) ? 'describes' : 'main', form: 'share-of' };
  // 满足单户授信1000万元以上的企业的信贷需求: which of them are meant
  if (sort === 'money' && /(?:单户|单笔|每户|户均)[^，]*$/.test(left)) return { sort: 'describes', form: 'noun' };
  if (sort === 'money' && FUND.test(after.slice(1)) && makes(left)) return { sort: 'main', form: 'fund' };
  if (sort === 'measure' && sizeOfMade(left)) return { sort: 'main', form: 'end' };
  if (sort === 'times' || sort === 'points') return { sort: 'main', form: 'end' };
  if (sort === 'count' && CHOSEN.test(left) && !hasNext) return { sort: 'main', form: 'noun' };
  return { sort: 'describes', form: 'noun' };
}

/** A count whose things then do or have something counted again: 50家优质企业产值突破900亿元. */
function isSubject(seen: Seen, later: Seen[]): boolean {
  if (seen.form !== 'noun') return false;
  return later.some((one) => one.sort === 'main' && one.form !== 'noun' && !LIST_NOUN.test(one.after));
}

/** A count of things that are told by their size, the thing itself named later: 1-2家营业收入过千亿、3-4家过百亿的企业. */
const hasSize = ({ sort, form, after }: Seen): boolean =>
  sort === 'main' &&
  form === 'noun' &&
  /^(?:综合|总|全产业链|全口径|年)*(?:主营业务|营业|销售|业务)?(?:收入|产值|营收|销售额|市值|税收|规模|产能)(?:超|过|突破|达到?|超过)/.test(
    after,
  );

/** 1000个粮油千亩高产片: a size in a word behind a count is the name of what is counted. */
const sizesLater = (one: Seen, next: Seen | undefined): boolean =>
  one.row.at(-1)?.sort === 'count' &&
  one.form === 'noun' &&
  next?.row[0]?.manner === 'bare-magnitude' &&
  next.form === 'noun';

/** 为6000名老人免费体检2次: those it is done for are counted, not how often. */
const isServed = (masked: string, item: Item, { row, form }: Seen): boolean =>
  form === 'noun' &&
  OF_BEINGS.test(row.at(-1)?.unit ?? '') &&
  /[为给](?:全[省市区县])?(?:不少于|超过?|约|近)?$/.test(masked.slice(item.start, row[0]?.start));

/** The row that an item is about; null where all of them only describe. */
export function mainOf(masked: string, item: Item): Main | null {
  const seen = item.rows.map((_, index) => see(masked, item, index));
  const mains = seen.filter((one, index) => one.sort === 'main' && !isSubject(one, seen.slice(index + 1)));
  const main =
    mains.find((one) => one.form === 'whole') ??
    seen.find((one) => isServed(masked, item, one) && mains.at(-1)?.row.at(-1)?.unit === '次') ??
    (mains[0]?.form === 'share-of' && /^的/.test(mains[0].after) ? mains[0] : undefined) ??
    mains.find((one, index) => sizesLater(one, mains[index + 1])) ??
    seen.find(hasSize) ??
    mains.at(-1);
  if (!main) return null;
  const from = seen.find((one) => one.sort === 'from')?.row ?? null;
  const after = masked.slice(
    (main.row.at(-1)?.end ?? 0) + (wordAfter(masked.slice(main.row.at(-1)?.end ?? 0, item.end))?.length ?? 0),
    item.end,
  );
  return { row: main.row, form: main.form, after, afterWord: main.afterWord, from };
}
