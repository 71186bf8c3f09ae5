import { SearchAnswer, SearchQuery } from '@dabiao/contract/search';
import { defaultYear } from '../deps.ts';
import { requestLanguage } from '../plugins/problems.ts';
import { keepIndex } from '../search/keep-index.ts';
import type { Routes } from './routes.ts';

/** Targets, indicators, documents, clauses and departments by any text they are known by. */
export const searchRoutes: Routes = (app, deps) => {
  const db = deps.store.read;
  const index = keepIndex(db);

  app.get('/search', { schema: { querystring: SearchQuery, response: { 200: SearchAnswer } } }, async (request) => {
    // Loaded with the first question: the dictionary of readings takes longer than the rest of a start.
    const { answerSearch } = await import('../search/answer.ts');
    const year = request.query.year ?? defaultYear(deps);
    return answerSearch(db, await index(), { ...request.query, year, lang: requestLanguage(request) });
  });
};
