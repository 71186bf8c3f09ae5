import type { MeasureForm, MeasureTime } from '@dabiao/domain/measure';

/** What support is called; the longer word first, since one may begin another. */
const SUPPORT =
  '保险补偿|奖励|奖补|奖金|补助|补贴|补偿|资助|贴息|贴费|扶持|津贴|配套|减免|返还|返补|支持|资金支持|安家费|研发经费|经费';

/** Letters without which a sentence grants nothing. */
export const MAY_GRANT = /给予|予以|奖|补[助贴偿]|资助|贴息|贴费|扶持|津贴|配套|减免|减按|返还|支持|最高|加分|推荐/;

/** Verbs that can only be verbs of giving. */
export const GIVE = /(?:分别|再|另|均|各|分档|分级|一次性)*(?:给予|予以)/;

/** A word for support is a verb of giving where what is given, or its measure, follows it. */
export const GIVE_NOUN = new RegExp(
  `(?:一次性|分别|各|再|另|最高|最多|不超过)*(?:${SUPPORT}|发放)(?:企业|个人|项目|单位|资金|金额|额度|标准|总额|比例|每[^，\\d]{1,6}|一次性|人民币|分别|为|至|约|最高|不超过|各|其|的)*(?=[\\d一二两三四五六七八九十百千])`,
);

/** 按…的30%, 按照…标准: what the payment is reckoned by stands before the giving verb. */
export const RECKONED =
  /(?:(?<![^，]{0,3}[是依])按照?|参照|依据|根据|以)(?=[^，]{0,60}(?:[%％]|百分之|成|标准|比例|元))/;

/** A greatest amount: 最高不超过50万元, 上限100万元, 累计不超过…. */
export const LIMIT =
  /(?:不(?:得)?(?:超过|高于|多于)|最高|最多|最大|上限|封顶|限额)(?:不超过|可以?|达到?|获得?|得|补|奖|给予|为|至|是|按|人民币|奖励|补助|补贴|资助|支持|扶持|减免|返还|配套|发放|优惠|资金|金额|额度)*$/;
export const LIMIT_AFTER = /^(?:以内|封顶|(?:的)?上限|为上限|为限|为最高)/;
/** A segment about a limit alone: …最高不超过300万元, 单个企业每年累计不超过500万元. */
export const LIMITS = /不(?:得)?(?:超过|高于|多于)|最高|最多|上限|封顶|限额/;

/** Money that is gathered or set aside, not paid to somebody who does something. */
export const SET_ASIDE =
  /(?:安排|设立|筹集|统筹|整合|投入|争取|组建|募集|到位|规模|达到|突破|完成|下达|拨付|新增|发行|撬动)[^，]{0,24}$|(?:标准|水平)[^，]{0,12}(?:提高|增加|上调|不低于|不少于|达到)[^，]*$/;

/** Done already: 已发放, 累计兑现. */
export const PAID =
  /已(?:经)?(?:累计)?(?:发放|兑现|给予|拨付|下达|补贴|奖励|落实)|累计(?:发放|兑现|给予|拨付|下达|为)|共(?:发放|兑现)/;
/** Nothing that is given: fines, what a law says must be paid, and what is kept from somebody. */
export const NOT_GIVEN =
  /罚款|罚金|处罚|赔偿|违约金|滞纳金|一律不|不(?:得|予|再|能|可)?(?:享受(?!.{0,6}的)|给予|予以)(?!支持的)/;

/** Support named with what qualifies it, as a ceiling is said to be of it. */
export const SUPPORT_NAME = new RegExp(
  `(?:一次性)?(?:[^，。；、\\d元％%的予给过为按以照类年]{0,8})?(?:${SUPPORT})(?:资金|金额|总额|费用)?`,
  'g',
);

/** What a sum is called right after it: 50万元(的)奖励, 10%的配套保险补偿. */
export const NAMED_AFTER = new RegExp(
  `^(?:/年|/[^，]{1,3})?(?:以内|以下)?(?:的)?(?:标准)?(?:给予|进行)?(?<name>(?:一次性)?(?:[^，。；、\\d元％%]{0,10}?)(?:${SUPPORT})(?:${SUPPORT}|资金|金额|经费)*)`,
);

const FORMS: readonly (readonly [RegExp, MeasureForm])[] = [
  [/保险补偿/, 'insurance'],
  [/配套/, 'matching'],
  [/贴息|利息|贴费/, 'interest'],
  [/减免|免征|减按|减征/, 'relief'],
  [/奖补/, 'other'],
  [/奖励|奖金|奖/, 'grant'],
  [/补助|补贴|津贴/, 'subsidy'],
];

/** By the document's own word for it; what it does not call anything is other support. */
export const formOf = (words: string): MeasureForm => FORMS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';

const TIMES: readonly (readonly [RegExp, MeasureTime])[] = [
  [/一次性/, 'once'],
  [/每年(?!不|最高|累计)|元\/年|按年|逐年/, 'year'],
  [/每(?:户|家)(?:企业)?(?!.{0,4}(?:不超过|最高))|单个企业每/, 'enterprise'],
  [/每(?:项|个)标准/, 'standard'],
];

/** For what a sum is paid each time; null where the words do not say. */
export const timeOf = (words: string): MeasureTime | null =>
  TIMES.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/** 每人每月, 每亩: what a sum is reckoned by that has no word of its own among the times. */
export const EACH = /每(?:人|亩|头|台|辆|户|吨|公里|平方米|个岗位|张床位|个项目|项|件|场|次)(?:每[年月季])?/;
