import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { THEMES } from '@dabiao/charts/theme';
import { VERDICT_STYLES } from '@dabiao/charts/verdict-style';
import { VERDICTS } from '@dabiao/domain/verdict';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** Light and dark value of a colour token. */
function token(name: string): { light: string; dark: string } {
  const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  return { light: match?.[1] ?? '', dark: match?.[2] ?? '' };
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe('design tokens', () => {
  it.each(VERDICTS)('%s has the colour of the charts', (verdict) => {
    const { light, dark } = VERDICT_STYLES[verdict].colour;
    expect(token(`verdict-${verdict.replaceAll('_', '-')}`)).toEqual({ light, dark });
  });

  it.each(['paper', 'ink', 'soft', 'faint', 'accent', 'tint'] as const)('%s is that of the charts', (name) => {
    expect(token(name)).toEqual({ light: THEMES.light[name], dark: THEMES.dark[name] });
  });

  it.each(['light', 'dark'] as const)('text is readable in the %s theme', (theme) => {
    const names = [
      'ink',
      'soft',
      'accent',
      'error',
      'warning',
      ...VERDICTS.map((each) => `verdict-${each.replaceAll('_', '-')}`),
    ];
    for (const name of names) {
      for (const ground of ['paper', 'paper-alt']) {
        expect(contrast(token(name)[theme], token(ground)[theme]), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(token('on-accent')[theme], token('accent')[theme])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token('ink')[theme], token('demo')[theme])).toBeGreaterThanOrEqual(4.5);
  });
});
