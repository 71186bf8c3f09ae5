import type { MeasureRow } from '@dabiao/contract/measure';
import { describe, expect, it } from 'vitest';
import { groupMeasures } from './grouping.ts';

const measure = (id: string, document: string, clause: string, quote: string): MeasureRow => ({
  id,
  document: { id: document, shortTitle: document, validTo: null },
  clause: ['三、措施', clause],
  beneficiary: '企业',
  purpose: '新认定',
  form: 'grant',
  amount: { value: 10, unit: '万元' },
  share: null,
  ceiling: null,
  per: 'once',
  years: null,
  level: null,
  quote,
  departments: [],
  notes: null,
});

describe('groupMeasures', () => {
  it('puts the measures of one sentence under its words, clause by clause, document by document', () => {
    const rows = [
      measure('a', 'east', '（一）', '甲'),
      measure('b', 'east', '（一）', '甲'),
      measure('c', 'east', '（一）', '乙'),
      measure('d', 'east', '（二）', '乙'),
      measure('e', 'west', '（二）', '乙'),
    ];
    const brief = groupMeasures(rows).map(({ document, count, groups }) => [
      document.id,
      count,
      groups.map(({ clause, sentences }) => [
        clause.at(-1),
        sentences.map(({ quote, measures }) => `${quote} ${measures.map(({ id }) => id).join('')}`),
      ]),
    ]);
    expect(brief).toEqual([
      [
        'east',
        4,
        [
          ['（一）', ['甲 ab', '乙 c']],
          ['（二）', ['乙 d']],
        ],
      ],
      ['west', 1, [['（二）', ['乙 e']]]],
    ]);
    expect(groupMeasures([])).toEqual([]);
  });
});
