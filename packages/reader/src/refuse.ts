import { meaningBefore, wordsBefore } from './comparator.ts';
import type { Item } from './items.ts';
import type { Quantity } from './quantity.ts';
import { COUNTS_AFTER } from './quantity-words.ts';
import type { Main } from './role.ts';
import { COVERED } from './sentence-view.ts';
import { GIVEN_BEFORE, LIST_NOUN, MAKING_VERB } from './words.ts';

/** Last place in `text` where `pattern` matches; -1 where it does not. */
function lastOf(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}

/** Whether the nearest verb or preposition before a number is one of making. */
export function isMade(left: string): boolean {
  const made = lastOf(left, MAKING_VERB);
  return made >= 0 && made >= lastOf(left, GIVEN_BEFORE);
}

/** 对80条街巷进行维修更换: what is worked upon is to be that many. */
const HANDLED =
  /(?:安装|加装|配备|更换)|(?:进行|实施|开展|予以)[^，]{0,8}(?:诊断|监察|审核|培训|辅导|审计|改造|维修|更换|整治|治理|提升|升级|修缮|修复|加固|更新|翻新|美化)/;

const NAMED_ONES =
  /(?:推动|推进|支持|抓好|办好|组织|促进|加快|做强|做优|推广|聚焦|发挥)(?<names>[^，。；]*、[^，。；等]*)$/;
/** Whether a small number says again how many names stand before it, and nothing is built of them. */
function countsNames(left: string, { value, inWords }: Quantity, after: string): boolean {
  const names = NAMED_ONES.exec(left)?.groups?.names;
  const built = /^(?:建设|建成|新建|设置|设立|组建|创建|改造)/.test(names ?? '') || /建设$/.test(after);
  return names !== undefined && !inWords && names.split(/、|和/).length === value && !built;
}

/** 10个工作日内办结: within how long a matter is to be settled. */
export const SETTLED = /^(?:(?:以|之)?内)?(?:完成)?(?:办结|审结|放行|办毕|办完|到达|抵达|送达|通达)(?!流程|机制|制|率)/;

/** 担保贷款额度提高至400万元: what one may borrow at most. */
const MAY_BORROW =
  /(?:贷款|授信|担保|融资|信用)(?:最高)?额度(?:上限)?(?:从|由)?[^，；。]{0,12}(?:提高|上调|提升|增加|放宽)(?:到|至)$/;

/** How something is paid for or secured: 首期缴纳比例不低于50%, 项目资本金比例. */
const TERMS =
  /(?:缴纳|首付|首期|预付款?|支付|分摊|补偿|质押|抵押|折扣|出资|持股|资本金)(?:比例|比率|率)(?:不低于|不少于|不超过|不高于|为|达到?)?$|(?:补偿|补助|补贴|奖励|资助|收费)标准(?:为|按)[^，；。]*$/;
/** 缓缴期限不超过6个月: for how long something is let be. */
const FOR_AS_LONG =
  /(?:缓缴|有效|宽限|还款|贷款|借款|租赁|过渡|补贴|享受|出让)[^，]{0,4}(?:期限?|年限)(?:最长)?(?:不超过|不低于|为|最长)?$/;

/** 为2万名老年人提供服务, 在30个县建设中心: what is done for them or there is to reach that many. */
const servesThem = (left: string, after: string): boolean =>
  (/[为给向](?:不少于|不低于|超过?|至少|约|近)?$/.test(left) &&
    /(?:加装|更换|改造|进行|提供|开展|建设|发放|实施|免费|配备|办理|安装|送|引入|购买|筛查|接种|体检|培训|建档)/.test(
      after,
    )) ||
  (/与(?:不少于|约|近|超过?)?$/.test(left) && /(?:开展|签约|对接|合作|签订|建立)/.test(after)) ||
  (/[对为][^，]{0,12}(?:不少于)?$/.test(left) && HANDLED.test(after)) ||
  (/(?:^|[，：。])对(?:全[省市区县]|(?!已)[^，。；已]{2,24}的)?(?:不少于|约|近)?$/.test(left) &&
    /^[^，。；]{2,24}?(?:开展|进行|实施|予以)/.test(after)) ||
  (/在(?:[^，；。]{0,60}等)?(?:全[省市区县])?$/.test(left) &&
    /^[^，]{0,12}(?:县|市|区|乡镇|村|社区|街道|学校|企业|园区|医院|公园|小区|校|站|场所|流域|区域|领域|地区|行业|产业)[^，]{0,6}(?:推行|推开|实行|建设|建成|开展|实施|推广|设立|布局|试点|建立|增设|增配|安装|配备)/.test(
      after,
    ));

