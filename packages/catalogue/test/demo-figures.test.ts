import { resolve } from 'node:path';
import { isNarrative } from '@dabiao/domain/target';
import { describe, expect, it } from 'vitest';
import { demoFigures } from '../src/demo-figures.ts';
import { readSeedsFolder } from '../src/seeds-folder.ts';

const { catalogue } = await readSeedsFolder(resolve(import.meta.dirname, '../../../seeds'));
if (!catalogue) throw new Error('the seeds have problems');

describe('made-up figures', () => {
  it('are always the same for a seed, and others for another', () => {
    expect(demoFigures(catalogue, 2025)).toEqual(demoFigures(catalogue, 2025));
    expect(demoFigures(catalogue, 2025, 7)).not.toEqual(demoFigures(catalogue, 2025));
  });

  it('leave the other series as they are when a target is added', () => {
    const fewer = demoFigures({ ...catalogue, targets: catalogue.targets.slice(10) }, 2025);
    expect(demoFigures(catalogue, 2025)).toEqual(expect.arrayContaining(fewer.slice(-20)));
  });

  it('cover every target that can be measured with at least four years, and bear the words', () => {
    const figures = demoFigures(catalogue, 2025);
    for (const { id, indicator, region } of catalogue.targets.filter((target) => !isNarrative(target))) {
      const own = figures.filter((figure) => figure.indicator === indicator && figure.region === region);
      expect([id, own.length >= 4]).toEqual([id, true]);
    }
    for (const { note, source } of figures)
      expect([note, source.title]).toEqual(['演示数据，非真实统计', '演示数据，非真实统计']);
  });

  it('are none for narrative goals', () => {
    const goals = catalogue.targets.filter(isNarrative);
    expect(goals.length).toBeGreaterThan(0);
    expect(demoFigures({ ...catalogue, targets: goals }, 2025)).toEqual([]);
  });

  it('are possible: finite, not below zero unless a rate, shares up to their limit, no year twice', () => {
    const limits = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator]));
    const figures = demoFigures(catalogue, 2025);
    for (const { indicator, value } of figures) {
      const known = limits.get(indicator);
      expect(Number.isFinite(value)).toBe(true);
      if (known?.measure !== 'rate') expect([indicator, value >= 0]).toEqual([indicator, true]);
      if (known?.naturalLimit != null) expect([indicator, value <= known.naturalLimit]).toEqual([indicator, true]);
    }
    const keys = figures.map(({ indicator, region, year }) => `${indicator} ${region} ${year}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
