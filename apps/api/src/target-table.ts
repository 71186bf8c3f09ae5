import type { TargetDetail } from '@dabiao/contract/target';
import { roundTo } from '@dabiao/domain/decimal';
import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { pathValue } from '@dabiao/domain/path';
import type { Table } from '@dabiao/workbook/table';

/** Decimals of a forecast beyond those of its figures. */
const FORECAST_DIGITS = 1;

/** The numbers behind the chart of a target, a row a year: figures with their source, milestones, path, forecast. */
export function targetTable({ row, points, path, figures, forecast }: TargetDetail): Table {
  const milestones = row.milestones.map((milestone) => ({ ...milestone, year: milestone.year ?? row.period.to }));
  const ahead = 'reason' in forecast ? [] : forecast.points;
  const digits = 'reason' in forecast ? 0 : forecast.decimals + FORECAST_DIGITS;
  const rounded = (value: number | undefined) => (value === undefined ? null : roundTo(value, digits));
  const years = [points, milestones, path, ahead].flatMap((list) => list.map(({ year }) => year));
  const ordered = [...new Set(years)].sort((a, b) => a - b);
  return {
    columns: [
      '年份',
      '指标',
      '地区',
      '数值',
      '单位',
      '状态',
      '说明',
      '目标值',
      '目标上限',
      '路径值',
      '预测值',
      '80%下限',
      '80%上限',
      '95%下限',
      '95%上限',
      '来源',
    ],
    rows: ordered.map((year) => {
      const point = points.find((one) => one.year === year);
      const milestone = milestones.find((one) => one.year === year);
      const trend = ahead.find((one) => one.year === year);
      // Newest version first within a year.
      const figure = figures.find((one) => one.year === year);
      return [
        year,
        row.indicator.name,
        row.region.name,
        point?.value ?? null,
        row.judgedUnit,
        point ? FIGURE_STATUS_WORDS[point.status].zh : null,
        point ? (figure?.note ?? null) : null,
        milestone?.value ?? null,
        milestone?.valueMax ?? null,
        pathValue(path, year),
        rounded(trend?.value),
        rounded(trend?.low80),
        rounded(trend?.high80),
        rounded(trend?.low95),
        rounded(trend?.high95),
        point && figure ? [figure.source.publisher, figure.source.title].filter(Boolean).join(' ') : null,
      ];
    }),
  };
}
