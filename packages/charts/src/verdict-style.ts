import { VERDICTS, type Verdict } from '@dabiao/domain/verdict';
import { THEMES, type ThemeName } from './theme.ts';

/**
 * One part of a mark in a box of 16 × 16: `fill` and `stroke` are drawn in the verdict's colour, `cut` is a
 * stroke in the colour of the paper on top of what is below.
 */
export interface MarkPart {
  paint: 'fill' | 'stroke' | 'cut';
  /** SVG path data. */
  d: string;
  /** Stroke width in the 16-box; 0 for fills. */
  width: number;
}

/** How a verdict looks: hue, lightness and shape all differ, so it survives print and colour-blind eyes. */
export interface VerdictStyle {
  /** At least 4.5:1 on the paper of the theme, so it serves for text and for areas with paper-coloured text. */
  colour: Record<ThemeName, string>;
  /** The shape as one character, for plain text (titles, CSV, terminals). */
  glyph: string;
  mark: MarkPart[];
}

const fill = (d: string): MarkPart => ({ paint: 'fill', d, width: 0 });
const stroke = (d: string, width = 1.6): MarkPart => ({ paint: 'stroke', d, width });
const cut = (d: string, width = 1.8): MarkPart => ({ paint: 'cut', d, width });
const colours = (light: string, dark: string): Record<ThemeName, string> => ({ light, dark, print: light });

const DISC = 'M8 1A7 7 0 1 1 8 15A7 7 0 1 1 8 1Z';
const RING = 'M8 1.8A6.2 6.2 0 1 1 8 14.2A6.2 6.2 0 1 1 8 1.8Z';

/** The single source of verdict colours and shapes for pages, charts and PDF. */
export const VERDICT_STYLES: Record<Verdict, VerdictStyle> = {
  achieved: {
    colour: colours('#12436d', '#9cc8ee'),
    glyph: '●',
    mark: [fill(DISC), cut('M4.6 8.2L7.1 10.7L11.6 5.6')],
  },
  ahead: {
    colour: colours('#1c6883', '#5cc0d6'),
    glyph: '▲▲',
    mark: [fill('M8 0.8L13.6 7.4H2.4Z'), fill('M8 7.6L14.6 15.2H1.4Z')],
  },
  on_track: { colour: colours('#227c6c', '#46b097'), glyph: '▲', mark: [fill('M8 1.6L15.2 14.4H0.8Z')] },
  lagging: { colour: colours('#946408', '#e6b94a'), glyph: '◆', mark: [fill('M8 0.8L15.2 8L8 15.2L0.8 8Z')] },
  far_behind: { colour: colours('#b8431a', '#f08a58'), glyph: '▼', mark: [fill('M8 14.4L0.8 1.6H15.2Z')] },
  reversing: {
    colour: colours('#8a1c3c', '#e8638a'),
    glyph: '↓',
    mark: [fill('M1.2 1.2H14.8V14.8H1.2Z'), cut('M8 3.6V12M4.4 8.6L8 12.2L11.6 8.6')],
  },
  missed: {
    colour: colours('#5a1230', '#d07aa3'),
    glyph: '✕',
    mark: [stroke('M2.4 2.4L13.6 13.6M13.6 2.4L2.4 13.6', 3)],
  },
  not_due: { colour: colours('#66717a', '#98a4ae'), glyph: '○', mark: [stroke(RING)] },
  unassessable: {
    colour: colours('#66717a', '#98a4ae'),
    glyph: '◌',
    mark: [stroke(RING), stroke('M3.7 9.2L9.2 3.7M4.9 12.1L12.1 4.9M7.6 13.2L13.2 7.6', 1.1)],
  },
};

/**
 * The mark of a verdict as inner SVG (a `<g>`), its 16-box scaled to `size` pixels with the top left corner at (x, y).
 */
export function verdictMark(verdict: Verdict, theme: ThemeName, x: number, y: number, size: number): string {
  const { colour, mark } = VERDICT_STYLES[verdict];
  const parts = mark.map(({ paint, d, width }) => {
    if (paint === 'fill') return `<path d="${d}" fill="${colour[theme]}"/>`;
    const pen = paint === 'cut' ? THEMES[theme].paper : colour[theme];
    return `<path d="${d}" fill="none" stroke="${pen}" stroke-width="${width}"/>`;
  });
  const scale = Math.round((size / 16) * 1000) / 1000;
  return `<g transform="translate(${x} ${y}) scale(${scale})">${parts.join('')}</g>`;
}

/** The mark alone as an SVG document, without text; the word stands beside it. */
export function verdictMarkSvg(verdict: Verdict, theme: ThemeName, size = 16): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${verdictMark(verdict, theme, 0, 0, size)}</svg>`;
}

/** Verdicts with a count above zero, best to worst. */
export function presentVerdicts(counts: Partial<Record<Verdict, number>>): { verdict: Verdict; count: number }[] {
  return VERDICTS.map((verdict) => ({ verdict, count: counts[verdict] ?? 0 })).filter(({ count }) => count > 0);
}