/** 确保 makes nothing itself: what is ensured has to come to an end. */
const DONE_VERB =
  /(?:开工|竣工|投产|建成|落地|达产|完工|通车|上市|签约|入库|获批|完成|验收|启动|投用|投运|投入使用|投入运营|收官|达标|并网|建设)$/;

/** Things that are to have come to an end of themselves by a time: 到2030年，10种农药逐步淘汰, 5个项目建成投产. */
const ENDED_VERB =
  /(?:得以|逐步|全部|全面|基本|如期|陆续|相继|建成|竣工)(?:淘汰|退出|关停|关闭|出清|建成|投产|竣工|完工|投用|投运|通车|达产|并网|摘帽|脱贫|达标)$/;

/** 寿命超过2万小时, 户均停电时间低于1小时: how long something lasts is measured. */
const LASTS =
  /(?:寿命|小时数|续航|(?:停电|等候|等待|响应|出行|通行|到达)时间)(?:[^，\d]{0,4})(?:超过?|高于|低于|大于|小于|不低于|不少于|达)$/;

/** 1.6万名学生开展筛查: what is to be done with persons, the number at the head. */
const SERVED = /^[^，]{2,16}?(?:开展|接受|参加|享受|完成)[^，]{2,12}$/;

/** 每个市州不少于2个示范县: what each of them is to have. */
const EACH_HAS =
  /每(?:个|家|所)?(?:市州|县市|[省市县区镇乡村旗州]|乡镇|社区|街道|园区|企业|学校)[^，]{0,6}(?:不少于|不低于|至少)(?:有|拥有|配备|建有)?$|各[省市县区州地](?:（[^（）]*）)?(?:不少于|不低于|至少)$|每(?:百|千|万)?(?:名|人|个|户)[^，\d]{0,8}(?:有|拥有|配备)$/;

/** 将实行许可管理的38类产品压减三分之一: what is there is to become less of. */
const CHANGED = /^[^，、]{1,10}(?:压减|压缩|减少|取消|下放|合并|精简)/;

/** 10类关键产品达到国际先进水平: how many are to be as good. */
const LEVEL_REACHED =
  /达到(?:国际|国内|世界|全国|行业)?(?:先进|领先|一流|同类)(?:产品)?水平$|(?:达到|进入|跻身|位列|位居|排名)[^，。；]{0,16}(?:等次|行列|前列|方阵|第一|前[一二三四五六七八九十\d]+名?)$/;

/** 每成功引进1家奖励…, 每增加1人: what a sum is reckoned by. 每个县建成1个 is another thing. */
const COUNTED_BY = /每(?![个县市镇村区家名人所年户万千百省乡校社园街条])[^，]{0,6}$/;

/** 每月2次, 每季度至少: how often something is done. */
const OFTEN = /(?<!每人)每(?:个?月|季度?|周|半年|日|天|两年|旬|次|学期)|(?:月|季度|半年)(?:至少|不少于)/;
/** How often, with no other number between it and the one in question (每周锻炼3次的人数达到7亿). */
const OFTEN_BEFORE = new RegExp(`(?:${OFTEN.source})[^\\d]*$`);
/** 每5年修订1次: how often something is done again in more than a year. */
const SELDOM = /每(?:\d{1,2}|[两三四五六七八九十])年/;
/** Sessions count nothing that a document aims at: 每年至少召开2次会议. */
const MEETINGS = /(?:会议|调研|研究|调度|督导|汇报|评估|检查|通报|座谈)/;
const INDEX_SUBJECT =
  /(?:指数|系数|差距|倍差|之比|人次|得分|评分|分值|满意度|得票|密度|强度|指标值|水平|比值|比|数|量|率|值|规模|收入|总额|额|产值|投资|税收|用户|人口|面积|里程|位次|企业|经营主体|市场主体|效率|[PWC]UE)$/;
