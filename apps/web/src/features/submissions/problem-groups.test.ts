import { describe, expect, it } from 'vitest';
import { countKinds, groupProblems, type ListedProblem, placeKey, problemsByPlace } from './problem-groups.ts';

const problem = (
  severity: ListedProblem['severity'],
  code: ListedProblem['code'],
  cell: string | null,
  needsReason = false,
): ListedProblem => ({
  severity,
  code,
  message: `${code} ${cell}`,
  messageEn: null,
  sheet: '表1',
  cell,
  row: 1,
  needsReason,
  suggestions: [],
});

const problems = [
  problem('warning', 'unit_converted', 'A1'),
  problem('warning', 'value_jump', 'B2', true),
  problem('error', 'region_unknown', 'C3'),
  problem('error', 'value_not_number', 'D4'),
  problem('error', 'value_not_number', 'D5'),
  problem('warning', 'value_jump', 'D4', true),
  problem('warning', 'unit_converted', null),
];

describe('problems in groups', () => {
  it('have errors first, then what needs a reason, the larger groups before the smaller', () => {
    const groups = groupProblems(problems).map(({ kind, code, problems: own }) => [kind, code, own.length]);
    expect(groups).toEqual([
      ['error', 'value_not_number', 2],
      ['error', 'region_unknown', 1],
      ['confirm', 'value_jump', 2],
      ['note', 'unit_converted', 2],
    ]);
  });

  it('lose none and keep their order', () => {
    const all = groupProblems(problems).flatMap((group) => group.problems);
    expect(new Set(all)).toEqual(new Set(problems));
    expect(groupProblems(problems)[0]?.problems.map(({ cell }) => cell)).toEqual(['D4', 'D5']);
    expect(groupProblems([])).toEqual([]);
  });

  it('keep a code apart that is an error here and a warning there', () => {
    const both = [problem('error', 'unit_suspect', 'A1'), problem('warning', 'unit_suspect', 'A2', true)];
    expect(groupProblems(both).map(({ kind }) => kind)).toEqual(['error', 'confirm']);
  });

  it('are counted by kind', () => {
    expect(countKinds(problems)).toEqual({ error: 3, confirm: 2, note: 2 });
  });
});

describe('problems by place', () => {
  it('are all those of a cell, and of the sheet itself', () => {
    const places = problemsByPlace(problems);
    expect(places.get(placeKey('表1', 'D4'))?.map(({ code }) => code)).toEqual(['value_not_number', 'value_jump']);
    expect(places.get(placeKey('表1', null))).toHaveLength(1);
    expect(places.get(placeKey('表2', 'D4'))).toBeUndefined();
  });
});
