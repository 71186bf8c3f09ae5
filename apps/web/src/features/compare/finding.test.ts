import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../locale/en.ts';
import { zh } from '../../locale/zh.ts';
import { compareFinding } from './finding.ts';
import type { Outcome } from './match.ts';

const names = { a: '济南市', b: '临沂市' };
const sized = (total: number, achieved: number) => ({
  total,
  counts: [
    { verdict: 'achieved' as const, count: achieved },
    { verdict: 'missed' as const, count: total - achieved },
  ],
});
const finding = (outcomes: Outcome[], t: TFunction) =>
  compareFinding(names, { a: sized(67, 37), b: sized(33, 26), pairs: outcomes.map((outcome) => ({ outcome })) }, t);

describe('compareFinding', () => {
  let [zhT, enT]: TFunction[] = [];
  beforeAll(async () => {
    const words = { zh: { translation: zh }, en: { translation: en } };
    const instance = i18next.createInstance();
    await instance.init({ lng: 'zh', resources: words, interpolation: { escapeValue: false } });
    [zhT, enT] = [instance.getFixedT('zh'), instance.getFixedT('en')];
  });

  it('names the side with more to its credit first, and what could not be compared last', () => {
    expect(finding(['b', 'a', 'b', 'even', 'unjudged', 'unlike'], zhT as TFunction)).toBe(
      '共有6项相同指标：临沂市2项进展更好，济南市1项更好，1项相当，2项无法比较',
    );
    expect(finding(['a'], enT as TFunction)).toBe('Indicators in common: 1; 济南市 stands better in 1');
    expect(finding(['unjudged'], zhT as TFunction)).toBe('共有1项相同指标：1项无法比较');
  });

  it('falls back on what each has achieved of its own, by share', () => {
    expect(finding([], zhT as TFunction)).toBe(
      '济南市与临沂市没有相同指标：临沂市33项已实现26项，济南市67项已实现37项',
    );
  });
});