const MONEY_SUBJECT =
  /(?:产值|收入|规模|总量|投资|税收|生产总值|GDP|增加值|总额|额|利润|投入|体量|经济|产业|资产|存款|贷款|余额)(?:◇+|[^，、]{0,4})?$/i;

/** Whether a number that has no unit has a subject that gives it one. */
export const isMoneySubject = (subject: string): boolean => MONEY_SUBJECT.test(subject) && !COUNTED_TOTAL.test(subject);
/** 标识注册总量突破5亿: how many there are. */
const COUNTED_TOTAL = /(?:注册|标识|用户|数据|资源|专利|企业|主体|岗位|项目|算法|样本)总量$/;

/** What is said around a quantity. */
interface Said {
  /** The earlier items of the statement were demands of the same form, whose verb this one shares. */
  inherited: boolean;
  /** A time, a base or 力争: without one 倍增 is a name or a wish. */
  aimed: boolean;
  /** 每年 */
  each: boolean;
}

/**
 * Why a quantity is no demand.
 * @returns the reason in Chinese; null where nothing speaks against it
 */
export function refusal(masked: string, item: Item, main: Main, said: Said): string | null {
  const { inherited, aimed, each } = said;
  const quantity = main.row.at(-1);
  const first = main.row[0];
  if (!quantity || !first) return '没有数量';
  const left = masked.slice(item.start, first.start).replace(COVERED, '');
  if (OFTEN_BEFORE.test(left) || OFTEN.test(/^[^，；。]{0,12}/.exec(masked.slice(first.start))?.[0] ?? ''))
    return '是工作频次';
  if (quantity.unit === '次' && MEETINGS.test(masked.slice(item.start, item.end))) return '是工作频次';
  if (quantity.unit === '次' && /次数(?:一般|原则上)?(?:不超过|不得超过|不多于)$/.test(left)) return '是工作频次';
  if (quantity.unit === '次' && /只(?:能[^，；。\d]{0,8}|检?查|抽查)$/.test(left)) return '是工作频次';
  if (/处(?:以|违法[^，]{0,16})?$/.test(left) && /罚款|罚金/.test(masked.slice(quantity.end, quantity.end + 16)))
    return '是罚则';
  if (quantity.unit === '次' && SELDOM.test(masked.slice(item.start, item.end))) return '是工作频次';
  // 每两年评选优秀企业50家、企业家50名
  if (
    item.order > 0 &&
    OFTEN_BEFORE.test(/[^，；。]*$/.exec(masked.slice(0, item.start))?.[0].replace(/\d/g, '') ?? '')
  )
    return '是工作频次';
  if (quantity.sort === 'share' && /^(?:的)?(?:标准)?(?:收取|征收|核定|计提|缴纳|计算|计征)/.test(main.after))
    return '是比例标准';
  if (/^政策/.test(main.after)) return '是奖补标准';
  if (quantity.sort === 'share' && (TERMS.test(left) || /一般(?:为|不低于|不超过|控制在)[^，。；]*$/.test(left)))
    return '是比例标准';
  if (quantity.sort === 'money' && MAY_BORROW.test(left)) return '是奖补标准';
  // 青禾市优化营商环境政策25条
  if (quantity.unit === '条' && main.form === 'end' && /(?:政策|措施|举措|意见|规定)$/.test(left))
    return '只是列举的条数';
  // 总投资86亿元，建设…: how large the works are that are told of next
  if (
    item.order === 0 &&
    !aimed &&
    quantity.sort === 'money' &&
    /^总投资(?:额)?(?:约|近|超过?|达到?)?$/.test(left) &&
    main.form === 'end'
  )
    return '只是所指对象的规模';
  if (!isMade(left) && /占地(?:面积)?(?:约|近|超过?|达到?)?$/.test(left)) return '只是所指对象的规模';
  // 对产值前100名、税收前50名企业实行专人服务: who is meant
  if (/(?:^|[，。：；])对[^，；]*前$/.test(left) || (/前$/.test(left) && FIRST_OF.test(masked.slice(quantity.end))))
    return '是所指对象的条件';
  if (quantity.sort === 'duration' && FOR_AS_LONG.test(left)) return '是期限或时长';
  if (/按(?:照)?(?:每[^，、]{1,6}|[^，]{0,14}人均[^，\d]{0,6})$/.test(left)) return '是配置标准';
  const { rest, words } = wordsBefore(left);
  if (quantity.sort === 'index')
    return refuseIndex(
      rest.replace(/(?:由|从)[\d.]+$/, ''),
      words,
      quantity.manner === 'bare-magnitude' || quantity.magnitude !== '',
    );
  if (
    quantity.sort === 'duration' &&
    !/(?:压缩|缩短|压减|减[至到少]|缩减|控制|提速|不超过|降|限时|达到|延长)/.test(left) &&
    !LASTS.test(left) &&
    !/(?:天数|日数|年限|小时数)$/.test(rest) &&
    !SETTLED.test(masked.slice(quantity.end))
  )
    return '是期限或时长';
  if (main.form === 'whole')
    return refuseWhole(
      left,
      main.after,
      masked,
      item,
      inherited || (standsAlone(left, main.after) && (aimed || covers(left, masked, item))),
    );
  const listed = quantity.inWords && !quantity.manner && quantity.sort === 'count' && !inherited;
  // 办好…等十件民生实事
  if (listed && quantity.unit === '件' && isMade(left)) return null;
  if (listed && EACH_HAS.test(left)) return null;
  if (listed && /[、和与]/.test(rest) && main.form === 'noun') return '复述前面列举的个数';
  if (listed && !COUNTS_AFTER.test(left) && !(each && isMade(left))) return '文字数量只是列举';
  if (/倍增|成倍/.test(quantity.wording) && !aimed) return '没有期限或基期的“倍增”';
  if (/(?:指标|任务|举措|措施|原则)$/.test(rest) && words.length === 0 && quantity.unit === '项')
    return '只是列举的条数';
  if (main.form === 'noun') {
    // 打造千亿级产业集群 with no time is what a place likes to be called
    if (quantity.sort === 'money' && !aimed) return '只是所指对象的规模';
    if (/^方面/.test(main.after)) return '只是列举的条数';
    // 本阶段包括规划核实、消防验收等5个主要办理事项
    if (/(?:包括|包含|涵盖|涉及)[^；。]*等$/.test(masked.slice(0, first.start))) return '复述前面列举的个数';
    if (SIZE_OF_WORK.test(left) && A_WORK.test(main.after)) return '只是所指对象的规模';
    if (/不予|免予/.test(main.after)) return '没有动词要求做到，是已有的一批';
    if (/^门?(?:联合)?(?:关于|印发|发布)/.test(main.after)) return '没有动词要求做到，是已有的一批';
    if (/^在/.test(left) && /^[^，。；]*的?基础(?:上|之上)$/.test(main.after)) return '没有动词要求做到，是已有的一批';
    if (
      /(?:^|[，：。])对/.test(left) &&
      /(?:考评|考核|抽查|检查|巡查|督查|约谈|通报|问责|表彰|表扬|奖励|激励)$/.test(main.after)
    )
      return '没有动词要求做到，是已有的一批';
    if (/^[省市县区镇村]$/.test(quantity.unit) && /^(?:居民|农民|城乡|人均|地区)/.test(main.after))
      return '是所述的地方';
    if (/^将[^，]*的$/.test(left.replace(/^.*?年(?=将)/, '')) && CHANGED.test(main.after))
      return '没有动词要求做到，是已有的一批';
    if (quantity.value === 1 && COUNTED_BY.test(left)) return '是计数的单位';
    if (/等$/.test(left) && /^[类种项]$/.test(quantity.unit) && !TRANSACTED.test(`${left}…${main.after}`))
      return '复述前面列举的个数';
    if (
      LIST_NOUN.test(main.after) &&
      !/^[具拥]有/.test(main.after) &&
      !/(?:突破|攻克|解决|化解)(?:超过?|约|近|不少于)?(?:[^，、。]{0,16}的)?$/.test(left) &&
      main.afterWord === null &&
      !(BUILT.test(left) && WORKS.test(main.after)) &&
      !(/(?:完成|建成)$/.test(left) && /建设$/.test(main.after) && quantity.value >= TEN) &&
      numbersList(quantity, main.after)
    )
      return '只是列举的条数';
    if (/确保$/.test(left) && !DONE_VERB.test(main.after)) return '没有动词要求做到，是已有的一批';
    if (aimed && (ENDED_VERB.test(main.after) || LEVEL_REACHED.test(main.after))) return null;
    if (left === '' && /^[名人]$/.test(quantity.unit) && SERVED.test(main.after)) return null;
    // 推动肉羊、玉米2个产业链提质增效: the number of those just named
    if (countsNames(left, quantity, main.after)) return '复述前面列举的个数';
    if (/已[^，。；的]{1,4}的$/.test(left)) return '没有动词要求做到，是已有的一批';
    if (/(?:已建成|已建|(?<!改扩建|改建|扩建|改造|升级|更新|修缮|加固)(?:现有|已有))(?:超过?|约|近)?$/.test(left))
      return '没有动词要求做到，是已有的一批';
    // 百万人才进海南行动计划, 百项文物保护工程: the name of a programme
    if (quantity.manner === 'bare-magnitude' && PROGRAMME.test(main.after)) return '是计划或工程的名称';
    if (EACH_HAS.test(left)) return null;
    if (/加快(?:[^，。；]*等)?$/.test(left) && DONE_VERB.test(main.after)) return null;
    if (/(?:支持|推动|推进|促进|指导)$/.test(left) && OF_PLACES.test(main.after))
      return '没有动词要求做到，是已有的一批';
    if (main.from && meaningBefore(words) === 'reach') return null;
    return inherited ||
      isMade(left) ||
      servesThem(left, restOf(masked, quantity.end, /面向$/.test(left))) ||
      (/为/.test(left) && main.afterWord === '以上')
      ? null
      : '没有动词要求做到，是已有的一批';
  }
  if (main.form === 'fund')
    return inherited || isMade(left) || /(?:包括|安排|设立|筹措)/.test(left) ? null : '是对象的规模条件';
  if (main.form === 'share-of') return refuseShare(left, main.after, inherited);
  if (!aimed && !isMade(left) && EXTENT.test(rest) && /^(?:none|approx|eq)$/.test(meaningBefore(words)))
    return '是所述地方的大小';
  if (quantity.sort === 'times' && quantity.manner === 'doubling' && (aimed || quantity.wording !== '翻一番'))
    return null;
  return rest === '' && words.length === 0 && !inherited ? '没有主语' : null;
}

