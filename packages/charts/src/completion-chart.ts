import { formatPercent, type Lang } from '@dabiao/domain/number-text';
import type { Verdict } from '@dabiao/domain/verdict';
import { escapeXml } from './escape-xml.ts';
import { fitText, textWidth } from './text-width.ts';
import { THEMES, type ThemeName } from './theme.ts';
import { VERDICT_STYLES, verdictMark } from './verdict-style.ts';

/** One target's line in the completion chart. */
export interface CompletionRow {
  name: string;
  /** Share of the target reached, 1 = 100 %. */
  completion: number;
  verdict: Verdict;
}

const ROW = 22;
const TOP = 22;
const FONT = 11;
/** Bars end here: what is beyond is said by the number. */
const MOST = 1.5;

/**
 * Completion of several targets as horizontal bars from 0, with the line of 100 %, in the order given; SVG, `width`
 * pixels wide. A bar beyond 150 % is drawn to 150 % with an open end.
 */
export function completionChartSvg(
  rows: readonly CompletionRow[],
  { width, theme, lang }: { width: number; theme: ThemeName; lang: Lang },
): { svg: string; width: number; height: number } {
  const names = Math.min(width * 0.44, Math.max(60, ...rows.map(({ name }) => textWidth(name, FONT) + 22)));
  const end = Math.min(MOST, Math.max(1, ...rows.map(({ completion }) => completion)));
  const unit = (width - names - 34) / end;
  const height = TOP + rows.length * ROW + 4;
  const lines = rows.map((row, index) => rowSvg(row, TOP + index * ROW, names, unit, theme));
  const { ink, soft, font } = THEMES[theme];
  const full = fix(names + unit);
  const word = lang === 'zh' ? '目标 100%' : 'Target 100%';
  const rule = `<path d="M${full} ${TOP - 6}V${height - 2}" stroke="${ink}" stroke-width="1.2"/>`;
  const head = `<text x="${full}" y="12" text-anchor="middle" font-family="${font}" font-size="${FONT}" fill="${soft}">${word}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${lines.join('')}${rule}${head}</svg>`;
  return { svg, width, height };
}

function rowSvg(
  { name, completion, verdict }: CompletionRow,
  top: number,
  names: number,
  unit: number,
  theme: ThemeName,
) {
  const { ink, paper, font } = THEMES[theme];
  const shown = Math.min(MOST, Math.max(0, completion));
  const length = Math.max(1, shown * unit);
  const colour = VERDICT_STYLES[verdict].colour[theme];
  const bar = `<rect x="${fix(names)}" y="${top + 3}" width="${fix(length)}" height="14" fill="${colour}"/>`;
  const beyond =
    completion > MOST
      ? `<path d="M${fix(names + length - 50)} ${top + 19}l5 -18" stroke="${paper}" stroke-width="3"/>`
      : '';
  const text = (x: number, anchor: string, words: string, fill: string) =>
    `<text x="${fix(x)}" y="${top + 14}" text-anchor="${anchor}" font-family="${font}" font-size="${FONT}" fill="${fill}">${escapeXml(words)}</text>`;
  const fitted = fitText(name, names - 22, FONT);
  const share = formatPercent(completion);
  const needed = textWidth(share, FONT) + 12;
  const inside = length > needed;
  // Not under the line of 100 %: a number that it would cross stands before it.
  const end = length > unit && length - unit < needed ? unit : length;
  const number = inside ? text(names + end - 5, 'end', share, paper) : text(names + length + 5, 'start', share, ink);
  return `${verdictMark(verdict, theme, fix(names - 16), top + 5, 10)}${text(names - 22, 'end', fitted, ink)}${bar}${beyond}${number}`;
}

function fix(value: number): number {
  return Math.round(value * 100) / 100;
}
