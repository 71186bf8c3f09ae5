import type { Overview } from '@dabiao/contract/overview';
import { VERDICTS, type Verdict } from '@dabiao/domain/verdict';
import { describe, expect, it } from 'vitest';
import { attentionCount, headline } from './headline.ts';

function overview(counts: Partial<Record<Verdict, number>>, documents: number): Overview {
  return {
    year: 2025,
    years: [2025],
    region: null,
    regions: [],
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts: VERDICTS.map((verdict) => ({ verdict, count: counts[verdict] ?? 0 })),
    score: null,
    scored: 0,
    achieved: false,
    documents: Array.from({ length: documents }, (_, index) => ({
      id: `d${index}`,
      title: '',
      shortTitle: '',
      number: null,
      issuer: null,
      region: { code: '370000', name: '山东省' },
      issuedOn: null,
      effectiveFrom: null,
      validTo: null,
      period: { from: 2021, to: 2025 },
      label: 'public',
      draft: false,
      notes: null,
      total: 0,
      counts: [],
      score: null,
      scored: 0,
      achieved: false,
    })),
    attention: [],
    movedSince: null,
    moved: [],
    dueDates: [],
  };
}

describe('the sentence of the overview', () => {
  it('says every target once', () => {
    const counts = Object.fromEntries(VERDICTS.map((verdict, index) => [verdict, 2 ** index]));
    const said = headline(overview(counts, 5), 'zh');
    const numbers = [...said.slice(said.indexOf('：')).matchAll(/(\d+)项/g)].map((match) => Number(match[1]));
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(2 ** VERDICTS.length - 1);
    expect(said).toMatch(/^五份文件511项目标：/);
  });

  it('leaves out what there is none of', () => {
    expect(headline(overview({ achieved: 1, on_track: 2 }, 2), 'zh')).toBe(
      '两份文件3项目标：1项已实现，2项符合或快于预期。',
    );
    expect(headline(overview({ missed: 1 }, 12), 'zh')).toBe('12份文件1项目标：1项未实现。');
    expect(headline(overview({ lagging: 3 }, 1), 'en')).toBe('3 targets of 1 document: 3 behind or reversing.');
  });

  it('knows how many call for attention', () => {
    expect(
      attentionCount(overview({ missed: 1, reversing: 2, lagging: 4, achieved: 8, unassessable: 16 }, 1).counts),
    ).toBe(7);
  });
});
