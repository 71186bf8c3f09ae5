/** Who is given something, for what, and of which level. */
export interface Condition {
  beneficiary: string;
  purpose: string;
  level: string | null;
}

/** Who pays, or an adverb, stands between the condition and the giving verb and belongs to neither. */
const PAYER =
  /[，、]?(?:由?(?:[省市区县]|中央|本级|各级)*(?:级)?(?:财政|政府)(?:按规定|再|分别|按)?|(?:国家|省|市|区|县)级?(?=再|配套|$)|自[^，]{1,8}起|连续[一二两三四五六七八九十\d]+年|前[一二两三四五六七八九十\d]+年|再|另|分别|均|各|可|将|按规定|按程序|每[家户个项亩人台头吨](?:企业|单位|项目)?|每年|择优|优先|一次性|进行)+$/;
/** How something is given, said before it is: 根据审核的投资额, 在省级奖励基础上, 通过“一事一议”. */
const MANNER =
  /(?:，(?:由?(?:[省市区县]级?)(?:财政)?)?(?:按照?|依据|依照|根据|参照|在|通过|采取|以)|(?<=[^，]{3})(?:按照?|依照|参照)(?!要求))[^，]*，?$/;
const FOR = /^(?:其中)?，?(?:(?:对于|对|凡是?|支持|鼓励)(?!接|外))?/;
/** By which other policy, or by whom, something is given, said before for whom: 按照有关政策，市级财政对…. */
const LEAD = /^(?:按照|根据|依据)[^，]*，|^(?:[省市区县、两级]|中央|本级|各级)*(?:财政|政府)(?=对)/;
const BODY =
  /(?:企业|单位|项目|平台|中心|机构|园区|基地|个人|人才|团队|产品|主体|合作社|农户|院所|高校|组织|协会|人员|实验室|载体|镇（街道）|农场|工厂|车间|集群|商户|业主|市民|居民)$/;
const BODY_INSIDE = /(?:民营|中小|工业|规上|科技型?)?(?:企业|单位|机构|个人|项目|平台|中心|园区)/g;

const LEVELS = '(?:国家|省部?|市|区|县|镇)';
const LEVEL = new RegExp(
  `${LEVELS}级(?:及以上|以上)?|国家(?=工信部|质量|[^，]{0,12}(?:示范|认定|试点|评定|标准|名单))|(?<=获得|列入|入选|认定为|享受|和|、)省(?!级|份|委|政府|内)`,
  'g',
);
const LEVEL_LIST = new RegExp(`${LEVELS}级?(?:(?:、|和|或|及|与)${LEVELS}级?)+`);
const JOINED = /、|以及|和|或者|或|及|与/;
/** 新认定为A和B: the verb before the first of a list is meant before each. */
const LIST_VERB =
  /^(?:首次|新|当年|新近|已)*(?:被)?(?:认定|列入|获得|入选|获评|评为|评定|突破|达到|通过|取得|升级|超过|创建)(?:为|的)?(?:我[市省区县])?/;

const inFull = (level: string): string => (/级/.test(level) ? level : `${level}级`);

/** 国家级、省级 as the words have them; null where they name none. */
export function levelIn(words: string): string | null {
  const list = LEVEL_LIST.exec(words);
  const named = list ? list[0].split(JOINED) : (words.match(LEVEL) ?? []);
  const levels = [...new Set(named.filter((one) => one !== '').map(inFull))];
  return levels.length > 0 && levels.length < 4 ? levels.join('、').slice(0, 20) : null;
}

/** Numbers of a list before its items: （一）, 1., ①, 一是. */
const ITEM_MARK =
  /^(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、]|[①-⑳]|[一二三四五六七八九十]是|——|[●■★◆▲▪○□•·])\s*/;

const clean = (words: string): string => words.replace(/^[\s，、：:。]+|[\s，、：:。]+$/g, '');

