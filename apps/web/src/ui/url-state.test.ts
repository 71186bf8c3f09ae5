import { describe, expect, it } from 'vitest';
import {
  carriedSearch,
  queryString,
  readLang,
  readRegion,
  readText,
  readTheme,
  readVerdict,
  readYear,
  withParams,
} from './url-state.ts';

const params = (text: string) => new URLSearchParams(text);

describe('state in the URL', () => {
  it('is read', () => {
    const all = params('lang=en&theme=dark&year=2024&region=371300&verdict=lagging&q=+5G+');
    expect(readLang(all)).toBe('en');
    expect(readTheme(all)).toBe('dark');
    expect(readYear(all)).toBe(2024);
    expect(readRegion(all)).toBe('371300');
    expect(readVerdict(all)).toBe('lagging');
    expect(readText(all, 'q')).toBe('5G');
  });

  it('falls back where it says nothing', () => {
    expect(readLang(params(''))).toBe('zh');
    expect(readTheme(params(''))).toBe('auto');
    expect(readYear(params(''))).toBeNull();
    expect(readRegion(params(''))).toBeNull();
    expect(readVerdict(params(''))).toBeNull();
    expect(readText(params('q=%20'), 'q')).toBeNull();
  });

  it.each(['1948', '2201', '20245', '2024.5', '-2024', '２０２４', '1e3', ' 2024', 'abc'])(
    'refuses the year %s',
    (year) => {
      expect(readYear(params(new URLSearchParams({ year }).toString()))).toBeNull();
    },
  );

  it('refuses what the server would refuse', () => {
    expect(readRegion(params('region=3713'))).toBeNull();
    expect(readRegion(params("region=371300'--"))).toBeNull();
    expect(readVerdict(params('verdict=great'))).toBeNull();
    expect(readLang(params('lang=fr'))).toBe('zh');
    expect(readTheme(params('theme=pink'))).toBe('auto');
    expect(readText(params(`q=${'长'.repeat(201)}`), 'q')).toBeNull();
  });

  it('changes one parameter and leaves the others', () => {
    const before = params('year=2024&region=371300');
    expect(withParams(before, { year: 2025, verdict: 'missed' }).toString()).toBe(
      'year=2025&region=371300&verdict=missed',
    );
    expect(withParams(before, { region: null, year: '' }).toString()).toBe('');
    expect(before.toString()).toBe('year=2024&region=371300');
  });

  it('carries language, theme and year to the next page, and nothing else', () => {
    expect(carriedSearch(params('lang=en&theme=dark&year=2023&verdict=lagging&region=371300'))).toBe(
      '?lang=en&theme=dark&year=2023',
    );
    expect(carriedSearch(params('verdict=lagging'))).toBe('');
    expect(carriedSearch(params('year=2023'), { verdict: 'missed', region: null })).toBe('?year=2023&verdict=missed');
  });

  it('writes requests without what is not asked', () => {
    expect(queryString({ year: 2024, region: null, q: undefined, verdict: '' })).toBe('?year=2024');
    expect(queryString({ department: '市发展改革委&' })).toBe(`?department=${encodeURIComponent('市发展改革委&')}`);
    expect(queryString({})).toBe('');
  });
});
