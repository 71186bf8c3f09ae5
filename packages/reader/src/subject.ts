import { INCREASE_VERB, withoutChange } from './kind.ts';
import { AND, SCOPE } from './words.ts';

const LEAD =
  /^(?:其中|包括|包含|含(?=新|有|[^量税油水碳氮硫])|同时|并|使(?!用)|推动|促进|带动|确保|保证|力争|争取|努力|指导(?=新增|培育|建成|建设|创建|完成)|实现|全面|进一步|基本(?!养老|医疗|公共|农田|保险|民生|生活|药物|单元)|加快|稳步|有序|持续|大力|积极|重点(?=推进|实施|支持|培育|建设|打造|发展|抓好|引进|推动|做好)|着力|统筹|累计|每年|将|也|且|各(?=改造|新建|建成|培育|完成|新增)|共(?=改造|新建|建成|培育|完成|新增)|等(?!级)|通过|[两三四五]年(?=累计|共|合计)|全年|年内|分别|原则上|计划(?=实施|新建|完成|建设|新增|安排)|年度(?=完成)|[、，：；的与及]|和(?!美|谐|平))+/;
/** Verbs that say what is done and are no part of what is measured; 新增 and its like stay, since they are. */
const DOING =
  /^(?:获批|培育形成|培育认定|培育壮大|培育|培养|打造形成|打造|建设|建成(?!区)|创建|创成|争创|引进培育|引进|实施|推进|推动|组织|开展|发展|壮大|形成|认定|完成|实现|达到|拓展|建立|设立|支持|扶持|遴选并培育|遴选|优选|评选|筛选|储备|谋划|改造|提升|规划建设|统筹安排|安排|滚动)+/;
const TRAILING =
  /(?:分别|保持(?:基本|总体)?稳定|基本实现|全面实现|实现|各|均|都|也|将|的|等|要|应|力争|争取|(?<=[率量度额数])[至到]|拟按|拟|按|达|动态|，|、|：|；|并|再)+$/;

/** The name of what is measured, out of the words before or after a number: places, times and helping verbs go. */
export function cleanSubject(text: string): string {
  let name = text
    .replace(/[△▽◇\s]|^[●■★◆▲▪○□•·※☆]+/g, '')
    .replace(/^(?:\d{1,2}[.．、]|（\d{1,2}）|[①-⑳]|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/, '')
    .replace(/^[^：]*：(?=\d{1,2}[.．、]|（\d{1,2}）|[①-⑳])/, '')
    .replace(/^(?:\d{1,2}[.．、]|（\d{1,2}）|[①-⑳])/, '')
    .replace(/^[^：]*：(?=.)/, (label) =>
      /目标|指标|方面|任务|上：$|(?:工程|设施|行动|项目)：$/.test(label) ? '' : label.replace('：', ''),
    );
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(LEAD, '').replace(SCOPE, '');
    if (!INCREASE_VERB.test(name)) name = name.replace(DOING, '');
    name = name.replace(TRAILING, '');
  }
  return name;
}

/** What is done, where no thing is named beside it: 每年实施改造1000家 counts what is 改造. */
export const deedIn = (text: string): string =>
  /(?:改造|培训|转型|诊断|上云|孵化|建设|验收|投产|竣工|开工|入库|认定|签约|上市|挂牌)$/.exec(
    text.replace(TRAILING, ''),
  )?.[0] ?? '';

/** The counted thing after a number: up to a verb that goes on, or the end. */
export function countedNoun(after: string): string {
  const noun =
    after
      .replace(/^的/, '')
      .replace(/(?:和|及|以及|、)一批.*$/, '')
      .split(
        /[，。；：]|(?:纳入|列入|进入|入库|提供|发放|免费|引入|探索|购买|配备|用于|开展(?!的)|实现|实施|参与|(?<!未)来[^自]|落户|带动)/,
      )[0] ?? '';
  return cleanSubject(noun);
}

const SPLIT = new RegExp(`${AND}|与(?!会)`);

/**
 * Splits 单项冠军企业、专精特新企业、创新型中小企业数量 into as many subjects as there are numbers.
 * @returns null where the words do not come to that many
 */
export function splitSubjects(text: string, count: number): string[] | null {
  if (count === 2 && /^城乡(?!规划|融合|建设)/.test(text))
    return ['城镇', '农村'].map((place) => text.replace('城乡', place));
  if (count === 3 && /^一二三产/.test(text))
    return ['第一产业', '第二产业', '第三产业'].map((sector) => text.replace(/^一二三产(?:业)?/, sector));
  const parts = text.split(SPLIT).filter((part) => part.trim() !== '');
  if (parts.length === count) return withSharedWords(parts);
  const listed = text.split('、').filter((part) => part.trim() !== '');
  if (listed.length === count) return withSharedWords(listed);
  return null;
}

/** What is measured of each of several, said with the last alone: 化学需氧量、氨氮排放总量; 天然气、页岩气产量. */
const OF_EACH =
  /(?:(?:患者|人群|人员|儿童|老年人|妇女|学生|(?:专任)?教师|学校|企业|机构|园区|项目|产品|垃圾|废物|污水|药品|食品)[^、]*(?:率|比例|比重|占比)|排放总量|排放量|排放强度|浓度|产量|产能|储量|销量|装机容量|装机规模|消费量|种植面积)$/;
const MEASURED = /(?:[率量数额值重度资能口]|收入|利润|比例|规模|面积|[Gg][Dd][Pp])$/;
const POLLUTANT = /(?:^|[^排放])(?:需氧量|二氧化硫|氮氧化物|[A-Za-z]+)$/;

/** 国家级、省级企业: what the last one ends with belongs to all that end before it. */
export function withSharedWords(parts: string[]): string[] {
  const last = parts.at(-1) ?? '';
  const [first = ''] = parts;
  if (parts.length === 2 && first === '城镇' && /^农村./.test(last)) return [first + last.slice(2), last];
  const ofEach = OF_EACH.exec(cleanSubject(withoutChange(last)))?.[0] ?? '';
  const head =
    /(?:企业|项目|平台|园区|基地|产业|集群|工厂|中心|实验室|人才|品牌|比重|占比|数量|总数|产值|收入|增速|覆盖率|率|总量|规模)+$/.exec(
      last,
    )?.[0] ?? '';
  return parts.map((part, index) => {
    if (index === parts.length - 1) return part;
    if (ofEach !== '' && (!MEASURED.test(part) || POLLUTANT.test(part))) return `${part}${ofEach}`;
    return head !== '' && /[级市省家州县区]$/.test(part) ? `${part}${head}` : part;
  });
}
