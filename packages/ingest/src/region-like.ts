import { chinesePart, normaliseName, stripMarkers } from './label.ts';

const PROVINCES = new Set(
  (
    '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 ' +
    '重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾 全国'
  ).split(' '),
);
const WHOLE = /^全(?:国|省|市|区|县|州|镇)(?:合计|总计)?$/;
const TOTAL = /^(?:总计|合计|小计|共计|总数|其他)$/;
const SUFFIX =
  /^[\p{Script=Han}]{1,9}(?:省|市|县|州|盟|旗|镇|乡|街道|街道办事处|自治区|特别行政区|(?<!园|片|社|小|灾|库|景|专)区)$/u;

/** Asks whether a label names a region; a vocabulary may know more than the shape of the word tells. */
export type RegionTest = (label: string) => boolean;

function core(label: string): string {
  return normaliseName(chinesePart(stripMarkers(label)));
}

/** 合计, 总计, 其他: at home in a column of regions as in one of indicators. */
export function isTotal(label: string): boolean {
  return TOTAL.test(core(label));
}

/** 全市, 全区, 全省 …: the whole of the region that the sheet is about. */
export function isWholeRegion(label: string): boolean {
  return WHOLE.test(core(label));
}

/** By its form, a Chinese region: 罗庄区, 山东, 临 沂 市, 全市 Total. */
export function looksLikeRegion(label: string): boolean {
  const name = core(label);
  return PROVINCES.has(name) || WHOLE.test(name) || SUFFIX.test(name);
}

/** Whether most of these labels (totals aside) are regions. */
export function areRegions(labels: readonly string[], isRegion: RegionTest): boolean {
  const telling = labels.filter((label) => label !== '' && !isTotal(label));
  const hits = telling.filter(isRegion).length;
  return hits > 0 && hits >= telling.length * 0.6;
}
