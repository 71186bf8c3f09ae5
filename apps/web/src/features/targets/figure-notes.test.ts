import type { FigureVersion } from '@dabiao/contract/figure';
import { describe, expect, it } from 'vitest';
import { figureNotes, latestVersions } from './figure-notes.ts';

const figure = (year: number, version: number, note: string | null): FigureVersion => ({
  id: `${year}-${version}`,
  indicator: 'x',
  label: 'public',
  region: '371300',
  year,
  value: version,
  decimals: 0,
  unit: '家',
  status: 'final',
  caveats: [],
  note,
  version,
  source: { title: '公报', publisher: null, date: null, address: null },
  quote: null,
  submission: null,
  recordedAt: '2026-01-01T00:00:00Z',
  recordedBy: null,
  demo: false,
  withdrawn: false,
  reason: null,
});

describe('versions of figures', () => {
  const figures = [
    figure(2025, 1, '截至9月'),
    figure(2025, 2, null),
    figure(2023, 1, '口径不同'),
    figure(2024, 1, null),
  ];

  it('the latest of each year counts, whatever their order', () => {
    const shown = (list: FigureVersion[]) => latestVersions(list).map(({ id }) => id);
    expect(shown(figures)).toEqual(['2023-1', '2024-1', '2025-2']);
    expect(shown([...figures].reverse())).toEqual(['2023-1', '2024-1', '2025-2']);
  });

  it('a year whose latest version is withdrawn has none', () => {
    const withdrawn = { ...figure(2024, 2, null), withdrawn: true };
    expect(latestVersions([...figures, withdrawn]).map(({ year }) => year)).toEqual([2023, 2025]);
  });

  it('a note of a replaced version is not shown', () => {
    expect([...figureNotes(figures)]).toEqual([[2023, '口径不同']]);
  });
});
