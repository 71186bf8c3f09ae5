import type { Verdict } from '@dabiao/domain/verdict';
import { THEMES, type ThemeName } from './theme.ts';
import { verdictMark } from './verdict-style.ts';

/** A year of a target's history. */
export interface YearVerdict {
  year: number;
  verdict: Verdict;
}

/** One cell a year: x and width as fractions of the strip; the verdict is null where the year was not judged. */
export interface HeatCell {
  year: number;
  verdict: Verdict | null;
  x: number;
  width: number;
}

/** Cells for every year from `from` to `to`, in equal steps. Empty where `to` is before `from`. */
export function toHeatStrip(history: readonly YearVerdict[], from: number, to: number): HeatCell[] {
  const byYear = new Map(history.map(({ year, verdict }) => [year, verdict]));
  const count = Math.max(0, to - from + 1);
  return Array.from({ length: count }, (_, index) => ({
    year: from + index,
    verdict: byYear.get(from + index) ?? null,
    x: index / count,
    width: 1 / count,
  }));
}

/** The strip as SVG: in each cell the verdict's mark, a small dot where there is none. Height is that of a cell. */
export function heatStripSvg(cells: readonly HeatCell[], { cell, theme }: { cell: number; theme: ThemeName }): string {
  const width = cells.length * cell;
  const size = Math.round(cell * 0.75);
  const inset = (cell - size) / 2;
  const marks = cells.map(({ verdict, x }) => {
    const left = Math.round(x * width * 100) / 100;
    if (verdict !== null) return verdictMark(verdict, theme, left + inset, inset, size);
    return `<circle cx="${left + cell / 2}" cy="${cell / 2}" r="1.2" fill="${THEMES[theme].soft}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${cell}" viewBox="0 0 ${width} ${cell}">${marks.join('')}</svg>`;
}
