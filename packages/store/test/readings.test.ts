import type { Catalogue } from '@dabiao/domain/catalogue';
import type { ProposedDocument, ProposedTarget } from '@dabiao/domain/proposal';
import type { Target } from '@dabiao/domain/target';
import { describe, expect, it } from 'vitest';
import { findStates } from '../src/assessments.ts';
import { findAudit } from '../src/audit.ts';
import { findClauses, findDocument, findDocuments } from '../src/documents.ts';
import { findIndicators } from '../src/indicators.ts';
import { findMeasures } from '../src/measures.ts';
import type { Store } from '../src/open.ts';
import { prepareStore } from '../src/prepare.ts';
import { DocumentExists, nameTaken, publishReading } from '../src/publish-reading.ts';
import { changeCandidate, findCandidates, insertCandidates } from '../src/reading-candidates.ts';
import { findReadingSteps } from '../src/reading-steps.ts';
import {
  changeDocument,
  endReading,
  findReading,
  findReadings,
  insertReading,
  ReadingMovedOn,
} from '../src/readings.ts';
import { releasedCount } from '../src/settings.ts';
import { StoreError } from '../src/store-error.ts';
import { findTargets } from '../src/targets.ts';
import { insertUser } from '../src/users.ts';
import { seededStore } from './fresh-store.ts';
import { seedsOf, smallCatalogue } from './small-catalogue.ts';

const DOCUMENT: ProposedDocument = {
  id: 'west',
  title: '西县方案',
  shortTitle: '西县',
  number: null,
  issuer: null,
  region: '990100',
  regionName: null,
  issuedOn: null,
  effectiveFrom: null,
  validTo: null,
  period: { from: 2023, to: 2030 },
  draft: false,
};
const PROPOSED: ProposedTarget = {
  indicator: '码头数',
  match: null,
  indicatorUnit: null,
  unit: '个',
  comparator: 'gte',
  kind: 'level',
  milestones: [{ year: 2030, value: 3, wording: '3个' }],
  everyYear: false,
  baseline: null,
  qualifier: null,
  departments: [],
  clause: ['一、港口'],
  quote: '码头达到3个',
};
const CANDIDATE = {
  start: 6,
  end: 12,
  origin: 'reader' as const,
  cameFrom: [],
  confidence: 0.9,
  reasons: ['有数'],
  proposed: PROPOSED,
  restates: null,
};

const READING = {
  fileName: 'a.txt',
  fileHash: 'h',
  text: '一、港口\n。码头达到3个',
  document: DOCUMENT,
  outline: [['一、港口']],
  beside: [],
};

/** What the reading adds to the small catalogue; the second target says the first again and stands before it. */
function addition(): Pick<Catalogue, 'regions' | 'indicators' | 'documents' | 'clauses' | 'targets' | 'measures'> {
  const { documents, indicators, targets, measures } = smallCatalogue();
  const target: Target = {
    ...(targets[0] as Target),
    id: 'west-1',
    document: 'west',
    region: '990200',
    indicator: 'quays',
    clause: ['一、港口'],
    period: { from: 2023, to: 2030 },
    milestones: [{ year: 2030, value: 3, wording: '3个' }],
    baseline: null,
  };
  return {
    regions: [{ code: '990200', name: '西县', parent: null, aliases: [] }],
    indicators: [{ ...(indicators[0] as Catalogue['indicators'][0]), id: 'quays', name: '码头数', aliases: [] }],
    documents: [
      {
        ...(documents[0] as Catalogue['documents'][0]),
        id: 'west',
        region: '990200',
        period: { from: 2023, to: 2030 },
      },
    ],
    clauses: [{ document: 'west', path: ['一、港口'], position: 1 }],
    targets: [{ ...target, id: 'west-2', restates: 'west-1' }, target],
    measures: measures
      .slice(0, 1)
      .map((one) => ({ ...one, id: 'west-measure-1', document: 'west', clause: ['一、港口'] })),
  };
}

