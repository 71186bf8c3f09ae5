import { VERDICTS } from '@dabiao/domain/verdict';
import { describe, expect, it } from 'vitest';
import { THEMES, type ThemeName } from '../src/theme.ts';
import { presentVerdicts, VERDICT_STYLES, verdictMarkSvg } from '../src/verdict-style.ts';
import { contrast } from './contrast.ts';

const PAPERS: Record<ThemeName, string[]> = { light: ['#ffffff', '#fafaf8'], dark: ['#11161c'], print: ['#ffffff'] };

describe('contrast', () => {
  it('knows the two ends of the scale and a textbook value', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  for (const theme of ['light', 'dark', 'print'] as const) {
    for (const paper of PAPERS[theme]) {
      it.each(VERDICTS)(`%s reads as text on ${paper} (${theme})`, (verdict) => {
        expect(contrast(VERDICT_STYLES[verdict].colour[theme], paper)).toBeGreaterThanOrEqual(4.5);
      });

      it(`ink, soft and accent read as text on ${paper} (${theme})`, () => {
        const { ink, soft, accent } = THEMES[theme];
        for (const colour of [ink, soft, accent]) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
      });
    }
  }
});

describe('marks', () => {
  it('gives every verdict a shape of its own', () => {
    const shapes = VERDICTS.map((verdict) => JSON.stringify(VERDICT_STYLES[verdict].mark));
    expect(new Set(shapes).size).toBe(VERDICTS.length);
    expect(new Set(VERDICTS.map((verdict) => VERDICT_STYLES[verdict].glyph)).size).toBe(VERDICTS.length);
  });

  it('gives every verdict a colour of its own; the two unjudged states share the grey', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(new Set(VERDICTS.map((verdict) => VERDICT_STYLES[verdict].colour[theme])).size).toBe(VERDICTS.length - 1);
    }
  });

  it('draws cuts in the colour of the paper', () => {
    expect(verdictMarkSvg('achieved', 'dark')).toContain(`stroke="${THEMES.dark.paper}"`);
    expect(verdictMarkSvg('on_track', 'light', 8)).toContain('scale(0.5)');
  });
});

it('lists present verdicts best to worst', () => {
  expect(presentVerdicts({ missed: 1, achieved: 2, lagging: 0 })).toEqual([
    { verdict: 'achieved', count: 2 },
    { verdict: 'missed', count: 1 },
  ]);
});
