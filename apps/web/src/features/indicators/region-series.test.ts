import type { IndicatorDetail } from '@dabiao/contract/indicator';
import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { baseYear, toRegionSeries } from './region-series.ts';

function detailOf(values: Record<string, Record<number, number>>): IndicatorDetail {
  const regions = Object.entries(values).map(([code, figures]) => ({
    code,
    name: code,
    figures: Object.entries(figures).map(([year, value]) => ({
      id: `${code}-${year}`,
      year: Number(year),
      value,
      decimals: 0,
      caveats: [],
      note: null,
    })),
  }));
  const targets = [sampleTarget({ region: { code: '371300', name: '临沂市' } })];
  return { indicator: { unit: '家' }, regions, targets } as unknown as IndicatorDetail;
}

const detail = detailOf({ '370100': { 2022: 40, 2021: 50 }, '371300': { 2022: 70, 2020: 60, 2021: 35 } });

describe('one indicator across regions', () => {
  it('as measured, oldest first, with its targets', () => {
    const [jinan, linyi] = toRegionSeries(detail, 'value', 'zh');
    expect(jinan?.figures.map(({ year, value }) => [year, value])).toEqual([
      [2021, 50],
      [2022, 40],
    ]);
    expect(linyi?.demands.map(({ year, text }) => [year, text])).toEqual([[2026, '≥100家']]);
  });

  it('indexed on the first year that most regions have', () => {
    expect(baseYear(detail.regions)).toBe(2021);
    const index = toRegionSeries(detail, 'index', 'zh').map(({ figures }) => figures.map(({ text }) => text));
    expect(index).toEqual([
      ['100.0', '80.0'],
      ['171.4', '100.0', '200.0'],
    ]);
    const without = toRegionSeries(detailOf({ '370100': { 2021: 0 }, '371300': { 2020: 5 } }), 'index', 'zh');
    expect(without.map(({ missing }) => missing)).toEqual(['base', null]);
  });

  it('as a share of the last target, and says where there is none', () => {
    const [jinan, linyi] = toRegionSeries(detail, 'share', 'zh');
    expect(jinan).toMatchObject({ missing: 'target', figures: [] });
    expect(linyi?.figures.map(({ text }) => text)).toEqual(['60.0%', '35.0%', '70.0%']);
  });
});
