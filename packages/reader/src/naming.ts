import { wordAfter } from './comparator.ts';
import type { Due } from './horizon.ts';
import { changeOf, withoutChange } from './kind.ts';
import type { Quantity } from './quantity.ts';
import { ALL_OF_THEM } from './refuse.ts';
import type { Main } from './role.ts';
import type { SentenceView } from './sentence-view.ts';
import { cleanSubject, countedNoun, deedIn, splitSubjects, withSharedWords } from './subject.ts';
import { AND } from './words.ts';

/** What the statements before in the sentence left standing. */
export interface Standing {
  subject: string;
  /** What the last demand counted in the same unit was of; null where there is none. */
  alike: string | null;
  /** Whether the demand before added things to what there was. */
  adding: boolean;
  /** The subjects of the last row of numbers, which 分别 alone goes on about. */
  subjects: string[];
}

/** The words around a row: subject, verb at its head, comparing words, counted noun. */
export interface Words {
  subject: string;
  verb: string;
  before: string[];
  noun: string;
}

const JOINING = new RegExp(AND);

/** Several subjects under one number: 增幅均高于…3-5个百分点, 每年各20家以上. */
function sharedSubjects(view: SentenceView, words: Words, quantity: Quantity): string[] | null {
  const said = `${words.subject}${words.before.join('')}`;
  const each =
    /(?:各|均|分别|都)(?:完成[^，、\d]{0,4}|新增|新建|建成|培育|达到?|为|实现|高于|低于|超过|突破|不低于|不少于|不超过|不高于|控制在|保持在?|[降压][到至减低缩]+[到至]?|缩短[到至])*(?:同比|年均)?(?:增长|提高|提升|下降|降低|减少|压减)?$/.test(
      said,
    );
  const ratio = quantity.sort === 'share' || quantity.sort === 'points' || quantity.sort === 'times';
  const named = /等[^、]{0,8}指标$/.test(words.subject);
  const changes =
    ratio &&
    (quantity.sort === 'times' || changeOf(words.subject) !== null) &&
    MEASURES.test(withoutChange(words.subject));
  if (!each && !changes && !(ratio && named)) return null;
  const subject = words.subject
    .replace(/等[^、]{0,8}指标$/, '')
    .replace(/(?:均|各)(?:实现)?(?:同比)?(?:增长|提高|提升|下降|降低)?$/, '');
  const parts = cleanSubject(subject)
    .split(JOINING)
    .filter((part) => part.length > 1);
  if (parts.length > 1) return withSharedWords(parts);
  const bracket = /^（([^（）]*[”、和及][^（）]*)）/.exec(
    view.text.slice(quantity.end + (wordAfter(view.masked.slice(quantity.end))?.length ?? 0)),
  );
  const inside = bracket?.[1]?.split(JOINING).filter((part) => part.length > 1) ?? [];
  return inside.length > 1 ? inside : null;
}

/** Each of several quantities changes by the same: 国内生产总值和城乡居民人均收入比2010年翻一番. */
const MEASURE =
  '(?:产值|总值|收入|利润|利税|投资|税收|增加值|销售额|交易额|总额|余额|投入|支出|经费|进口|出口|订单|成本|能耗|耗水量|用水量|排放量|排放总量|排放强度|吞吐量|发病率|费用|消费额|进出口|产量|营收|人次|花费|总量|二氧化硫|氮氧化物|化学需氧量|氨氮|总磷|总氮|挥发性有机物|VOCs)';
const ONE_MEASURE = new RegExp(`^.{0,2}(?:${MEASURE}|规模|占比|比重)$`);
const MEASURES = new RegExp(`^[^、和]*${MEASURE}(?:[、和及][^、和及]*${MEASURE})+(?:排放)?$`);

/** A name with the numbers said of it. */
export interface Shape {
  subject: string;
  row: { quantity: Quantity; year: number | null }[];
}

/** How a row of numbers and a list of subjects belong together. */
export function shapesOf(view: SentenceView, main: Main, words: Words, due: Due, standing: Standing): Shape[] {
  const name = nameOf(words, main, standing);
  const year = due.years[0] ?? null;
  const quantity = main.row[0];
  if (!quantity) return [];
  if (main.row.length === 1) {
    const shared = sharedSubjects(view, words, quantity);
    // 2024年、2025年均增长8%: one number for each of the years
    const row = due.years.map((one) => ({ quantity, year: one }));
    return (shared ?? [name]).map((subject) => ({ subject, row }));
  }
  if (due.years.length === main.row.length)
    return [{ subject: name, row: main.row.map((one, index) => ({ quantity: one, year: due.years[index] ?? null })) }];
  const own = cleanSubject(withoutChange(cleanSubject(words.subject)));
  const again = ELLIPSIS.test(own) && standing.subjects.length === main.row.length ? standing.subjects : null;
  const subjects = again ?? splitSubjects(cleanSubject(words.subject), main.row.length);
  return main.row.map((one, index) => ({ subject: subjects?.[index] ?? name, row: [{ quantity: one, year }] }));
}

/** 占比 and 数量 alone go on about the subject before them. */
const ELLIPSIS = /^(?:占比|比重|比例|占|总数|数量|总量|规模|其|达|是|为|约为|增速|增幅)?$/;

