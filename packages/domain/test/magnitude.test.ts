import { afterEach, describe, expect, it } from 'vitest';
import { type Magnitude, magnitudeInUse, writeIn } from '../src/magnitude.ts';
import { formatDifference, formatPercent, formatValue } from '../src/number-text.ts';

afterEach(() => writeIn('auto'));

describe('values in the magnitude the reader chose', () => {
  it.each<[number, number, string, Record<Exclude<Magnitude, 'auto'>, string>]>([
    [109000, 0, '架', { own: '109,000架', wan: '10.9万架', yi: '109,000架' }],
    [123456, 0, '家', { own: '123,456家', wan: '12.3456万家', yi: '123,456家' }],
    [60, 0, '家', { own: '60家', wan: '60家', yi: '60家' }],
    [9999, 0, '个', { own: '9,999个', wan: '9,999个', yi: '9,999个' }],
    [10000, 0, '个', { own: '10,000个', wan: '1万个', yi: '10,000个' }],
    [10039.5, 1, '亿元', { own: '10,039.5亿元', wan: '100,395,000万元', yi: '10,039.5亿元' }],
    [120000, 0, '亿元', { own: '120,000亿元', wan: '1,200,000,000万元', yi: '120,000亿元' }],
    [25000, 0, '万元', { own: '25,000万元', wan: '25,000万元', yi: '2.5亿元' }],
    [3000, 0, '万元', { own: '3,000万元', wan: '3,000万元', yi: '3,000万元' }],
    [1.5, 1, '万亿元', { own: '1.5万亿元', wan: '150,000,000万元', yi: '15,000亿元' }],
    [-20000, 0, '个', { own: '-20,000个', wan: '-2万个', yi: '-20,000个' }],
    [88000, 1, '指数', { own: '88,000.0', wan: '88,000.0', yi: '88,000.0' }],
    [200000, 0, '%', { own: '200,000%', wan: '200,000%', yi: '200,000%' }],
    [50000, 0, '元/人', { own: '50,000元/人', wan: '50,000元/人', yi: '50,000元/人' }],
    [30000, 0, '千瓦', { own: '30,000千瓦', wan: '30,000千瓦', yi: '30,000千瓦' }],
  ])('%d (%d decimals) %s', (value, decimals, unit, said) => {
    for (const [magnitude, text] of Object.entries(said)) {
      writeIn(magnitude as Magnitude);
      expect([magnitude, formatValue(value, decimals, unit, 'zh')]).toEqual([magnitude, text]);
    }
  });

  it('leaves English, shares and differences of shares alone', () => {
    writeIn('wan');
    expect(formatValue(20000, 0, '个', 'en')).toBe('20,000');
    expect(formatPercent(0.817)).toBe('81.7%');
    expect(formatDifference(-1.2, 1, '%', 'zh')).toBe('1.2个百分点');
  });

  it('is automatic where nothing was chosen', () => {
    expect(magnitudeInUse()).toBe('auto');
    expect(formatValue(123456, 0, '家', 'zh')).toBe('123,456家');
    expect(formatValue(109000, 0, '架', 'zh')).toBe('10.9万架');
  });
});
