/** `print` is for A4: white paper, embedded fonts, nothing that moves. */
export type ThemeName = 'light' | 'dark' | 'print';

/** Colours (hex) and type of one theme; the same values stand behind pages, charts and briefing. */
export interface ChartTheme {
  paper: string;
  /** Text and marks that carry the message. */
  ink: string;
  /** Secondary text: axis labels, notes. At least 4.5:1 on paper. */
  soft: string;
  /** Hairlines. */
  faint: string;
  /** The one accent: actual values. At least 4.5:1 on paper. */
  accent: string;
  /** Pale area of the tolerance band. */
  tint: string;
  /** Font families in order, as CSS and SVG want them. */
  font: string;
  animation: boolean;
}

const CJK_STACK =
  "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** The family name under which the briefing embeds its sans serif. */
export const PRINT_FONT = 'Noto Sans SC';

export const THEMES: Record<ThemeName, ChartTheme> = {
  light: {
    paper: '#ffffff',
    ink: '#1b2733',
    soft: '#5a6672',
    faint: '#dfe3e6',
    accent: '#12436d',
    tint: '#e6ecf1',
    font: CJK_STACK,
    animation: true,
  },
  dark: {
    paper: '#11161c',
    ink: '#e8edf2',
    soft: '#9aa7b3',
    faint: '#2b343d',
    accent: '#7fb2dd',
    tint: '#1f2a35',
    font: CJK_STACK,
    animation: true,
  },
  print: {
    paper: '#ffffff',
    ink: '#1b2733',
    soft: '#4f5a65',
    faint: '#d5dadd',
    accent: '#12436d',
    tint: '#e4e8ec',
    font: PRINT_FONT,
    animation: false,
  },
};
