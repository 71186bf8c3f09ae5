import { VERDICTS } from '@dabiao/domain/verdict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatStripSvg, toHeatStrip } from '../src/heat-strip.ts';
import { textWidth } from '../src/text-width.ts';
import { toSegmentLabels, toVerdictSegments, verdictBarSvg } from '../src/verdict-bar.ts';

describe('toVerdictSegments', () => {
  it('splits the bar by counts, best first', () => {
    expect(toVerdictSegments({ lagging: 1, achieved: 3 }, 'zh')).toEqual([
      { verdict: 'achieved', count: 3, from: 0, to: 0.75, label: '已实现 3' },
      { verdict: 'lagging', count: 1, from: 0.75, to: 1, label: '滞后 1' },
    ]);
  });

  it('has no parts where nothing is counted', () => {
    expect(toVerdictSegments({}, 'zh')).toEqual([]);
    expect(verdictBarSvg({}, { width: 300, theme: 'light', lang: 'zh' }).svg).not.toMatch(/NaN|Infinity/);
  });
});

describe('toSegmentLabels', () => {
  it('keeps labels under their segments where there is room', () => {
    const labels = toSegmentLabels(toVerdictSegments({ achieved: 50, lagging: 50 }, 'zh'), 400, 12);
    expect(labels.map(({ x, row }) => [x, row])).toEqual([
      [0, 0],
      [200, 0],
    ]);
  });

  it('never lets two labels meet, nor one leave the bar', () => {
    const counts = fc.array(fc.nat({ max: 99 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 200, max: 1000 }), (numbers, width) => {
        const segments = toVerdictSegments(Object.fromEntries(VERDICTS.map((v, i) => [v, numbers[i] ?? 0])), 'zh');
        const labels = toSegmentLabels(segments, width, 12).map(({ segment, x, row }) => {
          return { row, from: x, to: x + 16 + textWidth(segment.label, 12) };
        });
        for (const [index, label] of labels.entries()) {
          expect(label.from).toBeGreaterThanOrEqual(0);
          expect(label.to).toBeLessThanOrEqual(width + 0.5);
          const next = labels[index + 1];
          if (next && next.row === label.row) expect(next.from).toBeGreaterThan(label.to + 10);
        }
      }),
    );
  });
});

describe('toHeatStrip', () => {
  it('has a cell for every year, empty where the year was not judged', () => {
    expect(toHeatStrip([{ year: 2023, verdict: 'lagging' }], 2022, 2023)).toEqual([
      { year: 2022, verdict: null, x: 0, width: 0.5 },
      { year: 2023, verdict: 'lagging', x: 0.5, width: 0.5 },
    ]);
    expect(toHeatStrip([], 2025, 2024)).toEqual([]);
  });

  it('draws a mark for a judged year and a dot for the others', () => {
    const svg = heatStripSvg(toHeatStrip([{ year: 2023, verdict: 'lagging' }], 2022, 2023), {
      cell: 16,
      theme: 'light',
    });
    expect(svg.match(/<circle/g)).toHaveLength(1);
    expect(svg.match(/<g /g)).toHaveLength(1);
  });
});
