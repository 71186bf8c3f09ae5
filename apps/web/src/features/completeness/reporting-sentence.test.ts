import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../locale/en.ts';
import { zh } from '../../locale/zh.ts';
import { reportingSentence, restSentence } from './reporting-sentence.ts';

const none = { released: 0, scheduled: 0, in_review: 0, draft: 0, missing: 0, overdue: 0 };

beforeAll(async () => {
  await i18next.init({ lng: 'zh', resources: { zh: { translation: zh }, en: { translation: en } } });
});

describe('the sentence about a year', () => {
  it('says required, released and overdue', () => {
    const counts = { ...none, released: 41, in_review: 22, missing: 100, overdue: 12 };
    expect(reportingSentence({ year: 2025, counts, region: null }, i18next.t)).toBe(
      '2025年应报163项，已发布41项，逾期12项',
    );
    expect(restSentence(counts, i18next.t)).toBe('其中审核中22项，未报100项。');
    expect(reportingSentence({ year: 2025, counts, region: null }, i18next.getFixedT('en'))).toBe(
      '2025: 163 figures are required; published: 41, overdue: 12',
    );
  });

  it('says what is missing while nothing is overdue, and when all is done', () => {
    expect(reportingSentence({ year: 2025, counts: { ...none, missing: 3 }, region: null }, i18next.t)).toBe(
      '2025年应报3项，已发布0项，未报3项',
    );
    expect(restSentence({ ...none, missing: 3 }, i18next.t)).toBeNull();
    expect(reportingSentence({ year: 2025, counts: { ...none, released: 3 }, region: null }, i18next.t)).toBe(
      '2025年应报3项，已全部发布',
    );
    expect(reportingSentence({ year: 2012, counts: none, region: null }, i18next.t)).toBe('2012年没有应报的数据');
  });

  it('names the region asked for', () => {
    const counts = { ...none, missing: 3 };
    const said = (shown: number) =>
      reportingSentence({ year: 2025, counts, region: { name: '临沂市', shown } }, i18next.t);
    expect(said(1)).toBe('临沂市2025年应报3项，已发布0项，未报3项');
    expect(said(2)).toBe('临沂市及所辖地区2025年应报3项，已发布0项，未报3项');
  });
});