/** The rest of a segment: a list of those served (为2.5万名退休和困难妇女提供检查) parts nothing. */
const restOf = (masked: string, from: number, whole: boolean): string =>
  (whole ? /^[^；。]*/ : /^[^，；。]*/).exec(masked.slice(from))?.[0] ?? '';

/** 总规划面积约60平方公里: how large the place is that is spoken of; nothing is to reach it and no time is said. */
const EXTENT = /(?:^|总|规划|占地|用地|建筑)(?:规划|用地|占地|建筑)?面积$/;

/** 实现学历公证等58项事项异地办理: what is to be done with all of them. */
const TRANSACTED = /(?:实现|推动|完成|推进)[^，]*等…[^，]{0,10}(?:办理|通办|联办|网办|下放|取消|落地)$/;

const FIRST_OF = /^的?(?:企业|单位|项目|县|市|区|乡镇|街道|学校|医院|个人|园区|部门|地区)/;

/** 年产20万吨负极材料项目: how large a single work is; 形成年产20万吨生产能力 is an end. */
const SIZE_OF_WORK =
  /(?:年|日)(?:产|加工|处理|生产|屠宰|出栏|出产)(?:能力|规模)?(?:约|近|超过?|达到?|为)?$|总投资(?:额)?(?:约|近|超过?|达到?|为)?$/;
