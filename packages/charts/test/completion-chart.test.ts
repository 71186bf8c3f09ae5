import { describe, expect, it } from 'vitest';
import { completionChartSvg } from '../src/completion-chart.ts';
import { fitText, textWidth } from '../src/text-width.ts';

const SETTINGS = { width: 600, theme: 'print', lang: 'zh' } as const;

function barWidths(svg: string): number[] {
  return [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map((match) => Number(match[1]));
}

describe('completionChartSvg', () => {
  it('draws bars from zero in proportion, cut at 150 %', () => {
    const rows = [0.5, 1, 4].map((completion) => ({ name: '指标', completion, verdict: 'lagging' }) as const);
    const [half = 0, full = 0, beyond = 0] = barWidths(completionChartSvg(rows, SETTINGS).svg);
    expect(half / full).toBeCloseTo(0.5, 2);
    expect(beyond / full).toBeCloseTo(1.5, 2);
  });

  it('says the completion as a number and escapes names', () => {
    const { svg } = completionChartSvg([{ name: '<b>&"', completion: 0.817, verdict: 'missed' }], SETTINGS);
    expect(svg).toContain('>81.7%</text>');
    expect(svg).toContain('&lt;b&gt;&amp;&quot;');
  });
});

describe('fitText', () => {
  it('leaves short text alone and shortens long text to fit', () => {
    expect(fitText('绿色工厂', 100, 12)).toBe('绿色工厂');
    const fitted = fitText('很'.repeat(50), 100, 12);
    expect(fitted.endsWith('…')).toBe(true);
    expect(textWidth(fitted, 12)).toBeLessThanOrEqual(100);
  });
});
