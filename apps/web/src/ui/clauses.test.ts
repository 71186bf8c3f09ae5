import { describe, expect, it } from 'vitest';
import { clausesOf } from './clauses.tsx';

describe('clausesOf', () => {
  it('cuts after commas and colons, and not inside a number or at the end', () => {
    expect(clausesOf('五份文件171项目标：94项已实现，41项未实现。')).toEqual([
      '五份文件171项目标：',
      '94项已实现，',
      '41项未实现。',
    ]);
    expect(clausesOf('产值10,000亿元，')).toEqual(['产值10,000亿元，']);
    expect(clausesOf('171 targets of 5 documents: 94 achieved, 41 missed.')).toEqual([
      '171 targets of 5 documents:',
      '94 achieved,',
      '41 missed.',
    ]);
    expect(clausesOf('至2026-11-22 07:55为止')).toEqual(['至2026-11-22 07:55为止']);
  });
});
