import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { findingOf } from './finding.ts';

describe('the title of a target page', () => {
  it('states what was found, with place, year and unit', () => {
    const title = findingOf(sampleTarget(), 'zh');
    for (const word of ['临沂市', '市级以上绿色工厂数', '2025年', '75家', '2026年', '100家', '25家']) {
      expect(title).toContain(word);
    }
  });

  it('says why nothing could be found', () => {
    const row = sampleTarget({
      assessment: { verdict: 'unassessable', reason: 'no_figures', latest: null, due: null },
    });
    expect(findingOf(row, 'zh')).toContain('尚无数据');
    expect(findingOf(row, 'en')).toContain('no figures yet');
  });
});
