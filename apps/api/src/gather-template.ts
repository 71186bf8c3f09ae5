import type { Region } from '@dabiao/domain/region';
import { isCounted, type Target } from '@dabiao/domain/target';
import { findDocuments } from '@dabiao/store/documents';
import { findFigures } from '@dabiao/store/figures';
import { findTargetIndicators } from '@dabiao/store/indicators';
import type { Db } from '@dabiao/store/open';
import { findWorkspaceKind } from '@dabiao/store/settings';
import { findTargets } from '@dabiao/store/targets';
import type { Template, TemplateRow } from '@dabiao/workbook/template';

/** The region's name as it means this one only: with its parent's before it where another is called the same. */
function ownName(region: Region, regions: readonly Region[]): string {
  const shared = regions.some(({ code, name }) => code !== region.code && name === region.name);
  const parent = regions.find(({ code }) => code === region.parent);
  return shared && parent ? `${parent.name}${region.name}` : region.name;
}

/** Titles of the documents that want each indicator, both in the order of the catalogue. */
async function wantedBy(db: Db, targets: readonly Target[]): Promise<Map<string, string[]>> {
  const titles = new Map((await findDocuments(db)).map(({ id, title }) => [id, title]));
  const wanted = new Map<string, string[]>();
  for (const { indicator, document } of targets) {
    const title = titles.get(document) ?? document;
    wanted.set(indicator, [...new Set([...(wanted.get(indicator) ?? []), title])]);
  }
  return wanted;
}

/**
 * What the workbook to fill in for a region and a year shows: the indicators of the region's targets (those that say
 * another again, and goals in words, aside) with what is published for that year and the one before.
 * @param asOf today's date, YYYY-MM-DD
 */
export async function gatherTemplate(
  db: Db,
  region: Region,
  regions: readonly Region[],
  { year, asOf }: { year: number; asOf: string },
): Promise<Template> {
  const targets = (await findTargets(db, { regions: [region.code] })).filter(isCounted);
  const indicators = await findTargetIndicators(db);
  const figures = await findFigures(db, { region: region.code, from: year - 1, to: year });
  const published = (indicator: string, of: number) =>
    figures.find((figure) => figure.indicator === indicator && figure.year === of) ?? null;
  const rows = [...(await wantedBy(db, targets))].flatMap(([id, documents]): TemplateRow[] => {
    const indicator = indicators.get(id);
    return indicator
      ? [{ indicator, lastYear: published(id, year - 1), thisYear: published(id, year), documents }]
      : [];
  });
  const demo = (await findWorkspaceKind(db)) === 'demo';
  return { region: { code: region.code, name: ownName(region, regions) }, year, rows, asOf, demo };
}
