import { type MeasureRow, MeasuresPage, MeasuresQuery } from '@dabiao/contract/measure';
import { findDocuments } from '@dabiao/store/documents';
import { findMeasures } from '@dabiao/store/measures';
import { pageOf } from '../page.ts';
import { foundIn } from '../search.ts';
import type { Routes } from './routes.ts';

/** What a reader sees of a measure in words. */
const seenOf = (row: MeasureRow): string[] => [
  row.beneficiary,
  row.purpose,
  row.level ?? '',
  row.document.shortTitle,
  row.quote,
  ...row.clause,
  ...row.departments.map(({ name }) => name),
];

export const measureRoutes: Routes = (app, deps) => {
  const db = deps.store.read;

  app.get('/measures', { schema: { querystring: MeasuresQuery, response: { 200: MeasuresPage } } }, async (request) => {
    const { document, q } = request.query;
    const documents = new Map((await findDocuments(db)).map((one) => [one.id, one]));
    const measures = await findMeasures(db, document === undefined ? {} : { document });
    const rows = measures.map((measure) => {
      const { shortTitle = measure.document, validTo = null } = documents.get(measure.document) ?? {};
      return { ...measure, document: { id: measure.document, shortTitle, validTo } };
    });
    return pageOf(
      rows.filter((row) => foundIn(seenOf(row), q)),
      request.query,
    );
  });
};
