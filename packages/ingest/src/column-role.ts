import { chinesePart, squeeze } from './label.ts';

/** What the cells of a column say about their row; `note` columns (remarks, codes, numbering) are not read. */
export type ColumnRole = 'region' | 'indicator' | 'year' | 'unit' | 'status' | 'value' | 'note';

const WORDS: Record<ColumnRole, readonly string[]> = {
  region: [
    '地区',
    '地区名称',
    '地域',
    '区域',
    '区县',
    '县区',
    '县市区',
    '区县市',
    '市县',
    '县市',
    '市州',
    '地市',
    '城市',
    '省份',
    '省市',
    '省区市',
    '行政区',
    '行政区划',
    '行政区域',
    '镇街',
    '街镇',
    '乡镇',
    '镇街道',
    '国家',
    '国家地区',
    '国别',
    'region',
    'district',
    'area',
    'city',
    'county',
  ],
  indicator: [
    '指标',
    '指标名称',
    '指标名',
    '统计指标',
    '项目',
    '项目名称',
    '名称',
    '类别',
    '分类',
    '行业',
    '产业',
    '品种',
    '产品',
    '产品名称',
    'indicator',
    'indicators',
    'item',
    'items',
    'name',
  ],
  year: ['年份', '年度', '年', '时间', '统计年度', '统计年份', '报告期', 'year', 'years'],
  value: [
    '数值',
    '值',
    '数据',
    '数据值',
    '指标值',
    '数量',
    '实际值',
    '完成值',
    '完成数',
    '完成',
    '完成情况',
    '实绩',
    '统计值',
    '绝对数',
    '绝对量',
    '绝对值',
    '总量',
    '本期',
    '本年',
    '本年数',
    '本年实际',
    '实际',
    '实际数',
    'value',
    'values',
    'figure',
    'amount',
  ],
  unit: ['单位', '计量单位', '计量', '指标单位', '数据单位', 'unit', 'units'],
  status: ['状态', '数据状态', '数据性质', '数据类型', '性质', '数据版本', 'status'],
  note: [
    '备注',
    '说明',
    '注',
    '附注',
    '注释',
    '来源',
    '数据来源',
    '资料来源',
    '出处',
    '序号',
    '编号',
    '代码',
    '指标代码',
    '地区代码',
    '行政区划代码',
    '区划代码',
    '编码',
    '部门',
    '责任部门',
    '责任单位',
    '填报单位',
    '填报人',
    '联系人',
    '联系电话',
    '更新时间',
    '口径',
    '频度',
    '频率',
    '时间频度',
    '周期',
    '时期',
    '计划时期',
    '上年',
    '上年数',
    '上年值',
    '去年',
    '上年同期',
    'note',
    'notes',
    'source',
    'code',
    'no',
    'no.',
    'remarks',
  ],
};

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([role, words]) => words.map((word) => [word, role as ColumnRole] as const)),
);

/** What no figure is in, whatever stands before it: 地区编码, 行业代码, 更新时间, 开始日期. */
const NOTE_ENDING = /(?:编码|代码|编号|序号|时间|日期|备注|说明|来源)$/;

const SLASH = /[/\\|]/;

/** Letters of the longest word that its ending makes a note. */
const MAX_NOTE_WORD = 8;

/** Letters of the longest header word with its translation and padding. */
const MAX_WORD = 150;

function bare(text: string): string {
  return squeeze(text).replace(/[(（].*?[)）]|[:：*]/g, '');
}

/** The role a header word names (地 区, 指标名称, 计量⏎单位, 地区 District), or null for names of data. */
export function roleOfWord(text: string): ColumnRole | null {
  if (text.length > MAX_WORD) return null;
  for (const form of [text, chinesePart(text)]) {
    const word = bare(form);
    const role = BY_WORD.get(word) ?? sharedRole(word);
    if (role) return role;
    if (word.length <= MAX_NOTE_WORD && NOTE_ENDING.test(word)) return 'note';
  }
  return null;
}

/** 国家/地区 is what both its words are; 地区/指标 is a corner and not one role. */
function sharedRole(word: string): ColumnRole | null {
  const roles = word.split(SLASH).map((part) => BY_WORD.get(part));
  const [role] = roles;
  return roles.length === 2 && role !== undefined && roles.every((other) => other === role) ? role : null;
}

/**
 * The role of a column by its header, top to bottom: a single word, or one broken over rows (计量 + 单位); a
 * Latin translation under a Chinese word does not count.
 */
export function roleOfHeader(path: readonly string[]): ColumnRole | null {
  const chinese = path.filter((part) => /\p{Script=Han}/u.test(part));
  const parts = chinese.length > 0 ? chinese : path;
  if (parts.length === 0) return null;
  const joined = roleOfWord(parts.join(''));
  if (joined) return joined;
  const own = parts.at(-1) ?? '';
  return parts.every((part) => roleOfWord(part) === roleOfWord(own)) ? roleOfWord(own) : null;
}

/** A diagonal corner such as 地区＼年份 or 指标／地区: it names two axes, so it does not decide for one. */
export function isCorner(text: string): boolean {
  const parts = squeeze(text).split(SLASH);
  if (parts.length !== 2 || sharedRole(squeeze(text)) !== null) return false;
  return parts.every((part) => roleOfWord(part) !== null);
}
