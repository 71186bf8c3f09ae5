import type { Lang } from '@dabiao/domain/number-text';
import { VERDICT_WORDS, type Verdict } from '@dabiao/domain/verdict';
import { textWidth } from './text-width.ts';
import { THEMES, type ThemeName } from './theme.ts';
import { presentVerdicts, VERDICT_STYLES, verdictMark } from './verdict-style.ts';

/** One verdict's part of the bar: fractions of its length, and its words (符合预期 62). */
export interface VerdictSegment {
  verdict: Verdict;
  count: number;
  from: number;
  to: number;
  label: string;
}

/** Parts of a stacked bar, best to worst; verdicts without a target are left out. Empty where all counts are 0. */
export function toVerdictSegments(counts: Partial<Record<Verdict, number>>, lang: Lang): VerdictSegment[] {
  const present = presentVerdicts(counts);
  const total = present.reduce((sum, { count }) => sum + count, 0);
  let passed = 0;
  return present.map(({ verdict, count }) => {
    const from = passed / total;
    passed += count;
    return { verdict, count, from, to: passed / total, label: `${VERDICT_WORDS[verdict][lang]} ${count}` };
  });
}

/** A segment's label below the bar: left edge and row (0 is the nearest to the bar). */
export interface SegmentLabel {
  segment: VerdictSegment;
  x: number;
  row: number;
}

const MARK = 12;
const GAP = 2;
const BETWEEN = 14;

/**
 * Places one label a segment below a bar of `width` pixels, in the order of the bar: in one row, each as near as it can
 * be to the left edge of its segment, or, where they do not all fit, in rows from the left.
 */
export function toSegmentLabels(segments: readonly VerdictSegment[], width: number, fontSize: number): SegmentLabel[] {
  const sizes = segments.map(({ label }) => MARK + 4 + Math.ceil(textWidth(label, fontSize)));
  const needed = sizes.reduce((sum, size) => sum + size + BETWEEN, -BETWEEN);
  const places = needed <= width ? inOneRow(segments, sizes, width) : inRows(sizes, width);
  return segments.map((segment, index) => ({ segment, ...(places[index] ?? { x: 0, row: 0 }) }));
}

type Place = Pick<SegmentLabel, 'x' | 'row'>;

function inOneRow(segments: readonly VerdictSegment[], sizes: readonly number[], width: number): Place[] {
  let end = -BETWEEN;
  const pushed = segments.map(({ from }, index) => {
    const x = Math.max(from * width, end + BETWEEN);
    end = x + (sizes[index] ?? 0);
    return x;
  });
  let limit = width + BETWEEN;
  for (let index = pushed.length - 1; index >= 0; index -= 1) {
    const x = Math.min(pushed[index] ?? 0, limit - BETWEEN - (sizes[index] ?? 0));
    pushed[index] = x;
    limit = x;
  }
  return pushed.map((x) => ({ x: fix(x), row: 0 }));
}

function inRows(sizes: readonly number[], width: number): Place[] {
  let [x, row] = [0, 0];
  return sizes.map((size) => {
    if (x > 0 && x + size > width) [x, row] = [0, row + 1];
    const place = { x, row };
    x += size + BETWEEN;
    return place;
  });
}

const BAR = 22;
const FONT = 12;
const ROW = 20;

/** The stacked bar with its labels as SVG, `width` pixels wide; the height follows from the rows of labels. */
export function verdictBarSvg(
  counts: Partial<Record<Verdict, number>>,
  { width, theme, lang }: { width: number; theme: ThemeName; lang: Lang },
): { svg: string; width: number; height: number } {
  const segments = toVerdictSegments(counts, lang);
  const labels = toSegmentLabels(segments, width, FONT);
  const height = BAR + 8 + ROW * Math.max(1, ...labels.map(({ row }) => row + 1));
  const bars = segments.map((segment, index) => {
    const x = segment.from * width;
    const gap = index === segments.length - 1 ? 0 : GAP;
    const w = Math.max(1, (segment.to - segment.from) * width - gap);
    return `<rect x="${fix(x)}" y="0" width="${fix(w)}" height="${BAR}" fill="${VERDICT_STYLES[segment.verdict].colour[theme]}"/>`;
  });
  const words = labels.map((label) => labelSvg(label, theme));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${bars.join('')}${words.join('')}</svg>`;
  return { svg, width, height };
}

function labelSvg({ segment, x, row }: SegmentLabel, theme: ThemeName): string {
  const { ink, font } = THEMES[theme];
  const top = BAR + 8 + row * ROW;
  const mark = verdictMark(segment.verdict, theme, x, top + 1, MARK);
  return `${mark}<text x="${fix(x + MARK + 4)}" y="${top + 11}" font-family="${font}" font-size="${FONT}" fill="${ink}">${segment.label}</text>`;
}

function fix(value: number): number {
  return Math.round(value * 100) / 100;
}