const A_WORK =
  /^[^，。；、]{0,24}(?:项目|工程|生产线|产线|基地|工厂|装置|机组|电站)(?:的)?(?:建设|开工|竣工|投产|达产|落地|建成)*$/;

/** 支持55个产粮大县提升粮食生产能力: places there are, helped to do better. */
const OF_PLACES =
  /^[^，。；]{0,10}(?:大县|开发区|高新区|经开区|县域|强县)[^，。；]{2,}(?:发展|提升|提高|改革|转型|能力|帮扶)/;
const PROGRAMME = /^[^，。；、]{0,16}(?:行动计划|计划|行动|工程)(?:$|[，。；、])/;

/** 十项工程 and 十大工程 number a programme; 十个工程 and 30项工程, more than anyone lists, are works to be built. */
const numbersList = ({ unit, value, magnitude }: Quantity, after: string): boolean =>
  WORKS.test(after)
    ? /^[项条大]$/.test(unit) && magnitude === '' && value < MORE_THAN_LISTED
    : /^[项条大个]$/.test(unit) && value < 100;
/** 再开工15项水利工程: what a spade is put to is no list. */
const BUILT = /(?:开工|新建|续建|完工|建成|竣工|投产|通车)(?:建设)?$/;
const WORKS = /^[^，、。；]{2,12}工程(?:$|[，、。；和及])/;
const MORE_THAN_LISTED = 20;
const TEN = 10;

