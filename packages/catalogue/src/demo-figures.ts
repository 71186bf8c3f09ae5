import type { Catalogue, PublishedFigure } from '@dabiao/domain/catalogue';
import { roundTo } from '@dabiao/domain/decimal';
import type { Indicator } from '@dabiao/domain/indicator';
import { isNarrative, judgedDirection, type Target } from '@dabiao/domain/target';

/** What every page and every PDF of a demonstration workspace says. */
const DEMO_WORDS = '演示数据，非真实统计';

/** Years of made-up figures before the period begins. */
const YEARS_BEFORE = 3;

/** How fast a made-up series goes, as a multiple of the pace its target needs; each with its share of the targets. */
const PACES: readonly [pace: number, weight: number][] = [
  [1.3, 4],
  [1.02, 5],
  [0.8, 4],
  [0.35, 2],
  [-0.25, 1],
];

/** mulberry32: the same seed gives the same series on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a over the text, so that each series has its own seed and new targets leave the others as they were. */
function seedOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function pickPace(random: () => number): number {
  const total = PACES.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [pace, weight] of PACES) {
    left -= weight;
    if (left < 0) return pace;
  }
  return 1;
}

interface Series {
  base: number;
  goal: number;
  from: number;
  to: number;
}

/** Where the made-up series of the indicator itself starts, and where its target asks it to be. */
function seriesOf(target: Target, indicator: Indicator, random: () => number): Series | null {
  if (isNarrative(target)) return null;
  const last = target.milestones.at(-1);
  const to = last?.year ?? target.period.to;
  const from = target.baseline?.year ?? target.period.from - 1;
  if (to <= from) return null;
  const worse = judgedDirection(target, indicator) === 'more' ? 0.6 + 0.25 * random() : 1.2 + 0.3 * random();
  const base = target.baseline?.value ?? (indicator.measure === 'share' ? 30 + 20 * random() : 400 + 600 * random());
  if (!last) return { base: base * worse, goal: base, from, to };
  switch (target.kind) {
    case 'growth_vs_baseline':
      return { base, goal: base * (1 + last.value / 100), from, to };
    case 'reduction_vs_baseline':
      return { base, goal: base * (1 - last.value / 100), from, to };
    case 'multiple_of_baseline':
      return { base, goal: base * last.value, from, to };
    case 'annual_flow':
    case 'growth_rate':
      return { base: last.value * 1.05, goal: last.value * (1 + 0.2 * random()), from, to };
    case 'cumulative_increment': {
      const yearly = last.value / Math.max(1, to - from);
      return indicator.measure === 'stock'
        ? { base: last.value, goal: last.value * 2, from, to }
        : { base: yearly * 0.9, goal: yearly * 1.1, from, to };
    }
    default:
      return { base: target.baseline?.value ?? last.value * worse, goal: last.value, from, to };
  }
}

function decimalsFor(indicator: Indicator, size: number): number {
  if (indicator.measure === 'share' || indicator.measure === 'rate') return 1;
  if (indicator.unit.endsWith('元') && size < 10_000) return 1;
  return indicator.measure === 'index' && size < 10 ? 3 : 0;
}

function demoSeries(target: Target, indicator: Indicator, lastYear: number, seed: number): PublishedFigure[] {
  const random = randomFrom(seedOf(`${indicator.id} ${target.region}`, seed));
  const series = seriesOf(target, indicator, random);
  if (!series) return [];
  const picked = pickPace(random);
  // What is newly made in a period cannot become less than nothing.
  const pace = target.kind === 'cumulative_increment' ? Math.abs(picked) : picked;
  const decimals = decimalsFor(indicator, Math.abs(series.goal));
  const end = Math.min(lastYear, series.to);
  const figures: PublishedFigure[] = [];
  for (let year = series.from - YEARS_BEFORE; year <= end; year += 1) {
    const way = (year - series.from) / (series.to - series.from);
    const noise = year === series.from ? 1 : 1 + 0.01 * (random() - 0.5);
    const grown = series.base * (series.goal / series.base) ** (way * (way < 0 ? 1 : pace)) * noise;
    const value = roundTo(Math.min(grown, indicator.naturalLimit ?? Number.POSITIVE_INFINITY), decimals);
    figures.push({
      indicator: indicator.id,
      region: target.region,
      year,
      value,
      decimals,
      status: year === lastYear ? 'preliminary' : 'final',
      caveats: [],
      note: DEMO_WORDS,
      source: { title: DEMO_WORDS, publisher: null, date: null, address: null },
      quote: null,
    });
  }
  return figures;
}

/** Of a target without a value, a year before all others: what demands a value comes first. */
const lastYearOf = ({ milestones, period }: Target): number =>
  milestones.length === 0 ? 0 : (milestones.at(-1)?.year ?? period.to);

/** The target that a made-up series is drawn for, where several share the indicator: the one due last. */
function dueLast(targets: readonly Target[]): Target[] {
  const found = new Map<string, Target>();
  for (const target of targets) {
    const key = `${target.indicator} ${target.region}`;
    const known = found.get(key);
    if (!known || lastYearOf(target) > lastYearOf(known)) found.set(key, target);
  }
  return [...found.values()];
}

/**
 * Made-up yearly figures for every target of a catalogue that can be measured, up to `lastYear`, always the same for the same `seed`.
 * They are for a demonstration workspace only, which marks each of them; see `claimWorkspace` of the store.
 */
export function demoFigures(
  catalogue: Pick<Catalogue, 'targets' | 'indicators'>,
  lastYear: number,
  seed = 20_260_101,
): PublishedFigure[] {
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator]));
  return dueLast(catalogue.targets).flatMap((target) => {
    const indicator = indicators.get(target.indicator);
    return indicator ? demoSeries(target, indicator, lastYear, seed) : [];
  });
}
