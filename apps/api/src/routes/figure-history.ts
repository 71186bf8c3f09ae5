import { FigureHistory, FigureHistoryQuery } from '@dabiao/contract/figure-history';
import { findFigureHistory, type HistoricVersion } from '@dabiao/store/figure-history';
import { findIndicator } from '@dabiao/store/indicators';
import type { User } from '@dabiao/store/users';
import { Problem } from '../problem.ts';
import { grantedRegions } from '../region-rights.ts';
import { catalogueNames, mayOpenFile } from '../submission-view.ts';
import type { Routes } from './routes.ts';

function shownVersion({ file, ...version }: HistoricVersion, user: User | null, granted: ReadonlySet<string> | null) {
  return {
    version: version.version,
    label: version.label,
    value: version.value,
    decimals: version.decimals,
    status: version.status,
    withdrawn: version.withdrawn,
    caveats: version.caveats,
    note: version.note,
    reason: version.reason,
    recordedAt: version.recordedAt,
    recordedBy: version.recordedBy,
    submittedBy: file?.makerName ?? null,
    source: version.source,
    file: file && {
      submission: file.submission,
      kind: file.kind,
      name: file.fileName,
      sheet: file.sheet,
      cell: file.cell,
      raw: file.raw,
      rawUnit: file.rawUnit,
      mayOpen: mayOpenFile({ createdBy: file.maker, makerRegion: file.makerRegion, released: true }, user, granted),
    },
  };
}

/** Every version of one figure: who, when, why, from which file and cell. */
export const figureHistoryRoutes: Routes = (app, deps) => {
  const db = deps.store.read;
  app.get(
    '/figures/history',
    { schema: { querystring: FigureHistoryQuery, response: { 200: FigureHistory } } },
    async (request, reply) => {
      const { indicator, region, year } = request.query;
      const [known, versions] = [await findIndicator(db, indicator), await findFigureHistory(db, request.query)];
      if (!known || versions.length === 0) throw new Problem('not_found');
      const names = await catalogueNames(db);
      // What may be opened depends on who asks, which the tag of released data does not know.
      reply.removeHeader('etag').header('cache-control', 'no-store');
      const granted = request.user ? await grantedRegions(db, request.user) : null;
      const shown = versions.map((version) => shownVersion(version, request.user, granted));
      return {
        indicator,
        indicatorName: known.name,
        indicatorNameEn: known.nameEn,
        region,
        regionName: names.region(region),
        year,
        unit: known.unit,
        versions: shown,
      };
    },
  );
};
