import { INCREASE_VERB } from './kind.ts';
import { SCOPE } from './words.ts';

const LEAD =
  /^(?:其中|包括|同时|并|使|推动|促进|带动|确保|力争|争取|努力|实现|全面|进一步|基本|加快|稳步|有序|持续|大力|积极|重点|着力|统筹|累计|每年|将|也|且|等(?!级)|通过|[、，：；的和与及])+/;
/** Verbs that say what is done and are no part of what is measured; 新增 and its like stay, since they are. */
const DOING =
  /^(?:培育形成|培育认定|培育壮大|培育|培养|打造形成|打造|建设|建成|创建|创成|争创|引进培育|引进|实施|推进|推动|组织|开展|发展|壮大|形成|认定|完成|实现|达到|拓展|建立|设立|支持|扶持|遴选并培育|遴选|优选|评选|筛选|储备|谋划|改造|提升|规划建设|统筹安排|安排|滚动)+/;
const TRAILING = /(?:分别|各|均|都|也|将|的|等|要|应|力争|达|，|、|：|；|并|再)+$/;

/** The name of what is measured, out of the words before or after a number: places, times and helping verbs go. */
export function cleanSubject(text: string): string {
  let name = text
    .replace(/[△▽◇\s]/g, '')
    .replace(/^[^：]*：(?=.)/, (label) => (/目标|方面|上|任务/.test(label) ? '' : label.replace('：', '')));
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(LEAD, '').replace(SCOPE, '');
    if (!INCREASE_VERB.test(name)) name = name.replace(DOING, '');
    name = name.replace(TRAILING, '');
  }
  return name;
}

/** The counted thing after a number: up to a verb that goes on, or the end. */
export function countedNoun(after: string): string {
  const noun =
    after
      .replace(/^的/, '')
      .split(/[，。；：]|(?:纳入|列入|进入|入库|提供|用于|开展(?!的)|实现|参与|来[^自]|落户|带动)/)[0] ?? '';
  return cleanSubject(noun);
}

const SPLIT = /、|以及|和(?!谐|美|平)|及(?!其|以上|时)|与(?!会)/;

/**
 * Splits 单项冠军企业、专精特新企业、创新型中小企业数量 into as many subjects as there are numbers.
 * @returns null where the words do not come to that many
 */
export function splitSubjects(text: string, count: number): string[] | null {
  const parts = text.split(SPLIT).filter((part) => part.trim() !== '');
  if (parts.length === count) return withSharedWords(parts);
  const listed = text.split('、').filter((part) => part.trim() !== '');
  if (listed.length === count) return withSharedWords(listed);
  return null;
}

/** 国家级、省级企业: what the last one ends with belongs to all that end before it. */
function withSharedWords(parts: string[]): string[] {
  const head =
    /(?:企业|项目|平台|园区|基地|产业|集群|工厂|中心|实验室|人才|品牌|比重|占比|数量|总数|产值|收入|增速|覆盖率|率|总量|规模)+$/.exec(
      parts.at(-1) ?? '',
    )?.[0] ?? '';
  return parts.map((part) => (head !== '' && /[级市省家州县区]$/.test(part) ? `${part}${head}` : part));
}
