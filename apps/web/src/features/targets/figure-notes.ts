import type { FigureVersion } from '@dabiao/contract/figure';

/** The version that counts of each year, the latest, first year first; a year whose latest is withdrawn has none. */
export function latestVersions(figures: readonly FigureVersion[]): FigureVersion[] {
  const byYear = new Map<number, FigureVersion>();
  for (const figure of figures) {
    const known = byYear.get(figure.year);
    if (!known || known.version < figure.version) byYear.set(figure.year, figure);
  }
  return [...byYear.values()].filter(({ withdrawn }) => !withdrawn).sort((a, b) => a.year - b.year);
}

/** The source's own words on each year's latest figure. */
export function figureNotes(figures: readonly FigureVersion[]): Map<number, string> {
  return new Map(latestVersions(figures).flatMap(({ year, note }) => (note === null ? [] : [[year, note]])));
}
