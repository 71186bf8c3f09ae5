import { assessTarget } from '@dabiao/domain/assess';
import type { CaveatKind, Figure, FigureSource, FigureStatus } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Target } from '@dabiao/domain/target';
import type { BriefedSubject, BriefedTarget, BriefingInput } from '../src/model.ts';
import { PLAIN_FORM } from '../src/options.ts';

const SOURCES: FigureSource[] = [
  { title: '某市国民经济和社会发展统计公报', publisher: '某市统计局', date: '2025-03-18', address: null },
  {
    title: '数字经济发展情况通报',
    publisher: '某市工业和信息化局',
    date: '2024-10-09',
    address: 'https://example.org/a',
  },
];

const DOCUMENT = { id: 'sample', region: '379900', period: { from: 2023, to: 2025 } };

/** The document that the sample targets are of. */
export const SUBJECT: BriefedSubject = {
  scope: 'document',
  name: '某市工业强市三年行动计划',
  title: '某市工业强市三年行动计划（2023—2025年）',
  number: '某政字〔2023〕12号',
};

/** A made-up indicator: 家, more is better, counted at year-end, unless said otherwise. */
export function indicatorOf(name: string, over: Partial<Indicator> = {}): Indicator {
  return {
    id: name,
    name,
    nameEn: null,
    unit: '家',
    direction: 'more',
    measure: 'stock',
    definition: null,
    aliases: [],
    naturalLimit: null,
    ...over,
  };
}

/** A made-up figure of an indicator in the sample region. */
export function figureOf(
  indicator: string,
  year: number,
  value: number,
  over: { status?: FigureStatus; caveats?: CaveatKind[]; note?: string | null; source?: FigureSource } = {},
): Figure & { source: FigureSource } {
  const decimals = String(value).split('.')[1]?.length ?? 0;
  const plain = { status: 'final', caveats: [], note: null, source: SOURCES[year % 2] ?? source() } as const;
  return { indicator, region: DOCUMENT.region, year, value, decimals, ...plain, caveats: [], ...over };
}

function source(): FigureSource {
  return { title: '通报', publisher: null, date: null, address: null };
}

/** A made-up target, judged as of `year` with the figures given. */
export function briefedOf(
  indicator: Indicator,
  goal: { value: number; year: number; valueMax?: number },
  figures: BriefedTarget['figures'],
  over: Partial<Target> = {},
  year = 2024,
): BriefedTarget {
  const target: Target = {
    id: `t-${indicator.id}`,
    document: DOCUMENT.id,
    region: DOCUMENT.region,
    indicator: indicator.id,
    kind: indicator.unit === '%' ? 'share' : 'level',
    comparator: 'gte',
    qualifier: null,
    milestones: [goal],
    everyYear: false,
    period: DOCUMENT.period,
    baseline: null,
    clause: ['一、总体目标'],
    quote: `${indicator.name}达到${goal.value}${indicator.unit}`,
    departments: [{ name: '市工业和信息化局', role: 'lead' }],
    notes: null,
    restates: null,
    method: null,
    tolerance: null,
    pathShape: 'straight',
    scheduleCuts: null,
    ...over,
  };
  const history = [year - 1, year].map((each) => ({
    year: each,
    verdict: assessTarget(target, indicator, figures, each).verdict,
  }));
  const assessment = assessTarget(target, indicator, figures, year);
  return { target, indicator, assessment, figures, history, documentTitle: '某市行动计划', regionName: '某市' };
}

/** A briefing of the targets given, as of 2024, drawn up on 18 March 2025. */
export function inputOf(targets: readonly BriefedTarget[], over: Partial<BriefingInput> = {}): BriefingInput {
  return {
    subject: SUBJECT,
    year: 2024,
    targets,
    generatedOn: '2025-03-18',
    demo: false,
    draft: false,
    lang: 'zh',
    form: PLAIN_FORM,
    ...over,
  };
}

const NAMES = [
  '规模以上工业营业收入',
  '规模以上工业增加值',
  '数字经济核心产业增加值占GDP比重',
  '高新技术产业产值占规模以上工业产值比重',
  '5G基站数',
  '省级以上绿色工厂',
  '国家级专精特新“小巨人”企业',
  '省级专精特新中小企业',
  '制造业单项冠军企业',
  '工业技术改造投资',
  '规模以上工业企业研发经费支出占营业收入比重',
  '单位工业增加值能耗',
  '工业固体废物综合利用率',
  '新认定省级企业技术中心',
  '工业互联网平台',
  '上云企业数量',
  '百亿级企业',
  '五十亿级企业',
  '特色产业集群',
  '地产配套率',
  '智能工厂和数字化车间',
  '工业机器人应用台数',
  '首台（套）技术装备',
  '产业用地亩均税收',
  '新材料产业规模',
];
const CLAUSES = ['一、总体目标', '二、实施产业集群提升行动', '三、实施数字赋能行动', '四、实施绿色低碳行动'];
const DEPARTMENTS = ['市工业和信息化局', '市科学技术局', '市发展和改革委员会', '市大数据局', '各区县人民政府'];

/** A made-up document of `count` targets with every verdict among them; the same numbers every time. */
export function sampleTargets(count: number): BriefedTarget[] {
  return Array.from({ length: count }, (_, index) => {
    const name = NAMES[index % NAMES.length] ?? '指标';
    const share = /比重|率$/.test(name);
    const less = name.includes('能耗');
    const unit = share
      ? '%'
      : less
        ? '吨标准煤/万元'
        : /收入|增加值|投资|规模/.test(name)
          ? '亿元'
          : name === '5G基站数'
            ? '个'
            : '家';
    const id = index < NAMES.length ? name : `${name}${Math.floor(index / NAMES.length) + 1}`;
    const indicator = indicatorOf(id, { unit, direction: less ? 'less' : 'more' });
    const start = share ? 20 + ((index * 7) % 40) : less ? 0.612 : 20 + ((index * 137) % 900);
    const goal = less ? 0.52 : round(share ? start + 8 : start * 1.6, share ? 1 : 0);
    const pace = [1.05, 0.9, 0.72, 0.3, -0.2, 1.7, 0, 0.97][index % 8] ?? 1;
    const known = index % 8 === 6 ? [] : [2021, 2022, 2023, 2024].slice(index % 5 === 4 ? 2 : 0);
    const figures = known.map((year) => {
      const value = start + ((goal - start) * (year - 2021) * pace) / 4;
      const over =
        year !== 2024
          ? {}
          : index % 3 === 0
            ? ({ status: 'preliminary' } as const)
            : index % 7 === 2
              ? ({ caveats: ['part_year'], note: '截至2024年9月' } satisfies { caveats: CaveatKind[]; note: string })
              : {};
      return figureOf(indicator.id, year, round(value, less ? 3 : share ? 1 : 0), over);
    });
    const departments = DEPARTMENTS.slice(index % 3, (index % 3) + 1 + (index % 4)).map((each, place) => ({
      name: each,
      role: place === 0 ? ('lead' as const) : ('responsible' as const),
    }));
    return briefedOf(indicator, { value: goal, year: 2025 }, figures, {
      comparator: less ? 'lte' : 'gte',
      clause: [CLAUSES[Math.floor((index * CLAUSES.length) / count)] ?? '其他'],
      departments,
    });
  });
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
