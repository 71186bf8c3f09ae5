import type { FigureVersion } from '@dabiao/contract/figure';
import { describe, expect, it } from 'vitest';
import { toRegionYears } from './region-years.ts';

const figure = (region: string, year: number): FigureVersion => ({
  id: `${region}-${year}`,
  indicator: 'x',
  region,
  year,
  value: year,
  decimals: 0,
  unit: '个',
  status: 'final',
  caveats: [],
  note: null,
  label: 'public',
  version: 1,
  source: { title: '公报', publisher: null, date: null, address: null },
  quote: null,
  submission: null,
  recordedAt: '2026-01-01T00:00:00Z',
  recordedBy: null,
  demo: false,
  withdrawn: false,
  reason: null,
});

describe('figures of regions by year', () => {
  it('newest first, a missing figure is null and never zero', () => {
    const table = toRegionYears({
      regions: [
        { code: '370100', name: '济南市', figures: [figure('370100', 2024), figure('370100', 2021)] },
        { code: '371300', name: '临沂市', figures: [figure('371300', 2024)] },
      ],
    });
    expect(table.rows.map(({ year, cells }) => [year, ...cells.map((cell) => cell?.id ?? null)])).toEqual([
      [2024, '370100-2024', '371300-2024'],
      [2021, '370100-2021', null],
    ]);
  });

  it('are none without regions', () => {
    expect(toRegionYears({ regions: [] }).rows).toEqual([]);
  });
});