async function withReading(): Promise<{ store: Store; user: string; id: string }> {
  const store = await seededStore();
  const user = await store.transact(async (trx) => {
    const made = await insertUser(trx, {
      name: 'li',
      displayName: '李',
      roles: ['reviewer'],
      region: null,
      createdBy: null,
    });
    return made?.id ?? '';
  });
  const id = await store.transact((trx) =>
    insertReading(trx, { ...READING, candidates: [CANDIDATE, { ...CANDIDATE, restates: 0 }], createdBy: user }),
  );
  return { store, user, id };
}

describe('a reading', () => {
  it('is kept with its candidates in the order of the text, all open', async () => {
    const { store, id } = await withReading();
    await store.transact((trx) => insertCandidates(trx, id, [{ ...CANDIDATE, start: 0, end: 4, origin: 'selection' }]));
    const found = await findCandidates(store.read, id);
    expect(found.map(({ number, state, origin }) => [number, state, origin])).toEqual([
      [2, 'open', 'selection'],
      [0, 'open', 'reader'],
      [1, 'open', 'reader'],
    ]);
    expect(found[1]).toMatchObject({ proposed: PROPOSED, decided: PROPOSED, confidence: 0.9, reasons: ['有数'] });
    expect((await findReadings(store.read, { limit: 10 }))[0]).toMatchObject({
      title: '西县方案',
      counts: { open: 3 },
    });
  });

  it('keeps what was proposed beside what was decided', async () => {
    const { store, id } = await withReading();
    const decided = { ...PROPOSED, comparator: 'lte' as const };
    await store.transact((trx) => changeCandidate(trx, id, 0, { decided, state: 'accepted' }));
    const [first] = await findCandidates(store.read, id);
    expect(first).toMatchObject({ proposed: { comparator: 'gte' }, decided: { comparator: 'lte' }, state: 'accepted' });
    await store.transact((trx) => changeCandidate(trx, id, 0, { state: 'replaced' }));
    expect((await findCandidates(store.read, id)).map(({ number }) => number)).toEqual([1]);
    expect((await findCandidates(store.read, id, true)).length).toBe(2);
  });

  it('is not changed any more once it has ended', async () => {
    const { store, user, id } = await withReading();
    await store.transact((trx) => changeDocument(trx, id, { ...DOCUMENT, title: '西县规划' }, user));
    await store.transact((trx) => endReading(trx, id, { state: 'dropped', by: user, publishedAs: null }));
    await expect(store.transact((trx) => changeDocument(trx, id, DOCUMENT, user))).rejects.toThrow(ReadingMovedOn);
    expect(await findReading(store.read, id)).toMatchObject({ state: 'dropped', document: { title: '西县规划' } });
    const steps = await findReadingSteps(store.read, id, { limit: 10 });
    expect(steps.map(({ action, by }) => [action, by])).toEqual([
      ['drop', '李'],
      ['document', '李'],
      ['add', '李'],
    ]);
    expect(steps[1]).toMatchObject({ before: { title: '西县方案' }, after: { title: '西县规划' } });
  });
});

