import { describe, expect, it } from 'vitest';
import { listedProblems, type UploadProblem } from '../src/problem.ts';

function problem(row: number | null, changes: Partial<UploadProblem> = {}): UploadProblem {
  const [sheet, cell] = row === null ? [null, null] : ['数据', `D${row}`];
  const said = { message: `第${row}行重复。`, messageEn: `Row ${row} is repeated.` };
  return { severity: 'error', code: 'duplicate_row', ...said, sheet, cell, row, ...changes };
}

describe('listedProblems', () => {
  it('lists what is within the limit as it is', () => {
    const problems = Array.from({ length: 200 }, (_, row) => problem(row + 2));
    expect(listedProblems(problems)).toEqual(problems);
    expect(listedProblems([])).toEqual([]);
  });

  it('counts the rest by severity and code, in order', () => {
    const jump = {
      severity: 'warning',
      code: 'value_jump',
      message: '第2行突增。',
      messageEn: 'Row 2 jumps.',
    } as const;
    const problems = [
      problem(2),
      problem(2, jump),
      problem(3),
      problem(3, { severity: 'warning' }),
      problem(4),
      problem(5),
    ];
    expect(listedProblems(problems, 1)).toEqual([
      problem(2),
      problem(2, jump),
      problem(3, { severity: 'warning' }),
      problem(null, {
        message: '另有 3 处同类问题未列出（同类如：第2行重复）；请改正后重新上传。',
        messageEn:
          '3 more problems of this kind not listed (such as: Row 2 is repeated); correct them all and upload again.',
      }),
    ]);
    expect(listedProblems([problem(2, jump), problem(3, jump)], 1).at(-1)).toEqual(
      problem(null, {
        ...jump,
        message: '另有 1 处同类问题未列出（同类如：第2行突增）；请一并核对。',
        messageEn: '1 more problem of this kind not listed (such as: Row 2 jumps); check these as well.',
      }),
    );
  });

  it('does not count again what is counted already', () => {
    const once = listedProblems(Array.from({ length: 500 }, (_, row) => problem(row + 2)));
    expect(once).toHaveLength(201);
    expect(once.at(-1)?.message).toContain('另有 300 处');
    expect(listedProblems(once)).toEqual(once);
    const wholeFileFirst = once.toReversed();
    expect(listedProblems(wholeFileFirst)).toEqual(wholeFileFirst);
  });
});
