import type { Lang } from '@dabiao/domain/number-text';

/** Fixed words and sentence patterns of the briefing in one language. */
export interface BriefingWords {
  /** The title in lines, and as one line. */
  title: (document: string, year: number) => string[];
  titleLine: (lines: readonly string[]) => string;
  subtitle: (year: number) => string;
  date: (year: number, month: number, day: number) => string;
  numerals: readonly string[];
  heading: (numeral: string, text: string) => string;
  summary: string;
  going: string;
  slipping: string;
  charts: string;
  table: string;
  missing: string;
  notes: string;
  columns: string[];
  overview: (year: number, document: string, number: string | null, total: number, counts: string) => string;
  count: (word: string, count: number, early: number) => string;
  achieved: (names: string, more: number) => string;
  worst: (count: number, list: string) => string;
  worstItem: (name: string, completion: string | null, gap: string | null) => string;
  noneSlipping: string;
  unknown: (count: number) => string;
  listed: string;
  listSeparator: string;
  verdictsCaption: (year: number) => string;
  completionCaption: string;
  completionNote: (left: number) => string;
  figure: (number: number, caption: string) => string;
  sourcesNote: (numbers: readonly number[]) => string;
  marks: { hollow: string; square: string; triangle: string };
  year: (year: number) => string;
  departments: (names: string, more: number) => string;
  noDepartment: string;
  answers: (names: string) => string;
  noClause: string;
  wanted: (demand: string, year: number, reason: string) => string;
  quoted: (title: string) => string;
  method: string[];
  demoNotice: string;
}

const ZH: BriefingWords = {
  title: (document, year) => [document, `${year}年目标进展简报`],
  titleLine: (lines) => lines.join(''),
  subtitle: (year) => `（截至${year}年末）`,
  date: (year, month, day) => `${year}年${month}月${day}日`,
  numerals: ['一', '二', '三', '四', '五', '六', '七', '八'],
  heading: (numeral, text) => `${numeral}、${text}`,
  summary: '总体情况',
  going: '已实现和进展顺利的目标',
  slipping: '需要关注的目标',
  charts: '重点目标轨迹',
  table: '目标一览',
  missing: '缺数据、未到期的目标',
  notes: '数据来源与判断方法',
  columns: ['指标', '目标', '最新数据', '完成率', '判断', '责任单位'],
  overview: (year, document, number, total, counts) =>
    `截至${year}年末，《${document}》${number ? `（${number}）` : ''}的${total}项量化目标中，${counts}。`,
  count: (word, count, early) => `${word}${count}项${early > 0 ? `（其中提前实现${early}项）` : ''}`,
  achieved: (names, more) => `已实现的有${names}${more > 0 ? `等${more}项` : ''}。`,
  worst: (count, list) => `需要关注的有${count}项，依次为${list}。`,
  worstItem: (name, completion, gap) => {
    const said = [completion === null ? null : `完成目标的${completion}`, gap === null ? null : `距目标${gap}`];
    const words = said.filter((each) => each !== null).join('，');
    return words === '' ? name : `${name}（${words}）`;
  },
  noneSlipping: '没有滞后、背离或未实现的目标。',
  unknown: (count) => `有${count}项目标因缺少数据或尚未到期未作判断，列于文末。`,
  listed: '等',
  listSeparator: '、',
  verdictsCaption: (year) => `截至${year}年末各项目标的判断（项）`,
  completionCaption: '各项目标的完成率',
  completionNote: (left) => `按判断由重到轻排列${left > 0 ? `，另有${left}项见目标一览` : ''}。`,
  figure: (number, caption) => `图${number}　${caption}`,
  sourcesNote: (numbers) => `数据来源：注${numbers.map((each) => `〔${each}〕`).join('')}。`,
  marks: {
    hollow: '空心点为快报或估计数',
    square: '方点为非年末数或其他口径',
    triangle: '三角为下限或上限值',
  },
  year: (year) => `${year}年`,
  departments: (names, more) => (more > 0 ? `${names}等${more}个单位` : names),
  noDepartment: '—',
  answers: (names) => `责任单位：${names}。`,
  noClause: '其他',
  wanted: (demand, year, reason) => `${year}年${demand}。${reason}。`,
  quoted: (title) => `《${title}》`,
  method: [
    '判断由目标、数据和截至年份算出，不含人工评定。完成率为最新数据与目标之比，越低越好的目标取其倒数。',
    '默认方法比较基期以来的年均变化与实现目标所需的年均变化：前者为后者的1.05倍及以上为“快于预期”，0.95倍及以上为“符合预期”，0.60倍及以上为“滞后”，其余为“严重滞后”，方向相反为“背离”；到期未达为“未实现”。',
    '数据以最近一次发布的版本为准；快报、估计和非年末数可能修订，所依据的判断随之调整。',
  ],
  demoNotice: '演示数据，非真实统计',
};

