import { GIVEN } from './words.ts';

/** 给予重点支持: support that is no money. */
const SUPPORTED =
  /(?:给予|予以)(?:重点|优先|政策|倾斜|大力|积极|相应|必要)*(?:支持|倾斜|保障|表彰|指导|扶持|培育|推荐)(?!资金)/g;
/** Who pays which part of something: 省级财政补助20%，市级财政承担30%. */
const SHARED_COST =
  /(?:财政|省级|市级|区级|县级|企业|个人|业主|单位)[^，。；\d]{0,6}(?:补助|承担|负担|分担|出资)[^，。；]{0,4}\d/;

/** 基本医保人均补助标准提高到700元: a standard that is raised for all is what is to be reached, nobody's reward. */
const RAISED_STANDARD =
  /(?:养老金|低保|医保|津贴|补贴|补助|救助|生活费|供养|抚恤|保障)[^，。；]{0,30}(?:由|从)[^，。；]{0,24}(?:提高|增加|上调)到|(?:养老金|低保|医保|津贴|补助|救助|生活费|供养|抚恤)[^，。；\d]{0,16}(?:标准|水平)[^，。；\d]{0,12}(?:提高|增加|上调|增长|不低于|达到)/;

/** 单个项目最高不超过5000万元: what one may get at most. */
const MOST_FOR_ONE =
  /加计\d[\d.]*%|提供(?:最高|最多)(?:不超过)?\d|[^，。；]{2}最高\d[\d.]*%(?:支持|补助|补贴|奖励)|\d[\d.]*%(?:以上)?(?:的)?优惠|按[^，。；]{2,20}\d[\d.]*%(?:给予|予以)|^(?:最高|最多)(?:支持|给予|奖励|补助|补贴|资助)?(?:不超过|可达|达到?)?\d[\d.]*[万亿]?元|(?:单个|单家|单户|每个|每家|每户|每人|每项|同一)(?:每年|项目|企业|单位|平台|机构|园区)?[^，。；\d]{0,8}(?:最高|最多|不超过|上限)[^，。；\d]{0,6}\d[\d.]*[万亿]?元/;

/** 奖励8万元: the sum right after the verb; 发放补贴2亿元 is a sum to be paid out in all. */
const SUM_GIVEN =
  /(?:^|[，；])(?![^，；]*(?:发放|安排|统筹|累计|投入|力争|争取|设立))[^，；]*(?:奖励|补助|奖补|资助)\d[\d.]*万?元/;

/** 给予…奖励, 最高不超过…万元, 按…% : money and shares that are given, not reached. */
export function isGrant(said: string): boolean {
  const words = said.replace(SUPPORTED, '');
  if (RAISED_STANDARD.test(words)) return false;
  if (SHARED_COST.test(words) || MOST_FOR_ONE.test(said)) return true;
  if (!GIVEN.test(words)) return false;
  if (SUM_GIVEN.test(words) || /^(?:并|再|各|分别)*(?:一次性)?(?:奖励|奖给|奖补)/.test(words)) return true;
  return (
    /(?:给予|予以|免征|免收|最高|一次性|每[^，。；\d]{1,5}(?:补助|奖励|补贴|奖补|资助|津贴)|每家|每个|每人|每项|按照?|标准|对(?!外|接)|享受|可|分别|不超过|上限|减按|给到)/.test(
      words,
    ) && !/(?:统筹|每年安排|力争|争取)/.test(words)
  );
}

/** A sum right after what it is called, or a verb of giving money with or without the sum. */
const GIVES =
  /(?:给予|予以|兑现|享受)[^，。；]*(?:奖|补|资助|贴息|资金|津贴|减免|优惠)|(?:补助|奖励|补贴|奖补|资助|奖金|津贴|贴息|安家费)[^，。；\d]{0,8}\d[\d.]*(?:万|亿)?(?:元|%)/;

/** Whether a part of a sentence gives money itself, so that the parts before it may say to whom. */
export const isGiving = (words: string): boolean => (GIVEN.test(words) && isGrant(words)) || GIVES.test(words);