/** The part of the words that is the condition: from the last 对 or 凡 on, without who pays. */
export function conditionWords(words: string): string {
  let rest = clean(clean(words).replace(ITEM_MARK, '').replace(MANNER, ''));
  for (let cut = rest; ; rest = cut) {
    cut = clean(rest.replace(PAYER, ''));
    if (cut === rest) break;
  }
  rest = clean(rest.replace(LEAD, '').replace(LEAD, ''));
  const at = Math.max(...['，对', '，凡', '，其中对', '：对'].map((sign) => rest.lastIndexOf(sign)));
  return clean(at >= 0 ? rest.slice(at + 1) : rest);
}

/** The last noun for somebody in the words; what was said before, or the words themselves, where there is none. */
function bodyIn(words: string, before: string): string {
  const own = BODY.exec(words);
  if (own) return own[0];
  const named = [...words.matchAll(BODY_INSIDE)].at(-1)?.[0];
  return named ?? (before === '' ? words : conditionOf(before).beneficiary);
}

/**
 * Splits 对(首次入选…)的(企业) into who and for what.
 * @param before the condition before it, for 其中…的 that does not say who
 */
export function conditionOf(words: string, before = ''): Condition {
  const plain = clean(clean(words).replace(FOR, ''));
  const open = plain.replace(/的$/, '');
  const split = /^(?<purpose>.{2,})的(?<who>[^的，]{2,40})$/.exec(open);
  const who = split?.groups?.who ?? '';
  const level = levelIn(open);
  // The noun a condition ends in is whom it is about; before a 的 at the end only a noun for somebody is.
  if (split && (plain === open || BODY.test(who.replace(/等$/, ''))))
    return { beneficiary: who, purpose: split.groups?.purpose ?? '', level };
  return { beneficiary: bodyIn(open, before).slice(0, 120), purpose: open.slice(0, 200), level };
}

/** The words once for each of `count` levels that they name; null where they name another number of them. */
function byLevel(words: string, count: number): string[] | null {
  const list = LEVEL_LIST.exec(words)?.[0];
  const levels = list?.split(JOINED) ?? [];
  return list !== undefined && levels.length === count ? levels.map((level) => words.replace(list, level)) : null;
}

/** One name for each of `count` things that a list has; null where the list is of another length. */
function namesOf(words: string, count: number): string[] | null {
  const parts = words.split(JOINED);
  if (parts.length !== count) return null;
  const verb = LIST_VERB.exec((parts[0] ?? '').replace(/^.*，/, ''))?.[0] ?? '';
  return parts.map((part, index) =>
    index === 0 || LIST_VERB.test(part) ? part : completed(part, parts[0] ?? '', verb),
  );
}

/** What a list leaves out after its first: 首次达到(50亿元), 获得国家科学技术进步(二等奖), 新认定为(智能车间). */
function completed(part: string, first: string, verb: string): string {
  if (/^\d/.test(part)) return `${/^\D*/.exec(first)?.[0] ?? ''}${part}`;
  if (/^[特一二三]等/.test(part)) return first.replace(/[特一二三]等.*$/, part);
  return `${verb}${part}`;
}

/**
 * The condition of each sum of a list (对国家级、省级…分别给予100万元、30万元).
 * @param labels what stands before each sum, empty strings where nothing does
 * @returns the conditions, and whether each is the document's own
 */
export function conditionsOf(
  words: string,
  labels: readonly string[],
  before: string,
): { conditions: Condition[]; sure: boolean } {
  const whole = conditionOf(words, before);
  if (labels.length < 2) return { conditions: [whole], sure: true };
  if (labels.every((label) => label.trim() !== '')) {
    const conditions = labels.map((label) => ({
      ...whole,
      purpose: `${whole.purpose}（${clean(label)}）`.slice(0, 200),
      level: levelIn(label) ?? whole.level,
    }));
    return { conditions, sure: true };
  }
  const levels = byLevel(words, labels.length);
  if (levels) return { conditions: levels.map((one) => conditionOf(one, before)), sure: true };
  const names = namesOf(whole.purpose, labels.length);
  if (names)
    return { conditions: names.map((purpose) => ({ ...whole, purpose, level: levelIn(purpose) })), sure: true };
  return { conditions: labels.map(() => whole), sure: false };
}
