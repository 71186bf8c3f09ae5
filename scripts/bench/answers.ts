// How long the server takes for what readers ask most, made anew and held from before, against a bare route that reads 50
// joined rows; and what it costs that each query passes the clearance of whoever asks.
import type { Db, Store } from '@dabiao/store/open';
import { readAs } from '@dabiao/store/read-as';
import { findTargets } from '@dabiao/store/targets';
import Fastify from 'fastify';
import { buildApp } from '../../apps/api/src/app.ts';
import { readConfig } from '../../apps/api/src/config.ts';
import { targetRows } from '../../apps/api/src/target-rows.ts';
import { shown, timedInTurns } from './measure.ts';
import { ROOT, TODAY, withSeededStore } from './seeded-store.ts';

const ROUNDS = 200;
const YEAR = 2024;

/** The least that can be done: one route, one join, no schema, no hooks. */
function bareApp(store: Store) {
  const app = Fastify();
  app.get('/rows', () =>
    store.read
      .selectFrom('assessment')
      .innerJoin('target', 'target.id', 'assessment.target')
      .innerJoin('indicator', 'indicator.id', 'target.indicator')
      .select([
        'target.id',
        'target.quote',
        'indicator.name',
        'indicator.unit',
        'assessment.year',
        'assessment.verdict',
      ])
      .limit(50)
      .execute(),
  );
  return app;
}

/** The document with the most targets, and the target with the most figures. */
async function heaviest(store: Store): Promise<{ document: string; target: string }> {
  const document = await store.read
    .selectFrom('target')
    .select(({ fn }) => ['document', fn.countAll().as('n')])
    .groupBy('document')
    .orderBy('n', 'desc')
    .executeTakeFirstOrThrow();
  const target = await store.read
    .selectFrom('target')
    .innerJoin('figure', (join) =>
      join.onRef('figure.indicator', '=', 'target.indicator').onRef('figure.region', '=', 'target.region'),
    )
    .select(({ fn }) => ['target.id', fn.countAll().as('n')])
    .groupBy('target.id')
    .orderBy('n', 'desc')
    .executeTakeFirstOrThrow();
  return { document: document.document, target: target.id };
}

await withSeededStore(async (store, folder) => {
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }, ROOT);
  const app = await buildApp(config, { store, today: () => TODAY, pagesDir: null, version: 'bench' });
  const bare = bareApp(store);
  const { document, target } = await heaviest(store);
  const ask = (from: { inject: typeof bare.inject }, url: string) => async () => {
    const { statusCode, body } = await from.inject({ url });
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`);
  };
  // Another spelling of the address is another answer: made anew each time, not held.
  let spelling = 0;
  const anew = (url: string) => () => {
    spelling += 1;
    return ask(app, url.replace('?', `?${'&'.repeat(spelling)}`))();
  };
  const narrowed = readAs(store.read, () => 0);
  const rows = (db: Db) => async () => {
    const found = await targetRows(db, await findTargets(db), { year: YEAR });
    if (found.length === 0) throw new Error('no rows');
  };
  const times = await timedInTurns(
    {
      'bare route, 50 joined rows': ask(bare, '/rows'),
      'overview, held': ask(app, `/api/v1/overview?year=${YEAR}`),
      overview: anew(`/api/v1/overview?year=${YEAR}`),
      [`document ${document}`]: anew(`/api/v1/documents/${document}?year=${YEAR}`),
      [`target ${target}`]: anew(`/api/v1/targets/${target}?year=${YEAR}`),
      'targets, 100 of them': anew(`/api/v1/targets?year=${YEAR}&limit=100`),
      'rows of all targets, store whole': rows(store.read),
      'rows of all targets, by clearance': rows(narrowed),
    },
    ROUNDS,
  );
  const [base] = Object.values(times);
  for (const [name, { p50, p99 }] of Object.entries(times)) {
    const ratio = shown(p50 / (base?.p50 ?? Number.NaN));
    console.log(`  ${name.padEnd(44)} ${ratio.padStart(6)} ×  p50 ${shown(p50)} ms  p99 ${shown(p99)} ms`);
  }
  await app.close();
  await bare.close();
});
