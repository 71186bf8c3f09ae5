import { describe, expect, it } from 'vitest';
import { readPolicy } from '../src/read-policy.ts';
import { SENTENCES } from './sentences.ts';
import { shown } from './shown.ts';

describe('sentences of policy documents', () => {
  it.each(SENTENCES.map(([source, text, expected]) => [`${source}：${text.slice(0, 24)}`, text, expected] as const))(
    '%s',
    (_, text, expected) => {
      expect(readPolicy(text).candidates.map(shown).toSorted()).toEqual([...expected].toSorted());
    },
  );
});

describe('places', () => {
  it.each(SENTENCES.map(([source, text]) => [source, text] as const))(
    'quotes of %s are the words at their places',
    (_, text) => {
      for (const { quote, start, end } of readPolicy(text).candidates) expect(text.slice(start, end)).toBe(quote);
    },
  );
});

describe('departments and clauses', () => {
  const text = [
    '某市实施方案',
    '一、到2025年，创建绿色工厂30家。〔责任单位：市工业和信息化局、各区县人民政府〕',
    '二、到2025年，建设5G基站1.5万个。牵头单位：市工业和信息化局；配合单位：市通信管理局。',
  ].join('\n');

  it('are those of a bracket of any kind, and of a sentence of their own', () => {
    const found = readPolicy(text).candidates.map(({ departments }) =>
      departments.map(({ name, role }) => [name, role]),
    );
    expect(found).toEqual([
      [
        ['市工业和信息化局', 'responsible'],
        ['各区县人民政府', 'responsible'],
      ],
      [
        ['市工业和信息化局', 'lead'],
        ['市通信管理局', 'responsible'],
      ],
    ]);
  });

  it('a numbered paragraph without a heading is a clause of its own', () => {
    expect(readPolicy(text).candidates.map(({ clause }) => clause.at(-1)?.slice(0, 2))).toEqual(['一、', '二、']);
  });
});
