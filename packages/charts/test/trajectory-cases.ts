import type { CaveatKind, FigureStatus } from '@dabiao/domain/figure';
import type { ChartPoint, TrajectorySeries } from '../src/trajectory-series.ts';

/** A chart point in one line: year, value, status, caveats, note. */
export function point(
  year: number,
  value: number,
  status: FigureStatus = 'final',
  caveats: CaveatKind[] = [],
  note: string | null = null,
): ChartPoint {
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return { year, value, decimals, status, caveats, note };
}

const PLAIN = { direction: 'more', tolerance: 0, base: null, path: [] } as const;

/** Series that stand for what charts must cope with; the golden files are made of these. */
export const CASES: Record<string, TrajectorySeries> = {
  'part-years-and-gaps': {
    ...PLAIN,
    indicator: '5G基站数',
    unit: '个',
    points: [
      point(2019, 6025),
      point(2020, 15000, 'preliminary', ['part_year'], '截至2020年9月底，非年末数'),
      point(2021, 20000, 'preliminary', ['part_year', 'at_least'], '2万余处；截至2021年7月'),
      point(2024, 49000, 'preliminary', ['part_year'], '截至2024年9月'),
    ],
    milestones: [{ year: 2025, value: 60000, met: false }],
    path: [
      { year: 2019, value: 6025 },
      { year: 2025, value: 60000 },
    ],
    tolerance: 0.05,
    base: { year: 2019, value: 6025 },
    asOf: 2024,
  },
  'share-with-stated-base': {
    ...PLAIN,
    indicator: '占比',
    unit: '%',
    points: [point(2022, 39.7), point(2023, 41.2, 'revised'), point(2024, 42.1, 'preliminary')],
    milestones: [{ year: 2025, value: 45 }],
    path: [
      { year: 2021, value: 38 },
      { year: 2025, value: 45 },
    ],
    tolerance: 0.02,
    base: { year: 2021, value: 38 },
    asOf: 2024,
  },
  'forecast-with-intervals': {
    ...PLAIN,
    indicator: '占比',
    unit: '%',
    points: [
      point(2018, 36.1),
      point(2019, 37.4),
      point(2020, 38),
      point(2021, 39.7),
      point(2022, 40.2, 'preliminary'),
    ],
    milestones: [{ year: 2025, value: 45 }],
    path: [
      { year: 2020, value: 38 },
      { year: 2025, value: 45 },
    ],
    tolerance: 0.02,
    base: { year: 2020, value: 38 },
    asOf: 2022,
    forecast: [
      { year: 2023, value: 41.4, low80: 40.6, high80: 42.2, low95: 39.8, high95: 43 },
      { year: 2024, value: 42.5, low80: 41.6, high80: 43.4, low95: 40.6, high95: 44.3 },
      { year: 2025, value: 43.5, low80: 42.5, high80: 44.6, low95: 41.4, high95: 45.7 },
    ],
    needed: { from: { year: 2022, value: 40.2 }, to: { year: 2025, value: 45 } },
  },
  'trial-figure': {
    ...PLAIN,
    indicator: '绿色工厂',
    unit: '家',
    points: [point(2021, 66), point(2023, 70), point(2024, 73), point(2025, 75)],
    milestones: [{ year: 2026, value: 100 }],
    path: [
      { year: 2021, value: 66 },
      { year: 2026, value: 100 },
    ],
    base: { year: 2021, value: 66 },
    asOf: 2025,
    trial: { year: 2026, value: 92, decimals: 0 },
  },
  'break-in-the-series': {
    ...PLAIN,
    indicator: '软件业务收入',
    unit: '亿元',
    points: [
      point(2019, 2900),
      point(2020, 3208),
      { ...point(2021, 3800), caveats: ['scope'] },
      { ...point(2022, 4382), caveats: ['scope'] },
    ],
    milestones: [{ year: 2025, value: 6000 }],
    path: [
      { year: 2020, value: 3208 },
      { year: 2025, value: 6000 },
    ],
    tolerance: 0.02,
    base: { year: 2020, value: 3208 },
    asOf: 2022,
  },
  'three-milestones': {
    ...PLAIN,
    indicator: '规模工业产值',
    unit: '亿元',
    points: [point(2015, 512.3), point(2016, 540.2), point(2017, 571), point(2018, 602.4)],
    milestones: [
      { year: 2017, value: 560, met: true },
      { year: 2018, value: 650, met: false },
      { year: 2020, value: 800 },
    ],
    path: [
      { year: 2016, value: 540.2 },
      { year: 2017, value: 560 },
      { year: 2018, value: 650 },
      { year: 2020, value: 800 },
    ],
    tolerance: 0.02,
    base: { year: 2016, value: 540.2 },
    asOf: 2018,
  },
  'close-to-the-milestone': {
    ...PLAIN,
    indicator: '绿色工厂',
    unit: '家',
    points: [point(2021, 60), point(2022, 71), point(2023, 84), point(2024, 96), point(2025, 99, 'preliminary')],
    milestones: [{ year: 2025, value: 100, met: false }],
    asOf: 2025,
  },
  'less-is-better': {
    ...PLAIN,
    indicator: '能耗',
    unit: '吨标准煤/万元',
    direction: 'less',
    points: [point(2020, 0.612), point(2021, 0.59), point(2022, 0.584), point(2023, 0.571, 'estimated')],
    milestones: [{ year: 2025, value: 0.52 }],
    path: [
      { year: 2020, value: 0.612 },
      { year: 2025, value: 0.52 },
    ],
    tolerance: 0.02,
    asOf: 2023,
  },
  'range-and-bounds': {
    ...PLAIN,
    indicator: '龙头企业',
    unit: '家',
    points: [point(2022, 3), point(2023, 7, 'final', ['at_most']), point(2024, 11, 'final', ['at_least'])],
    milestones: [{ year: 2025, value: 15, valueMax: 20 }],
    asOf: 2024,
  },
  'nothing-known': {
    ...PLAIN,
    indicator: '项目',
    unit: '项',
    points: [],
    milestones: [{ year: 2025, value: 30 }],
    asOf: 2024,
  },
};
