import { AsOf, DocumentDetail, DocumentsPage } from '@dabiao/contract/document';
import { AsOfQuery, PageQuery, Shape, Word } from '@dabiao/contract/schema';
import { findClauses, findDocument, findDocuments } from '@dabiao/store/documents';
import { findMeasures } from '@dabiao/store/measures';
import { findRegions } from '@dabiao/store/regions';
import { findTargets } from '@dabiao/store/targets';
import { readAsOf } from '../as-of.ts';
import { askableYears } from '../askable-years.ts';
import { pageOf } from '../page.ts';
import { Problem } from '../problem.ts';
import { summarize, targetRows } from '../target-rows.ts';
import type { Routes } from './routes.ts';

const ListQuery = Shape({ ...AsOfQuery, ...PageQuery });
const IdParams = Shape({ id: Word });

export const documentRoutes: Routes = (app, deps) => {
  const db = deps.store.read;

  app.get('/documents', { schema: { querystring: ListQuery, response: { 200: DocumentsPage } } }, async (request) => {
    const rows = await targetRows(db, await findTargets(db), readAsOf(request.query, deps));
    const regions = await findRegions(db);
    const documents = (await findDocuments(db)).map((document) => summarize(document, rows, regions));
    return pageOf(documents, request.query);
  });

  app.get(
    '/documents/:id',
    { schema: { params: IdParams, querystring: AsOf, response: { 200: DocumentDetail } } },
    async (request) => {
      const document = await findDocument(db, request.params.id);
      if (!document) throw new Problem('not_found');
      const asOf = readAsOf(request.query, deps);
      const targets = await targetRows(db, await findTargets(db, { documents: [document.id] }), asOf);
      return {
        document: summarize(document, targets, await findRegions(db)),
        year: asOf.year,
        years: (await askableYears(deps)).filter((one) => one >= document.period.from),
        clauses: (await findClauses(db, document.id)).map(({ path, position }) => ({ path, position })),
        targets,
        measures: (await findMeasures(db, { document: document.id })).length,
      };
    },
  );
};