function nameOf(words: Words, main: Main, standing: Standing): string {
  if (main.form === 'noun' || main.form === 'fund') {
    const noun = countedNoun(words.noun);
    // 打造电子信息万亿级产业集群
    if (/^级/.test(noun)) return `${cleanSubject(words.subject)}${noun.slice(1)}`;
    return noun === '' ? cleanSubject(words.subject) : prefixIncrease(words.verb, noun);
  }
  if (main.form === 'share-of' || main.form === 'whole') {
    const subject = cleanSubject(`${words.subject}${words.noun.replace(/^的/, '')}`);
    const bare =
      main.form === 'whole' &&
      cleanSubject(words.subject) === '' &&
      standing.subject !== '' &&
      !ALL_OF_THEM.test(words.noun);
    return subject === '' || bare ? standing.subject : subject;
  }
  const subject = cleanSubject(words.subject);
  if (standing.subject === '') return subject || deedIn(words.subject);
  // 服务业增加值年均增速…，占地区生产总值比重…: the share is of what was spoken of before
  if (/^占[^，]{2,}(?:比重|比例|比|份额|总人口|总数|总量|总额|生产总值|GDP)$/.test(subject))
    return `${withoutRate(standing.subject)}${subject}`;
  // 新建高标准农田15万亩、改造提升5万亩: the deed is another, what it is done to the same
  if (DEED.test(subject)) return `${subject}${withoutIncrease(standing.subject)}`;
  if (GRADE.test(subject)) return `${subject}${ungraded(standing.alike ?? standing.subject)}`;
  if (ABOVE.test(subject) && standing.alike !== null)
    return `${subject}${OF_A_SIZE.exec(standing.alike)?.groups?.things ?? ''}`;
  // 粮食播种面积62万亩、产量24万吨
  if (/^(?:总产量?|单产|产量)$/.test(subject) && /.(?:播种|种植)?面积$/.test(standing.subject))
    return `${standing.subject.replace(/(?:播种|种植)?面积$/, '')}${subject}`;
  // 规上企业达到120家，净增50家
  if (/^(?:新增|净增)$/.test(subject) && standing.subject !== '')
    return `${subject}${withoutIncrease(standing.subject)}`;
  // 签约项目100个、金额50亿元
  if (/^(?:总|合同|签约|投资)?金额$/.test(subject)) return `${standing.subject}${subject}`;
  // 设立1000亿元的产业基金，首期200亿元
  if (/^首[期批]$/.test(subject)) return `${standing.subject}${subject}`;
  if (!ELLIPSIS.test(subject)) return subject;
  // 2016年300项、投资400亿元，2017年350项、500亿元: each goes on about what is counted so
  if (subject === '' && words.before.length === 0 && standing.alike !== null) return standing.alike;
  if (/^(?:总数|总量|总规模)$/.test(subject) || /^(?:总数|累计|总计|共)达到?$/.test(words.before.join('')))
    return withoutIncrease(standing.subject);
  // 产业规模年均增速20%，到2025年达到500亿元: what comes to a sum is not the rate
  return main.row.every(({ sort }) => sort === 'money' || sort === 'count' || sort === 'measure')
    ? withoutGrowth(standing.subject)
    : standing.subject;
}

const DEED = /^(?:新建|续建|改建|扩建|改扩建|修复|改造(?:提升)?|新?开工|竣工|投产|完工)$/;

/** 市级以上绿色工厂50家，其中国家级10家: a grade alone goes on about what was counted before it. */
const GRADE = /^(?:(?:世界|国家|省|市|县|区|[1-5]?A+|[一二三四五特甲乙丙])级)(?:及?以上)?$/;
/** 引进项目60个，其中10亿元以上3个; 亿元以上食品企业5户、5000万元以上10户: a size alone is that of the same things. */
const ABOVE = /^(?:年?(?:产值|营业收入|营收|主营业务收入))?[过超达破]?[\d.]*[十百千]?[万亿]+元?(?:以上)?$/;
const OF_A_SIZE =
  /(?:[过超达破][\d.]*[十百千万亿]+元?|[万亿]元)(?:以上)?的?(?<things>[^、\d元]{2,})$|(?<things>项目|企业|产业|园区)$/;
const ungraded = (name: string): string =>
  /级/.test(name)
    ? name.replace(/^(?:新增|新培育|新认定|新建|创建)?[^级、]{0,6}级(?:及?以上)?(?:、[^级、]{0,4}级)*/, '')
    : name;

/** 新认定高新技术企业1000家，总数达到5000家: all of them there are, not only the new ones. */
const withoutIncrease = (name: string): string =>
  name
    .replace(
      /^(?:累计)?(?:新增|净增|新培育|新认定|新引进|新建|增加|改造(?:提升)?|续建|改建|扩建|修复|新?开工|竣工|投产|完工)(?=..)/,
      '',
    )
    .replace(/(?<=..)(?:新增|净增|增加)$/, '');

const withoutGrowth = (name: string): string => name.replace(/(?<=..)(?:年均)?(?:增速|增幅|增长率)$/, '');

const withoutRate = (name: string): string => name.replace(/(?:年均)?(?:增速|增幅|增长率|总量|总额|总?规模)$/, '');

/** 产值 after 50家优质企业产值 is that of the same enterprises: a short name repeats the end of the one before. */
export const fullName = (name: string, { subject, subjects }: Standing): string =>
  name === '' ||
  (ONE_MEASURE.test(name) &&
    !subjects.includes(name) &&
    subject.endsWith(name) &&
    !ONLY_VERB.test(subject.slice(0, -name.length)))
    ? subject
    : name;

/** What stands before the name is no owner of it: 完成 before 技改投资, 五 before 十亿级. */
const ONLY_VERB = /^(?:累计)?(?:完成|实现|新增|新建|[一二三四五六七八九几数]|)$/;

const prefixIncrease = (verb: string, noun: string): string => {
  const found = /^(?:累计)?(?:新增|净增|新培育|新建|新认定)/.exec(verb)?.[0];
  return found ? `${found}${noun}` : noun;
};
