/** What a unit word measures, as far as reading needs to know: rates compare, counts and money add up. */
export type UnitSort = 'money' | 'count' | 'share' | 'points' | 'times' | 'measure' | 'duration' | 'index';

/**
 * Classifiers of things that are counted. Chinese puts one between a number and what is counted (15家企业) or after
 * the number at the end (企业15家); without one, a number counts nothing.
 */
const COUNTED =
  '亩次 户次 家次 辆次 台次 例次 班次 列次 艘次 项次 头只 只羽 台套 个位次 个 家 户 项 件 台 套 架 座 处 条 种 所 站 只 批次 批 辆 艘 列 门 篇 款 场次 场 名 位 人次 人 支 期 间 张 部 册 幅 株 棵 头 匹 块 片 ' +
  '对 组 例 宗 笔 节 栋 幢 孔 眼 枚 枝 届 轮 类 单 村 镇 县 社区 街道 标箱 标准箱 TEU 床 羽 单元 车位 次 架次 班 卷 集 本 份 盏 尾 口 栋次 课时 ' +
  '工位 枪 颗 发 路 端口 宽 粒 链 品 图 库 院 校 园 店 企';

/** Things that are measured; compounds with 每 or / are put together by the grammar. */
const MEASURED =
  '吨标准煤 吨标煤 吨二氧化碳当量 吨二氧化碳 千克标准煤 千克标煤 克标准煤 克标煤 蒸吨 吨 千克 公斤 克 毫克 微克 斤 公里 千米 米 毫米 平方米 平方公里 平方千米 立方米 空立方米 空方 立方 方 公顷 亩 ' +
  '卡时 千瓦时 千瓦 兆瓦 吉瓦 度 升 伏安 千伏安 兆伏安 卡 焦耳 GWh MWh kWh GW MW kW EFLOPS PFLOPS EFlops PFlops Eflops Pflops EB PB TB GB Gbps Mbps Tbps MB 字节 兆比特/秒 吉比特/秒 太比特/秒 m2 m² ㎡ m3 m³ km2 km² hm2 km ' +
  'μg/m3 μg/m³ ug/m3 ug/m³ mg/m3 mg/m³ μg/L kgce/t kWh/t gce/kWh tce 微克/立方米 微克每立方米 毫克每升 mg/L 分 岁 分贝 摄氏度 ℃ 标准机架 机架 张床位 人年 天次 桶 令 箱 箱次 重量箱 载重吨 总吨 综合吨 吨公里 人公里 核 P E PFlop/s /10万 g/kW W/kg kW/kg kW/L Wh/kg kWh/kg W/cm2 W/cm² A/cm2 g/kWh';

const LENGTHS = '周 个工作日 工作日 个小时 小时 分钟 秒 个月 天 日';
const MONEY = '元人民币 人民币 美元 欧元 港元 元';

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

const SORTS = new Map<string, UnitSort>([
  ...words(COUNTED).map((word) => [word, 'count'] as const),
  ...words(MEASURED).map((word) => [word, 'measure'] as const),
  ...words(LENGTHS).map((word) => [word, 'duration'] as const),
  ...words(MONEY).map((word) => [word, 'money'] as const),
  ['%', 'share'],
  ['‰', 'share'],
  ['个百分点', 'points'],
  ['百分点', 'points'],
  ['个点', 'points'],
  ['倍', 'times'],
]);

const escaped = (word: string): string => word.replace(/[/]/g, '\\$&');

/** Units as alternatives of a pattern, longest first, so that 吨标准煤 is not read as 吨. */
const longestFirst = [...SORTS.keys()].sort((a, b) => b.length - a.length).map(escaped);

/** One Latin unit must not run on into a word: 5G网络 and 3D are names, 5GW is a measure. */
const guarded = longestFirst.map((word) => (/[A-Za-z]$/.test(word) ? `${word}(?![A-Za-z0-9])` : word));

const MAGNITUDE_WORDS = '(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万)';

/** A unit word as a pattern, with what it is measured per: 亿元, 元/吨, 吨标准煤/万元, 件/万人. */
export const UNIT_PATTERN = `(?:${guarded.join('|')})(?:(?<!元)[/／]年|[/／]月(?![\\d至到])|[/／](?:${MAGNITUDE_WORDS}|千|百)?(?:${guarded.join('|')})(?:[·•]年)?)?`;

/** Sort of a unit word without magnitude; compounds with / measure something of their own. */
export function unitSort(word: string): UnitSort {
  if (word === '') return 'index';
  if (/[/／]/.test(word)) return 'measure';
  return SORTS.get(word) ?? 'count';
}

/** The unit that the last word of a name says, where the number leaves it out: 受灾人次 <15000. */
export const unitOfName = (name: string): string | null => {
  const last = /(?:人次|[人户件家起次台套]数)(?:（[^（）]*）)?$/.exec(name)?.[0] ?? '';
  return last === '' ? null : last.replace(/（.*$/, '').replace(/数$/, '');
};