describe('publishing a reading', () => {
  it('adds the document behind the others, judges its targets, and widens the judged years of all', async () => {
    const { store, user, id } = await withReading();
    const before = await releasedCount(store.read);
    expect((await findStates(store.read, ['east-share'], 2030)).size).toBe(0);
    const of = { reading: id, seen: 0, by: user, thisYear: 2024 };
    expect(await store.transact((trx) => publishReading(trx, addition(), of))).toBe('west');
    expect((await findDocuments(store.read)).map((one) => one.id)).toEqual(['east', 'west']);
    expect((await findClauses(store.read, 'west')).map(({ path }) => path)).toEqual([['一、港口']]);
    expect((await findTargets(store.read, { documents: ['west'] })).map((one) => [one.id, one.restates])).toEqual([
      ['west-2', 'west-1'],
      ['west-1', null],
    ]);
    expect((await findStates(store.read, ['east-share', 'west-1'], 2030)).size).toBe(2);
    expect(await findMeasures(store.read, { document: 'west' })).toEqual(addition().measures);
    expect(await releasedCount(store.read)).toBe(before + 1);
    expect(await findReading(store.read, id)).toMatchObject({ state: 'published', publishedAs: 'west' });
  });

  it('stores nothing where the reading has moved on or the document is there', async () => {
    const { store, user, id } = await withReading();
    const of = { reading: id, seen: 7, by: user, thisYear: 2024 };
    await expect(store.transact((trx) => publishReading(trx, addition(), of))).rejects.toThrow(ReadingMovedOn);
    expect(await findDocument(store.read, 'west')).toBeNull();
    const taken = { ...addition(), documents: smallCatalogue().documents };
    await expect(store.transact((trx) => publishReading(trx, taken, { ...of, seen: 0 }))).rejects.toThrow(
      DocumentExists,
    );
    expect((await findTargets(store.read, { documents: ['east'] })).length).toBe(2);
    expect((await findReading(store.read, id))?.state).toBe('open');
  });

  it('leaves the document as it is when seeds are loaded anew', async () => {
    const { store, user, id } = await withReading();
    await store.transact((trx) => publishReading(trx, addition(), { reading: id, seen: 0, by: user, thisYear: 2024 }));
    const before = await findTargets(store.read, { documents: ['west'] });
    const seeds = seedsOf(smallCatalogue());
    await prepareStore(store, { seeds, anew: true, kind: 'real', today: '2025-06-01', version: 'next' });
    expect(await findTargets(store.read, { documents: ['west'] })).toEqual(before);
    expect((await findStates(store.read, ['west-1'], 2024)).size).toBe(1);
  });

  describe('beside a catalogue that uses its short name', () => {
    const published = async () => {
      const { store, user, id } = await withReading();
      const of = { reading: id, seen: 0, by: user, thisYear: 2024 };
      await store.transact((trx) => publishReading(trx, addition(), of));
      const before = await findTargets(store.read, { documents: ['west'] });
      return { store, before, document: await findDocument(store.read, 'west') };
    };
    const withWest = (change: Partial<Target> = {}, document = 'west'): Catalogue => {
      const small = smallCatalogue();
      return {
        ...small,
        documents: [...small.documents, { ...(small.documents[0] as Catalogue['documents'][0]), id: document }],
        clauses: [...small.clauses, { document, path: ['一、目标'], position: 0 }],
        targets: [...small.targets, { ...(small.targets[0] as Target), id: `${document}-9`, document, ...change }],
      };
    };
    const PREPARATION = { kind: 'real', today: '2025-06-01', version: 'next' } as const;

    it('refuses the catalogue with a sentence where somebody seeds, and loads nothing of it', async () => {
      const { store, before, document } = await published();
      const catalogue = withWest();
      catalogue.indicators = catalogue.indicators.map((one) => ({ ...one, name: `${one.name}（新）` }));
      const seeding = prepareStore(store, { ...PREPARATION, seeds: seedsOf(catalogue), anew: true });
      await expect(seeding).rejects.toThrow(/documents\/west\.yaml.*“west”.*东市行动计划.*seeds/);
      await expect(seeding).rejects.toThrow(StoreError);
      expect(await findDocument(store.read, 'west')).toEqual(document);
      expect(await findTargets(store.read, { documents: ['west'] })).toEqual(before);
      expect((await findIndicators(store.read)).some(({ name }) => name.endsWith('（新）'))).toBe(false);
    });

    it('starts without that document of the catalogue, keeps the published one, and says so', async () => {
      const { store, before, document } = await published();
      const done = await prepareStore(store, { ...PREPARATION, seeds: seedsOf(withWest()) });
      expect(done).toMatchObject({ targets: 4, leftOut: [expect.stringContaining('“west”')] });
      expect(await findDocument(store.read, 'west')).toEqual(document);
      expect(await findTargets(store.read, { documents: ['west'] })).toEqual(before);
      expect((await findAudit(store.read, 1))[0]?.detail).toContain('"leftOut":["west"]');
    });

    it('knows a target by its id under another short name', async () => {
      const { store, before } = await published();
      const other = withWest({ id: 'west-2' }, 'far');
      const done = await prepareStore(store, { ...PREPARATION, seeds: seedsOf(other) });
      expect(done.leftOut).toEqual([expect.stringMatching(/far\.yaml.*“west-2”/)]);
      expect(await findTargets(store.read, { documents: ['west'] })).toEqual(before);
      expect(await findDocument(store.read, 'far')).toBeNull();
    });

    it('knows a policy measure by its id under another short name', async () => {
      const { store } = await published();
      const own = await findMeasures(store.read, { document: 'west' });
      const far = withWest({}, 'far');
      const [measure] = far.measures;
      if (!measure || !own[0]) throw new Error('no measure');
      far.measures = [...far.measures, { ...measure, id: own[0].id, document: 'far' }];
      const done = await prepareStore(store, { ...PREPARATION, seeds: seedsOf(far) });
      expect(done.leftOut).toEqual([expect.stringContaining(`“${own[0].id}”`)]);
      expect(await findMeasures(store.read, { document: 'west' })).toEqual(own);
      const again = prepareStore(store, { ...PREPARATION, seeds: seedsOf(far), anew: true });
      await expect(again).rejects.toThrow(/documents\/far\.yaml/);
    });
  });

  it('lets one of two publish under a short name, and one of two documents have a target of one id', async () => {
    const { store, user, id } = await withReading();
    const of = { reading: id, seen: 0, by: user, thisYear: 2024 };
    const second = await store.transact((trx) =>
      insertReading(trx, { ...READING, fileHash: 'other', candidates: [CANDIDATE], createdBy: user }),
    );
    const both = await Promise.allSettled([
      store.transact((trx) => publishReading(trx, addition(), of)),
      store.transact((trx) => publishReading(trx, addition(), { ...of, reading: second })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(DocumentExists) });
    const third = addition();
    third.documents = third.documents.map((one) => ({ ...one, id: 'far' }));
    third.clauses = third.clauses.map((one) => ({ ...one, document: 'far' }));
    third.targets = third.targets.map((one) => ({ ...one, document: 'far' }));
    const clash = store.transact((trx) => publishReading(trx, third, { ...of, reading: second }));
    await expect(clash).rejects.toThrow(/“west-\d”/);
    expect(await findReading(store.read, second)).toMatchObject({ state: 'open', publishedAs: null });
  });

  it('refuses a policy measure whose id another document has, as a target, and lets its own stay in a correction', async () => {
    const { store, user, id } = await withReading();
    const of = { reading: id, seen: 0, by: user, thisYear: 2024 };
    const [taken] = await findMeasures(store.read);
    const clashing = addition();
    clashing.measures = clashing.measures.map((one) => ({ ...one, id: taken?.id ?? '' }));
    const found = await nameTaken(store.read, 'west', clashing);
    expect(found).toContain(`奖补政策“${taken?.id}”`);
    const clash = store.transact((trx) => publishReading(trx, clashing, of));
    await expect(clash).rejects.toThrow(DocumentExists);
    await expect(clash).rejects.toThrow(found ?? '');
    expect(await findMeasures(store.read, { document: taken?.document ?? '' })).toContainEqual(taken);
    expect(await findDocument(store.read, 'west')).toBeNull();
    await store.transact((trx) => publishReading(trx, addition(), of));
    expect(await nameTaken(store.read, 'west', addition(), 2, 'west')).toBeNull();
    expect(await nameTaken(store.read, 'far', { targets: [], measures: addition().measures })).toContain(
      'west-measure-1',
    );
  });
});
