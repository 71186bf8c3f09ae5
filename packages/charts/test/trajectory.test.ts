import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '../src/label-layout.ts';
import { renderSvg } from '../src/to-svg.ts';
import { toTrajectoryOption } from '../src/trajectory.ts';
import { breaksOf, breakX } from '../src/trajectory-breaks.ts';
import { toFrame } from '../src/trajectory-frame.ts';
import { endLines, toTrajectoryLabels } from '../src/trajectory-labels.ts';
import type { TrajectorySeries, TrajectorySettings } from '../src/trajectory-series.ts';
import { CASES, point } from './trajectory-cases.ts';

const WIDE: TrajectorySettings = { lang: 'zh', theme: 'print', width: 720, height: 360 };
const PHONE: TrajectorySettings = { lang: 'zh', theme: 'light', width: 358, height: 260, compact: true };

/** A golden file is written only when asked for by name (GOLDEN=write), never in CI; a missing one fails. */
function golden(name: string, value: unknown): unknown {
  const file = new URL(`./golden/${name}.json`, import.meta.url);
  if (process.env.GOLDEN === 'write' && !process.env.CI) writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function seriesOf(option: ReturnType<typeof toTrajectoryOption>, id: string): { data: unknown[] } {
  const all = Array.isArray(option.series) ? option.series : [];
  const found = all.find((series) => series.id === id);
  return { data: Array.isArray(found?.data) ? found.data : [] };
}

describe('toTrajectoryOption', () => {
  it.each(Object.entries(CASES))('draws %s as it was looked at', (name, series) => {
    for (const [size, settings] of Object.entries({ wide: WIDE, phone: PHONE })) {
      const option = JSON.parse(JSON.stringify(toTrajectoryOption(series, settings)));
      expect(option).toEqual(golden(`${name}-${size}`, option));
    }
  });

  it('leaves a gap for a year without a figure', () => {
    const series: TrajectorySeries = {
      ...seriesWith([point(2020, 1), point(2022, 3)]),
      milestones: [{ year: 2023, value: 4 }],
    };
    expect(seriesOf(toTrajectoryOption(series, WIDE), 'actual').data).toEqual([1, null, 3, null]);
  });

  it('does not join a part-year figure to its neighbours with a solid line', () => {
    const series = seriesWith([point(2020, 1), point(2021, 2, 'final', ['part_year']), point(2022, 3)]);
    const option = toTrajectoryOption(series, WIDE);
    expect(seriesOf(option, 'actual').data).toEqual([1, null, 3]);
    expect(seriesOf(option, 'actual-other').data).toEqual([1, 2, 3]);
  });

  it('draws preliminary figures hollow, bounds as triangles, parts of years as squares', () => {
    const { data } = seriesOf(
      toTrajectoryOption(
        seriesWith([
          point(2020, 1),
          point(2021, 2, 'preliminary'),
          point(2022, 3, 'final', ['at_least']),
          point(2023, 4, 'final', ['part_year']),
        ]),
        WIDE,
      ),
      'marks',
    );
    const white = { itemStyle: expect.objectContaining({ color: '#ffffff' }) };
    const solid = { itemStyle: expect.objectContaining({ color: '#12436d' }) };
    expect(data).toEqual([
      expect.objectContaining({ symbol: 'circle', ...solid }),
      expect.objectContaining({ symbol: 'circle', ...white }),
      expect.objectContaining({ symbol: 'triangle', ...white }),
      expect.objectContaining({ symbol: 'rect', ...white }),
    ]);
  });

  it('has no animation and no tooltip in print', () => {
    const option = toTrajectoryOption(CASES['three-milestones'] ?? seriesWith([]), WIDE);
    expect(option.animation).toBe(false);
    expect(option.tooltip).toBeUndefined();
  });

  it('does not let braces of a unit act as a template', () => {
    const option = toTrajectoryOption({ ...seriesWith([point(2020, 1)]), unit: '{b}' }, WIDE);
    expect(JSON.stringify(seriesOf(option, 'labels').data)).not.toContain('{b}');
  });
});

describe('toTrajectoryLabels', () => {
  const year = fc.integer({ min: 2010, max: 2030 });
  const value = fc.integer({ min: -100000, max: 1000000 }).map((digits) => digits / 100);
  const points = fc.uniqueArray(fc.tuple(year, value), { maxLength: 12, selector: ([each]) => each });
  const milestones = fc.uniqueArray(fc.tuple(year, value), { maxLength: 4, selector: ([each]) => each });

  it('never lets two labels overlap nor one leave the picture, on any card', () => {
    fc.assert(
      fc.property(
        points,
        milestones,
        fc.integer({ min: 320, max: 900 }),
        fc.boolean(),
        (figures, goals, width, compact) => {
          const series: TrajectorySeries = {
            ...seriesWith(
              figures
                .map(([y, v], i) => point(y, v, 'final', i % 3 === 0 ? ['part_year'] : []))
                .sort((a, b) => a.year - b.year),
            ),
            milestones: goals.map(([y, v]) => ({ year: y, value: v })).sort((a, b) => a.year - b.year),
          };
          const settings = { ...WIDE, width, height: Math.max(240, width / 2), compact };
          const boxes = toTrajectoryLabels(series, toFrame(series, settings, endLines(series, 'zh')), settings).map(
            ({ box }) => box,
          );
          for (const [index, a] of boxes.entries()) {
            expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width).toBe(true);
            for (const b of boxes.slice(index + 1)) expect(overlap(a, b, 0)).toBe(false);
          }
          expect(JSON.stringify(toTrajectoryOption(series, settings))).not.toMatch(/NaN|Infinity/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('renderSvg', () => {
  it('gives the same bytes for the same input, with text as text', () => {
    const series = CASES['part-years-and-gaps'] ?? seriesWith([]);
    const first = renderSvg(toTrajectoryOption(series, WIDE), { width: 720, height: 360 });
    renderSvg(toTrajectoryOption(CASES['less-is-better'] ?? series, WIDE), { width: 720, height: 360 });
    expect(renderSvg(toTrajectoryOption(series, WIDE), { width: 720, height: 360 })).toBe(first);
    expect(first).toContain('>目标 60,000个</text>');
    expect(first).toContain('>截至9月</text>');
  });

  it('escapes what would be markup', () => {
    const svg = renderSvg(toTrajectoryOption({ ...seriesWith([point(2020, 1)]), unit: '<&' }, WIDE), {
      width: 720,
      height: 360,
    });
    expect(svg).toContain('&lt;&amp;');
    expect(svg).not.toMatch(/<&/);
  });
});

function seriesWith(points: TrajectorySeries['points']): TrajectorySeries {
  return {
    indicator: '指标',
    unit: '家',
    direction: 'more',
    points,
    milestones: [],
    path: [],
    tolerance: 0,
    base: null,
    asOf: 2030,
  };
}

describe('a break in the series', () => {
  const breaks = (points: TrajectorySeries['points']) => breaksOf({ points });

  it('stands where another scope begins or ends, also across a gap', () => {
    const other = (year: number) => ({ ...point(year, 5), caveats: ['scope' as const] });
    expect(breaks([point(2019, 1), point(2020, 2)])).toEqual([]);
    expect(breaks([point(2019, 1), other(2020), other(2021), point(2023, 2)])).toEqual([
      { before: 2019, after: 2020 },
      { before: 2021, after: 2023 },
    ]);
    expect(breaks([other(2020), other(2021)])).toEqual([]);
    expect(breaks([])).toEqual([]);
  });

  it('is drawn between the two years and says so', () => {
    const series = CASES['break-in-the-series'] as TrajectorySeries;
    const svg = renderSvg(toTrajectoryOption(series, WIDE), { width: 720, height: 360 });
    expect(svg).toContain('口径变化');
    const frame = toFrame(series, WIDE, endLines(series, 'zh'));
    const x = breakX(frame, { before: 2020, after: 2021 });
    expect([x > frame.x(2020), x < frame.x(2021)]).toEqual([true, true]);
    expect(svg).toMatch(new RegExp(`M${x}(\\.5)? `));
  });
});
