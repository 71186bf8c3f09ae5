import { LABELS, type Label, levelOf } from '@dabiao/domain/label';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Labels, putLabels, signInAs, takeOut } from './labelled.ts';
import { type Running, runningApp } from './running-app.ts';

interface OpenApi {
  paths: Record<string, Record<string, unknown>>;
}

/** Ids there are, for the routes that ask for one; of the store as it was before anything was labelled. */
interface Known {
  documents: string[];
  targets: string[];
  indicators: string[];
  figures: string[];
}

/** Addresses of these routes tell of the account or the machine; nothing of documents and figures is in them. */
const ELSEWHERE =
  /^\/(session|tokens|users|audit|audit\.csv|status|labels|layouts|submissions|readings|briefings\/(jobs|:id|batches)|completeness\/due-dates)/;

async function knownOf({ store }: Running): Promise<Known> {
  const ids = async (table: 'document' | 'target' | 'indicator') =>
    (await store.read.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id);
  const figures = await store.read
    .selectFrom('figure')
    .select(['indicator', 'region', 'year'])
    .distinct()
    .orderBy('indicator')
    .orderBy('region')
    .orderBy('year')
    .execute();
  return {
    documents: await ids('document'),
    targets: await ids('target'),
    indicators: await ids('indicator'),
    figures: figures.map(({ indicator, region, year }) => `${indicator} ${region} ${year}`),
  };
}

/** Every GET route with ids put in: some of each kind, the same for both stores. */
async function addressesOf(running: Running, known: Known): Promise<string[]> {
  const { paths } = (await running.app.inject({ url: '/api/openapi.json' })).json() as OpenApi;
  const patterns = Object.entries(paths)
    .filter(([path, methods]) => path.startsWith('/api/v1/') && 'get' in methods)
    .map(([path]) => path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1'))
    .filter((path) => !ELSEWHERE.test(path));
  const some = (ids: readonly string[], step: number) => ids.filter((_, at) => at % step === 0);
  const queries: Record<string, string[]> = {
    '/figures/history': some(known.figures, 7).map((id) => {
      const [indicator, region, year] = id.split(' ');
      return `?indicator=${indicator}&region=${region}&year=${year}`;
    }),
    '/figures': ['?limit=500', '?known_at=2099-01-01&limit=500'],
    '/overview': ['', '?year=2023', '?region=370300', '?known_at=2099-01-01'],
    '/targets': ['?limit=500', '?year=2022&limit=500', '?q=5G', '?known_at=2099-01-01&limit=500'],
    '/indicators': ['?limit=500'],
    '/measures': ['?limit=500'],
    '/search': ['?q=5G', '?q=gongye&limit=20', '?q=%E5%B7%A5%E4%B8%9A&ids=true', '?q=%E5%B1%80', '?q=linyi'],
    '/completeness': ['?year=2024&limit=500', '?year=2025&limit=500'],
    '/templates/figures.xlsx': [],
  };
  const ids: Record<string, string[]> = {
    documents: known.documents,
    targets: some(known.targets, 9),
    indicators: some(known.indicators, 5),
  };
  return patterns.flatMap((path) => {
    const [, noun = ''] = path.split('/');
    if (!path.includes(':')) return (queries[path] ?? ['']).map((query) => path + query);
    const formed = path.replace(':format', 'csv');
    return (ids[noun] ?? []).map((id) => formed.replace(':id', encodeURIComponent(id)));
  });
}

/** What differs between two requests for the same thing. */
const plain = (body: string): string => body.replace(/"instance":"[^"]*"/, '"instance":""');

const labelledOf = (known: Known): fc.Arbitrary<Labels> =>
  fc.record({
    documents: fc
      .tuple(...known.documents.map(() => fc.constantFrom(...LABELS)))
      .map((labels) => Object.fromEntries(known.documents.map((id, at) => [id, labels[at] as Label]))),
    figures: fc
      .array(fc.tuple(fc.constantFrom(...known.figures), fc.constantFrom<Label>('internal', 'sensitive')), {
        minLength: 10,
        maxLength: 60,
      })
      .map((pairs) => Object.fromEntries(pairs)),
  });

describe('what is labelled', () => {
  it('is to a reader below its label as if it had never been, on every route', { timeout: 300_000 }, async () => {
    const known = await knownOf(await runningApp());
    const addresses = await addressesOf(await runningApp(), known);
    // A route that is added is asked as well, or named above.
    expect(addresses.length).toBeGreaterThan(50);
    const check = async (labels: Labels, clearance: Label): Promise<void> => {
      const [labelled, twin] = [await runningApp(), await runningApp()];
      await putLabels(labelled, labels);
      await putLabels(twin, labels);
      await takeOut(twin, levelOf(clearance));
      const who = { name: 'reader', roles: ['viewer'], clearance };
      const cookies = [(await signInAs(labelled, who)).cookie, (await signInAs(twin, who)).cookie] as const;
      for (const address of addresses) {
        const ask = ({ app }: Running, cookie: string) => app.inject({ url: `/api/v1${address}`, headers: { cookie } });
        const [seen, meant] = [await ask(labelled, cookies[0]), await ask(twin, cookies[1])];
        expect([address, seen.statusCode]).toEqual([address, meant.statusCode]);
        expect([address, plain(seen.body)]).toEqual([address, plain(meant.body)]);
      }
    };
    await fc.assert(fc.asyncProperty(labelledOf(known), fc.constantFrom(...LABELS), check), { numRuns: 6 });
  });
});
