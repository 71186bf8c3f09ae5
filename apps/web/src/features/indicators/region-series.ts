import type { FigureVersion } from '@dabiao/contract/figure';
import type { IndicatorDetail } from '@dabiao/contract/indicator';
import type { TargetRow } from '@dabiao/contract/target';
import { scale } from '@dabiao/domain/decimal';
import { formatNumber, type Lang } from '@dabiao/domain/number-text';
import type { TargetKind } from '@dabiao/domain/target';
import { demandAmount, figureText } from '../../ui/value-text.ts';

/** As measured; base year = 100; share of the region's last target. */
export const REGION_VIEWS = ['value', 'index', 'share'] as const;
export type RegionView = (typeof REGION_VIEWS)[number];

/** A value of one region in the unit of the view, with its words. */
export interface RegionPoint {
  id: string;
  year: number;
  value: number;
  text: string;
  /** A figure that is not a plain year-end one. */
  caveat: boolean;
}

/** What one region's small picture shows; `missing` says why a region has nothing to show in this view. */
export interface RegionSeries {
  code: string;
  name: string;
  figures: RegionPoint[];
  demands: RegionPoint[];
  missing: 'base' | 'target' | null;
}

/** Kinds whose milestones are in the indicator's own unit and scale. */
const OWN_SCALE: readonly TargetKind[] = ['level', 'share', 'annual_flow'];

interface Demand {
  year: number;
  value: number;
  target: TargetRow;
}

function demandsOf(targets: readonly TargetRow[], region: string): Demand[] {
  return targets
    .filter((target) => target.region.code === region && OWN_SCALE.includes(target.kind))
    .flatMap((target) =>
      target.milestones.flatMap(({ year, value }) => (year === null ? [] : [{ year, value, target }])),
    )
    .sort((a, b) => a.year - b.year);
}

/**
 * The year that is 100: the first one in which as many regions as possible have a figure above 0; null where there is
 * none.
 */
export function baseYear(regions: IndicatorDetail['regions']): number | null {
  const counts = new Map<number, number>();
  for (const { year, value } of regions.flatMap(({ figures }) => figures)) {
    if (value > 0) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const years = [...counts].filter(([, count]) => count === most).map(([year]) => year);
  return years.length === 0 ? null : Math.min(...years);
}

/** What values are divided by so that they read in the view; null where a region has nothing to divide by. */
function divisorOf(
  view: RegionView,
  base: number | null,
  figures: readonly FigureVersion[],
  demands: readonly Demand[],
) {
  if (view === 'value') return 1;
  const value = view === 'index' ? figures.find(({ year }) => year === base)?.value : demands.at(-1)?.value;
  return value !== undefined && value > 0 ? value : null;
}

const shareText = (value: number, view: RegionView): string =>
  `${formatNumber(value, 1)}${view === 'share' ? '%' : ''}`;

/** The regions' figures and targets as one view shows them, oldest year first; one common unit for all. */
export function toRegionSeries(detail: IndicatorDetail, view: RegionView, lang: Lang): RegionSeries[] {
  const { unit } = detail.indicator;
  const named = new Map(detail.regions.map(({ code, name }) => [code, name]));
  for (const { region } of detail.targets) named.set(region.code, region.name);
  const base = baseYear(detail.regions);
  return [...named].map(([code, name]) => {
    const figures = [...(detail.regions.find((region) => region.code === code)?.figures ?? [])];
    const demands = demandsOf(detail.targets, code);
    const divisor = divisorOf(view, base, figures, demands);
    if (divisor === null) {
      return { code, name, figures: [], demands: [], missing: view === 'index' ? 'base' : 'target' };
    }
    const shown = (value: number) => (view === 'value' ? value : scale(value, 100, divisor));
    return {
      code,
      name,
      missing: null,
      figures: figures
        .sort((a, b) => a.year - b.year)
        .map((figure) => ({
          id: figure.id,
          year: figure.year,
          value: shown(figure.value),
          text: view === 'value' ? figureText(figure, unit, lang, figure.note) : shareText(shown(figure.value), view),
          caveat: figure.caveats.length > 0,
        })),
      demands: demands.map(({ year, value, target }) => ({
        id: `${target.id}-${year}`,
        year,
        value: shown(value),
        text: view === 'value' ? demandAmount(target.comparator, { value }, unit, lang) : shareText(shown(value), view),
        caveat: false,
      })),
    };
  });
}
