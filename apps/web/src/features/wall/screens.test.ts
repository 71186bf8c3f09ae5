import type { DocumentSummary } from '@dabiao/contract/document';
import type { Verdict } from '@dabiao/domain/verdict';
import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { placeOf, type Screen, toScreens } from './screens.ts';

function sampleDocument(id: string, counts: Partial<Record<Verdict, number>>): DocumentSummary {
  const listed = Object.entries(counts).map(([verdict, count]) => ({ verdict: verdict as Verdict, count }));
  return {
    id,
    title: id,
    shortTitle: id,
    number: null,
    issuer: null,
    region: { code: '371300', name: '临沂市' },
    issuedOn: null,
    effectiveFrom: null,
    validTo: null,
    period: { from: 2022, to: 2026 },
    label: 'public',
    draft: false,
    notes: null,
    total: listed.reduce((sum, { count }) => sum + count, 0),
    counts: listed,
    score: null,
    scored: 0,
    achieved: false,
  };
}

const row = (id: string, verdict: Verdict, more: Parameters<typeof sampleTarget>[0] = {}) =>
  sampleTarget({ ...more, id, assessment: { ...more.assessment, verdict } });
const facts = (rows: ReturnType<typeof row>[], documents: DocumentSummary[] = []) => ({
  year: 2025,
  about: null,
  rows,
  documents,
});
const keys = (screens: readonly Screen[]) => screens.map(({ key }) => key);

describe('toScreens', () => {
  it('tells where we stand, what slips worst first, what was achieved, what is due', () => {
    const rows = [row('a', 'lagging'), row('b', 'achieved'), row('c', 'far_behind'), row('d', 'unassessable')];
    expect(keys(toScreens(facts(rows)))).toEqual(['stand', 'target-c', 'target-a', 'achieved', 'due']);
  });

  it('has one screen where nothing is known, and says where nothing slips', () => {
    expect(keys(toScreens(facts([])))).toEqual(['stand']);
    expect(keys(toScreens(facts([row('a', 'unassessable', { milestones: [] })])))).toEqual(['stand', 'calm']);
  });

  it('shows eight slipping targets of however many, and counts them all', () => {
    const rows = Array.from({ length: 30 }, (_, index) => row(`t${index}`, 'lagging'));
    const slips = toScreens(facts(rows)).filter((screen) => screen.kind === 'slip');
    expect(slips).toHaveLength(8);
    expect(slips[7]).toMatchObject({ rank: 8, of: 30 });
  });

  it('spreads documents evenly over screens, those with most that slips first, and drops empty ones', () => {
    const documents = Array.from({ length: 7 }, (_, index) =>
      sampleDocument(`d${index}`, { lagging: index, achieved: 9 }),
    );
    const shown = toScreens(facts([row('a', 'lagging')], [...documents, sampleDocument('empty', {})])).filter(
      (screen) => screen.kind === 'documents',
    );
    expect(shown.map((screen) => screen.documents.map(({ id }) => id))).toEqual([
      ['d6', 'd5', 'd4', 'd3'],
      ['d2', 'd1', 'd0'],
    ]);
    expect(toScreens(facts([row('a', 'lagging')], [sampleDocument('one', { lagging: 1 })]))[1]?.kind).toBe('slip');
  });

  it('names what was newly achieved first', () => {
    const old = row('old', 'achieved', { history: [{ year: 2024, verdict: 'achieved' }] });
    const fresh = row('fresh', 'achieved', { history: [{ year: 2024, verdict: 'lagging' }] });
    const early = row('early', 'achieved', {
      history: [{ year: 2024, verdict: 'achieved' }],
      assessment: { early: true },
    });
    const screen = toScreens(facts([old, fresh, early])).find(({ kind }) => kind === 'achieved');
    expect(screen).toMatchObject({ news: 1, early: 1 });
    expect(screen?.kind === 'achieved' && screen.rows.map(({ id }) => id)).toEqual(['fresh', 'early', 'old']);
  });

  it('counts a target once in each year ahead, never in the past', () => {
    const twice = row('a', 'lagging', {
      milestones: [
        { year: 2024, value: 1 },
        { year: 2026, value: 2 },
        { year: 2026, value: 3 },
        { year: 2028, value: 4 },
        { year: null, value: 5 },
      ],
    });
    const screen = toScreens(facts([twice])).find(({ kind }) => kind === 'due');
    expect(screen?.kind === 'due' && screen.years.map(({ year, rows }) => [year, rows.length])).toEqual([
      [2026, 1],
      [2028, 1],
    ]);
  });
});

describe('placeOf', () => {
  const screens = toScreens(facts([row('a', 'lagging'), row('b', 'achieved'), row('c', 'far_behind')]));

  it('finds the screen of the URL', () => {
    expect(placeOf('target-a', screens)).toBe(2);
    expect(placeOf(null, screens)).toBe(0);
    expect(placeOf('nonsense', screens)).toBe(0);
  });

  it('stays near where a target was that no longer slips', () => {
    expect(placeOf('target-gone', screens)).toBe(1);
    const calm = toScreens(facts([row('b', 'achieved')]));
    expect(calm[placeOf('target-gone', calm)]?.kind).toBe('calm');
  });
});
