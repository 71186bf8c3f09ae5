import type { BriefingWords } from './word-list.ts';

/** 一 … 九十九, as headings count. */
function chineseNumeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const digit = (value: number) => '零一二三四五六七八九'[value] ?? '';
  if (number < 1 || number > 99) return String(number);
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digit(ones) : ''}`;
}

export const ZH: BriefingWords = {
  briefing: '简报',
  title: (of, year) => [of, `${year}年目标进展情况`],
  picked: (count) => `${count}项选定目标`,
  everything: '全部文件',
  whose: ({ scope, number }, title) => {
    if (scope === 'document') return `《${title}》${number ? `（${number}）` : ''}的`;
    if (scope === 'region') return `${title}各文件的`;
    if (scope === 'department') return `${title}牵头或负责的`;
    if (scope === 'indicator') return `各文件对${title}提出的`;
    return scope === 'targets' ? '选定的' : '全部文件的';
  },
  titleLine: (lines) => lines.join(''),
  subtitle: (year) => `（截至${year}年末）`,
  heading: (index, text) => `${chineseNumeral(index)}、${text}`,
  summary: '总体情况',
  going: '已实现和进展顺利的目标',
  slipping: '需要关注的目标',
  slippingIntro: (count) => `滞后、严重滞后、背离和未实现的目标共${count}项，由重到轻如下。`,
  goingIntro: (count) => `已实现、快于预期和符合预期的目标共${count}项。`,
  taking: '实现目标还需做到',
  takingIntro: (count, left) =>
    `未到期的滞后目标中，${count}项尚可推算今后所需进度${left > 0 ? `，其余${left}项已到期或数据不足` : ''}。`,
  needed: (year, demand, years, pace, fall, gap) =>
    `要在${year}年${demand}，${gap === null ? '' : `还差${gap}，`}今后${years}年须平均每年${fall ? '下降' : '提高'}${pace}。`,
  groups: '分项进展',
  groupHeading: (index, text) =>
    `（${chineseNumeral(index)}）${text.replace(/^[（(]?[一二三四五六七八九十]+[）)、]\s*/, '')}`,
  groupText: (total, counts, worst) => `共${total}项：${counts}。${worst}`,
  groupWorst: (names) => `需要关注的是${names}。`,
  table: '目标一览',
  missing: '缺数据、未到期的目标',
  notes: '数据来源与判断方法',
  columns: ['指标', '目标', '最新数据', '完成率', '判断', '责任单位'],
  wideColumns: ['指标', '起算', '目标', '最新数据', '完成率', '距目标', '距序时', '今后每年', '判断', '责任单位'],
  verdictTable: { caption: (year) => `截至${year}年末判断汇总（项）`, group: '类别', total: '合计', sum: '合计' },
  tableCaption: (number, caption) => `表${number}　${caption}`,
  overview: (year, whose, total, counts) => `截至${year}年末，${whose}${total}项量化目标中，${counts}。`,
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
  standing: (total, counts) => `本简报共用数据${total}个，其中${counts}。`,
  standingCount: (word, count) => `${word}${count}个`,
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
  draftNotice: '送审稿　含未发布数据，不得引用',
};
