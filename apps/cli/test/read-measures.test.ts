import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const MAIN = resolve(import.meta.dirname, '../src/main.ts');

/** A made-up document: one target, one favour with share and ceiling, one of two levels. */
const TEXT = `白杨市茶产业发展行动计划（2025—2027年）

一、发展目标
到2027年，全市生态茶园达到60个以上。

二、政策支持
（一）改造茶园
对改造老茶园的合作社，按投资额的15%给予补助，最高不超过40万元。（责任单位：市农业农村局）
（二）培育品牌
对新认定的国家级、省级示范茶园，分别给予一次性80万元、30万元奖励。
`;

/** Reads a text on standard input as a user would. */
function read(options: string[], input = TEXT): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'read', '-', ...options], {
    input,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

describe('dabiao read --measures', () => {
  it('prints a line for each policy measure, and none of the targets', () => {
    const lines = read(['--measures']).trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/合作社\t改造老茶园\t补助\t15%（投资额），最高40万元\t.*（一）改造茶园\t对改造老茶园/);
    expect(lines[1]).toMatch(/国家级示范茶园\t.*\t80万元\t/);
    expect(lines.join('')).not.toContain('60个');
    expect(read([])).toContain('目标1项，政策措施3条');
  });

  it('gives them as JSON, each at its place in the text, in the words of the seeds', () => {
    const measures = JSON.parse(read(['--measures', '--json']));
    for (const { quote, start, end } of measures) expect(TEXT.slice(start, end)).toBe(quote);
    expect(measures[0]).toMatchObject({
      beneficiary: '合作社',
      form: 'subsidy',
      amount: null,
      share: { percent: 15, of: '投资额', at_most: false },
      ceiling: { value: 40, unit: '万元' },
      departments: [{ name: '市农业农村局', role: 'responsible' }],
    });
    expect(measures.slice(1).map(({ amount }: { amount: unknown }) => amount)).toEqual([
      { value: 80, unit: '万元' },
      { value: 30, unit: '万元' },
    ]);
    expect(JSON.parse(read(['--json'])).map(({ indicator }: { indicator: string }) => indicator)).toEqual([
      expect.stringContaining('生态茶园'),
    ]);
  });

  it('gives a draft for seeds/measures with --review, alone or under that of the document', () => {
    const draft = parse(read(['--measures', '--review']));
    expect(draft.targets).toBeUndefined();
    expect(draft.measures.map(({ form, amount }: { form: string; amount?: unknown }) => [form, amount])).toEqual([
      ['subsidy', undefined],
      ['grant', { value: 80, unit: '万元' }],
      ['grant', { value: 30, unit: '万元' }],
    ]);
    const whole = read(['--review']);
    expect(parse(whole).targets).toHaveLength(1);
    const below = whole.slice(whole.indexOf('# 读出的政策措施')).split('\n').slice(1);
    expect(parse(below.map((line) => line.replace(/^# ?/, '')).join('\n'))).toEqual(draft);
  });

  it('prints nothing, and no error, where a document grants nothing', () => {
    const none = '到2027年，全市生态茶园达到60个以上。';
    expect(read(['--measures'], none)).toBe('');
    expect(JSON.parse(read(['--measures', '--json'], none))).toEqual([]);
  });
});
