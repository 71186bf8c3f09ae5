import type { Indicator } from '@dabiao/domain/indicator';
import type { Region } from '@dabiao/domain/region';
import { shippedCatalogue } from './seeded-store.ts';

/** What the file is made of, 100,000 rows in all: series of the shipped indicators for made-up counties. */
const INDICATORS = 100;
const COUNTIES = 20;
const [FIRST_YEAR, LAST_YEAR] = [1976, 2025];

const HEAD = ['地区', '指标', '年份', '数值', '单位', '状态'];

export interface BenchVocabulary {
  indicators: Indicator[];
  regions: Region[];
}

/** The names the file is read with. */
export async function benchVocabulary(): Promise<BenchVocabulary> {
  const { indicators } = await shippedCatalogue();
  const counties = Array.from({ length: COUNTIES }, (_, index) => ({
    code: String(999901 + index),
    name: `试${String(index + 1).padStart(2, '0')}县`,
    parent: null,
    aliases: [],
  }));
  return { indicators: indicators.filter(({ unit }) => unit !== '').slice(0, INDICATORS), regions: counties };
}

/** A series that grows by three per cent a year; percentages stay where they are. */
function valueAt(series: number, year: number, unit: string): number {
  if (unit === '%') return 20 + (series % 40);
  return Math.round((100 + (series % 900)) * 1.03 ** (year - FIRST_YEAR));
}

/** Rows of the long layout under their header, each another indicator, county or year. */
export function benchRows({ indicators, regions }: BenchVocabulary): (string | number)[][] {
  const rows: (string | number)[][] = [HEAD];
  for (const [place, region] of regions.entries()) {
    for (const [order, { name, unit }] of indicators.entries()) {
      for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
        rows.push([region.name, name, year, valueAt(place * 7 + order, year, unit), unit, '年报']);
      }
    }
  }
  return rows;
}