function refuseIndex(rest: string, words: readonly string[], large: boolean): string | null {
  const reaches = meaningBefore(words) !== 'none' || (large && /(?:人口|人数|用户|数量|总数)$/.test(rest));
  if (!reaches) return '没有单位';
  if (large) return null;
  return INDEX_SUBJECT.test(rest) ? null : '没有单位';
}

/** 全部 before money or a source says how something is paid, not that all is to be done. */
const NOT_WHOLE =
  /^(?:投资|贷款|收入|支出|产值|税收|用于|由|的|为|资金|费用|免费|来自|取自|按|归|上缴|财产|权利|责任|在|是|企业|项目|工作|人员|职责)/;

/** 全部行政村完成改造: whom it is done by or to stands behind 全部. */
export const ALL_OF_THEM =
  /^(?!完成|实现|建成|达)[^，。；、的\d]{2,14}?(?:完成|实现|建成|达到|达标|开通|接入|纳入|具备|配备|设立|建立|退出|通过|办理|运行|投用|开放)(?:$|(?:[^，。；、\d过]|\dG){1,16}(?:$|[，。；、]))/;

/** 全县意外伤害保险全覆盖: the end of a statement, not one of several marks of a thing (多支柱、全覆盖、更公平的体系). */
const standsAlone = (left: string, after: string): boolean =>
  /^(?:$|[，。；])/.test(after) && left.length >= 4 && !left.endsWith('、');
/** 深化改革全覆盖: the manner in which something is furthered; with a time it is to be reached all the same. */
const FURTHERED =
  /^(?:\d+[.．、]|（.{1,3}）)?(?:深化|加强|加快|落实|实行|推行|强化|健全|完善|优化|做好|全程|全国首创|首创)/;

const covers = (left: string, masked: string, item: Item): boolean =>
  /覆盖/.test(masked.slice(item.start, item.end)) && !FURTHERED.test(left);

