// Search and the list of targets with 5,000 of them: the server against a bare route that reads 50 joined rows, and,
// where the pages are built and there is a Chromium, frames while scrolling and the time a filter takes.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { prepareStore } from '@dabiao/store/prepare';
import Fastify from 'fastify';
import { buildApp } from '../../apps/api/src/app.ts';
import { readConfig } from '../../apps/api/src/config.ts';
import { framesOfScroll, serveMany, timeOfFilter } from '../../apps/web/e2e/large-list.ts';
import { openBrowser } from '../../apps/web/e2e/system-browser.ts';
import { largeCatalogue } from './large-catalogue.ts';
import { shown, timed, timedInTurns, timesOf } from './measure.ts';
import { ROOT, shippedCatalogue, TODAY } from './seeded-store.ts';

const TARGETS = 5000;
const ROUNDS = 100;
const QUERIES = ['绿色工厂', 'lvsegongchang', 'lsgc', '5gjz', '临沂 5G', '綠色工廠', 'zzzz'];
const WORDS = ['绿色', '5G', '工厂数', '研发', '济南', '园区', '企业', '收入', '基站', '占比'];
const PAGES = join(ROOT, 'apps/web/dist');

type App = Awaited<ReturnType<typeof buildApp>>;

function bareApp(store: Store) {
  const app = Fastify();
  app.get('/rows', () =>
    store.read
      .selectFrom('assessment')
      .innerJoin('target', 'target.id', 'assessment.target')
      .innerJoin('indicator', 'indicator.id', 'target.indicator')
      .select(['target.id', 'target.quote', 'indicator.name', 'indicator.unit', 'assessment.verdict'])
      .limit(50)
      .execute(),
  );
  return app;
}

let spelling = 0;

/** Asks with a spelling of the address of its own each time: an answer made anew, not one held from before. */
const ask = (app: { inject: ReturnType<typeof bareApp>['inject'] }, url: string) => async () => {
  spelling += 1;
  const { statusCode, body } = await app.inject({ url: url.replace('?', `?${'&'.repeat(spelling % 500)}`) });
  if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`);
};

const searchOf = (q: string): string => `/api/v1/search?q=${encodeURIComponent(q)}`;

async function timeServer(app: App, store: Store): Promise<void> {
  const bare = bareApp(store);
  const first = await timed(ask(app, searchOf('lsgc')));
  console.log(`  first search, index of ${TARGETS} targets made: ${shown(first)} ms`);
  const works = Object.fromEntries(QUERIES.map((q) => [`search ${q}`, ask(app, searchOf(q))]));
  const times = await timedInTurns({ 'bare route, 50 joined rows': ask(bare, '/rows'), ...works }, ROUNDS);
  const [base] = Object.values(times);
  for (const [name, { p50, p99 }] of Object.entries(times)) {
    const ratio = shown(p50 / (base?.p50 ?? Number.NaN));
    console.log(`  ${name.padEnd(30)} ${ratio.padStart(6)} ×  p50 ${shown(p50)} ms  p99 ${shown(p99)} ms`);
  }
  const pages = await timedInTurns({ page: ask(app, '/api/v1/targets?limit=500') }, 3);
  console.log(`  targets, a page of 500         p50 ${shown(pages.page.p50)} ms`);
  await bare.close();
}

async function timePages(app: App): Promise<void> {
  const browser = await openBrowser();
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await serveMany(page, address, TARGETS);
  await page.goto(`${address}/targets`);
  await page.getByText(`共${TARGETS}项目标`).waitFor({ timeout: 120_000 });
  const frames = await framesOfScroll(page, 200, 240);
  const { p50, p99 } = timesOf(frames);
  const late = frames.filter((ms) => ms > 34).length;
  console.log(`  scrolling: ${frames.length} frames, p50 ${shown(p50)} ms, p99 ${shown(p99)} ms, longest`);
  console.log(`    ${shown(Math.max(...frames))} ms, ${late} later than 34 ms`);
  await page.evaluate('window.scrollTo(0, 0)');
  const filters: number[] = [];
  for (const word of WORDS) filters.push(await timeOfFilter(page, word));
  console.log(`  filter to frame: ${filters.map(shown).join(', ')} ms`);
  await browser.close();
}

const folder = mkdtempSync(join(tmpdir(), 'dabiao-bench-'));
const store = openStore(databaseFile(folder));
try {
  const catalogue = largeCatalogue(await shippedCatalogue(), TARGETS);
  const seeds = { hash: 'large', read: async () => catalogue };
  await prepareStore(store, { seeds, kind: 'real', today: TODAY, version: 'bench' });
  const pagesDir = existsSync(join(PAGES, 'index.html')) ? PAGES : null;
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }, ROOT);
  const app = await buildApp(config, { store, today: () => TODAY, pagesDir, version: 'bench' });
  await timeServer(app, store);
  if (pagesDir === null) console.log('  pages: not built, not measured');
  else await timePages(app);
  await app.close();
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}
