import type { Overview } from '@dabiao/contract/overview';
import { describe, expect, it } from 'vitest';
import { sampleTarget } from '../../ui/target-sample.ts';
import { toWallFacts } from './facts.ts';

const overview = {
  year: 2025,
  region: '371300',
  regions: [{ code: '371300', name: '临沂市', parent: '370000' }],
  documents: [
    { id: 'linyi', shortTitle: '先进工业强市' },
    { id: 'jinan', shortTitle: '工业强市' },
  ],
} as Overview;

describe('toWallFacts', () => {
  const rows = [
    sampleTarget({ id: 'a' }),
    sampleTarget({ id: 'b', restates: 'a' }),
    sampleTarget({ id: 'c', document: { id: 'jinan', shortTitle: '工业强市', label: 'public' } }),
    sampleTarget({ id: 'd', kind: 'narrative' }),
  ];

  it('counts no target twice and no goal that is not judged', () => {
    expect(toWallFacts(overview, rows, null).rows.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(toWallFacts(overview, rows, null).about).toBe('临沂市');
  });

  it('keeps to one document, and is empty for one that does not exist', () => {
    const one = toWallFacts(overview, rows, 'linyi');
    expect([one.about, one.rows.map(({ id }) => id)]).toEqual(['先进工业强市', ['a']]);
    expect(toWallFacts(overview, rows, 'nowhere')).toMatchObject({ about: 'nowhere', rows: [], documents: [] });
  });
});
