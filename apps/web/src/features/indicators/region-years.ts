import type { FigureVersion } from '@dabiao/contract/figure';
import type { IndicatorDetail } from '@dabiao/contract/indicator';

/** Figures of all regions by year: one row a year, one cell a region (null: no figure). */
export interface RegionYears {
  regions: { code: string; name: string }[];
  rows: { year: number; cells: (FigureVersion | null)[] }[];
}

/** Newest year first; years without any figure are left out. */
export function toRegionYears({ regions }: Pick<IndicatorDetail, 'regions'>): RegionYears {
  const years = [...new Set(regions.flatMap(({ figures }) => figures.map(({ year }) => year)))].sort((a, b) => b - a);
  return {
    regions: regions.map(({ code, name }) => ({ code, name })),
    rows: years.map((year) => ({
      year,
      cells: regions.map(({ figures }) => figures.find((figure) => figure.year === year) ?? null),
    })),
  };
}