/** 实现全流程评价及质量监测全覆盖: the verb may stand before what is joined to it. */
const ASKED = /(?:实现|达到|做到|推动|推进|促进|确保|力争|完成)[^，。；]*$/;

function refuseWhole(left: string, after: string, masked: string, item: Item, inherited: boolean): string | null {
  const whole = masked.slice(item.start, item.end);
  if (/覆盖/.test(whole) && !/全部/.test(whole))
    return (inherited || ASKED.test(left) || ASKED.test(masked.slice(0, item.start + left.length))) &&
      (after === '' || /^[，。；、◇和与及]/.test(after))
      ? null
      : '不是要求达到的覆盖';
  if (/零增长/.test(whole))
    return /(?:实现|力争|确保|保持|达到|基本)[^，。]*零增长$/.test(
      `${left}零增长${after.replace(/^[，。；、◇].*/, '')}`,
    )
      ? null
      : '不是要求清零';
  if (/零(?:发生|事故|死亡|伤亡)/.test(whole))
    return left !== '' && /^$|^[，。；、◇]/.test(after) ? null : '不是要求清零';
  if (/[清归]零/.test(whole))
    return (inherited || /(?:实现|力争|确保|全部|基本|完成|全面|动态|加快|推动|推进)/.test(whole)) &&
      /^$|^[，。；、◇]/.test(after)
      ? null
      : '不是要求清零';
  if (after === '' || NOT_WHOLE.test(after)) return '“全部”没有要求做到的动词';
  if (/坚持|遵循|原则/.test(left)) return '是原则';
  if (/是否$/.test(left)) return '是查验的内容';
  // 营业执照无法全部缴回的
  if (/^[^，。；的]{1,6}的$/.test(after)) return '是所述的全部';
  if (/(?:取得|提交|提供|退还|缴纳|支付|承担|返还)$/.test(left)) return '是所述的全部';
  // 制定逐步全部建成高标准农田的实施方案
  if (
    /(?:制定|编制|出台|研究|起草)[^，]*$/.test(left) &&
    /的[^，。；的]{0,6}(?:方案|规划|计划|办法|意见|政策)$/.test(after)
  )
    return '是所述的全部';
  if (/的$/.test(left)) return '是所述的全部';
  if (/(?:范围|对象|包括|涵盖|涉及)[^，]*$/.test(left)) return '是所述的范围';
  // 2022年80%的县通过认定，2025年全部通过: all of those just spoken of
  if (left === '' && inherited && /^(?:通过|达标|完成|达到|实现|覆盖|建成)(?:$|[，。；])/.test(after)) return null;
  if (left === '' && ALL_OF_THEM.test(after)) return null;
  return left === '' && !/全部(?:关停|关闭|淘汰|退出|取消|消除|拆除|完成|建成|清零|整改|达标)/.test(whole)
    ? '“全部”没有所指'
    : null;
}

function refuseShare(left: string, after: string, inherited: boolean): string | null {
  // 按不低于5%的幅度压减一般性支出
  if (/^的(?:幅度|比例|速度)(?:压减|压缩|削减|递增|递减|增长|增加|提高|下降|降低|减少)/.test(after)) return null;
  if (/^用于/.test(after) && /(?:将|把|按|原则上)[^，]*的$|^$/.test(left)) return '是比例标准';
  if (/^的(?:增速|增长|速度)[^，]*(?:可以|能够|能)/.test(after)) return '只是陈述的事实';
  if (inherited || isMade(left)) return null;
  if (/^(?:的)?[^，、。]{0,4}(?:企业|个人)[^，、。]{0,6}所得税/.test(after)) return '是比例标准';
  if (/^(?:的)?(?:比例|标准|额度|股权|股份|保费|贷款|资金|税|费|投资额|金额|部分)/.test(after)) return '是比例标准';
  if (/(?:按|按照|以|不超过|最高)[^，]*$/.test(left)) return '是比例标准';
  return /[\u4e00-\u9fa5]{2}/.test(after) ? null : '没有要求做到什么';
}
