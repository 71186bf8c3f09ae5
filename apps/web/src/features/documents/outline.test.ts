import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { byQuote, firstTargets, toOutline } from './outline.ts';
import { filterTargets, readTargetFilter } from './target-filter.ts';

const clauses = [
  { path: ['二、工作目标', '(五)低碳转型'], position: 3 },
  { path: ['二、工作目标'], position: 2 },
  { path: ['一、总体要求'], position: 1 },
];
const own = sampleTarget();
const again = sampleTarget({ id: 'again', restates: own.id });
const above = sampleTarget({
  id: 'above',
  clause: ['二、工作目标'],
  quote: '另一句',
  assessment: { verdict: 'achieved' },
});

describe('outline of a document', () => {
  const outline = toOutline(clauses, [own, again, above]);

  it('follows the text', () => {
    expect(outline.map(({ heading, depth }) => [heading, depth])).toEqual([
      ['一、总体要求', 0],
      ['二、工作目标', 0],
      ['(五)低碳转型', 1],
    ]);
  });

  it('puts targets under their very clause', () => {
    expect(outline.map(({ targets }) => targets.map(({ id }) => id))).toEqual([[], ['above'], [own.id, 'again']]);
  });

  it('counts clauses below, and restatements not', () => {
    expect(outline[1]?.counts).toEqual([
      { verdict: 'far_behind', count: 1 },
      { verdict: 'achieved', count: 1 },
    ]);
    expect(outline[2]?.counts).toEqual([{ verdict: 'far_behind', count: 1 }]);
  });

  it('lists goals in words under their clause, without counting them', () => {
    const goal = sampleTarget({
      id: 'goal',
      kind: 'narrative',
      milestones: [],
      assessment: { verdict: 'unassessable' },
    });
    const [, , clause] = toOutline(clauses, [own, goal]);
    expect(clause?.targets.map(({ id }) => id)).toEqual([own.id, 'goal']);
    expect(clause?.counts).toEqual([{ verdict: 'far_behind', count: 1 }]);
  });

  it('gives its first targets with their headings, and all the counts', () => {
    const ids = (count: number) => firstTargets(outline, count).map(({ targets }) => targets.map(({ id }) => id));
    expect(ids(0)).toEqual([[], [], []]);
    expect(ids(2)).toEqual([[], ['above'], [own.id]]);
    expect(ids(9)).toEqual([[], ['above'], [own.id, 'again']]);
    expect(firstTargets(outline, 0).map(({ counts }) => counts)).toEqual(outline.map(({ counts }) => counts));
  });

  it('says each quote once', () => {
    expect(byQuote([own, again, above]).map(({ targets }) => targets.length)).toEqual([2, 1]);
    expect(byQuote([])).toEqual([]);
  });
});

describe('filters of a document', () => {
  const led = sampleTarget({
    id: 'led',
    kind: 'share',
    departments: [{ name: '市科技局', role: 'lead' }],
    milestones: [
      { year: 2025, value: 1 },
      { year: null, value: 2 },
    ],
  });
  const shown = (search: string) =>
    filterTargets([own, above, led], readTargetFilter(new URLSearchParams(search))).map(({ id }) => id);

  it('narrow by what the URL says', () => {
    expect(shown('')).toEqual([own.id, 'above', 'led']);
    expect(shown('verdict=achieved')).toEqual(['above']);
    expect(shown('department=市科技局')).toEqual(['led']);
    expect(shown('kind=share&due=2025')).toEqual(['led']);
    expect(shown('due=2026')).toEqual([own.id, 'above']);
    expect(shown('verdict=achieved&kind=share')).toEqual([]);
    expect(shown('clause=二、工作目标')).toEqual([own.id, 'above', 'led']);
    expect(shown(`clause=${encodeURIComponent(own.clause.join(' / '))}`)).toEqual([own.id, 'led']);
    expect(shown('clause=一、总体要求')).toEqual([]);
  });

  it('take a goal in words for no verdict', () => {
    const goal = sampleTarget({ id: 'goal', kind: 'narrative', assessment: { verdict: 'unassessable' } });
    const open = sampleTarget({ id: 'open', assessment: { verdict: 'unassessable' } });
    const ids = (search: string) =>
      filterTargets([goal, open], readTargetFilter(new URLSearchParams(search))).map(({ id }) => id);
    expect(ids('verdict=unassessable')).toEqual(['open']);
    expect(ids('kind=narrative')).toEqual(['goal']);
  });

  it('ignore what is no filter', () => {
    expect(shown('verdict=good&kind=odd&due=soon')).toHaveLength(3);
  });
});