const EN: BriefingWords = {
  title: (document, year) => [document, `Progress on targets, ${year}`],
  titleLine: (lines) => lines.join(': '),
  subtitle: (year) => `As of the end of ${year}`,
  date: (year, month, day) => `${day} ${MONTHS[month - 1] ?? month} ${year}`,
  numerals: ['1', '2', '3', '4', '5', '6', '7', '8'],
  heading: (numeral, text) => `${numeral}. ${text}`,
  summary: 'Summary',
  going: 'Targets met or on course',
  slipping: 'Targets that need attention',
  charts: 'Trajectories',
  table: 'All targets',
  missing: 'Targets without figures or not due',
  notes: 'Sources and method',
  columns: ['Indicator', 'Target', 'Latest figure', 'Completion', 'Verdict', 'Responsible'],
  overview: (year, document, number, total, counts) =>
    `At the end of ${year}, of the ${total} quantified targets of ${document}${number ? ` (${number})` : ''}: ${counts}.`,
  count: (word, count, early) => `${count} ${word.toLowerCase()}${early > 0 ? ` (${early} of them early)` : ''}`,
  achieved: (names, more) => `Achieved: ${names}${more > 0 ? ` (${more} in all)` : ''}.`,
  worst: (count, list) => `${count} need attention: ${list}.`,
  worstItem: (name, completion, gap) => {
    const said = [completion === null ? null : `${completion} of the target`, gap === null ? null : `gap ${gap}`];
    const words = said.filter((each) => each !== null).join(', ');
    return words === '' ? name : `${name} (${words})`;
  },
  noneSlipping: 'No target is lagging, reversing or missed.',
  unknown: (count) =>
    `${count} were not judged, for want of figures or because they are not due; they are listed at the end.`,
  listed: ' and others',
  listSeparator: ', ',
  verdictsCaption: (year) => `Verdicts at the end of ${year} (number of targets)`,
  completionCaption: 'Completion of the targets',
  completionNote: (left) => `Gravest verdict first${left > 0 ? `; ${left} more in the table` : ''}.`,
  figure: (number, caption) => `Figure ${number}. ${caption}`,
  sourcesNote: (numbers) => `Sources: notes ${numbers.map((each) => `[${each}]`).join(' ')}.`,
  marks: {
    hollow: 'hollow points are preliminary or estimated',
    square: 'squares are not year-end or of another scope',
    triangle: 'triangles are bounds',
  },
  year: (year) => String(year),
  departments: (names, more) => (more > 0 ? `${names} and others (${more})` : names),
  noDepartment: '—',
  answers: (names) => ` Responsible: ${names}.`,
  noClause: 'Other',
  wanted: (demand, year, reason) => `To ${demand} by ${year}. ${reason}.`,
  quoted: (title) => title,
  method: [
    'Verdicts are computed from target, figures and year; nothing is rated by hand. Completion is the latest figure over the target, the inverse where less is better.',
    'By default the compound yearly change since the base is divided by the one required: ahead from 1.05, on track from 0.95, lagging from 0.60, far behind below, reversing where the direction is wrong; missed where the year is past.',
    'The latest published version of each figure counts; preliminary, estimated and part-year figures may be revised, and verdicts with them.',
  ],
  demoNotice: 'Demonstration data, not real statistics',
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The words of the briefing in `lang`. */
export function briefingWords(lang: Lang): BriefingWords {
  return lang === 'zh' ? ZH : EN;
}
