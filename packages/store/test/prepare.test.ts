import { NARRATIVE_INDICATOR } from '@dabiao/domain/indicator';
import type { Target } from '@dabiao/domain/target';
import { describe, expect, it } from 'vitest';
import { findBriefingData } from '../src/briefing-data.ts';
import { findClauses, findDocuments } from '../src/documents.ts';
import { findFigures, findFigureVersions } from '../src/figures.ts';
import { findIndicators } from '../src/indicators.ts';
import { findMeasures } from '../src/measures.ts';
import { appliedMigration, migrate, newestMigration } from '../src/migrate.ts';
import { first } from '../src/migrations/001-first.ts';
import { openStore } from '../src/open.ts';
import { addFirstUsers, prepareStore } from '../src/prepare.ts';
import { findSetting, putSetting } from '../src/settings.ts';
import { findTargets } from '../src/targets.ts';
import { freshStore, seededStore } from './fresh-store.ts';
import { seedsOf, smallCatalogue } from './small-catalogue.ts';
import { storeAt } from './store-at.ts';

const PREPARATION = { seeds: seedsOf(smallCatalogue()), kind: 'real', today: '2024-06-01', version: 'test' } as const;

describe('migrate', () => {
  it('brings an empty database to the newest tables, once', async () => {
    const { store } = freshStore();
    expect(await appliedMigration(store.read)).toBe(0);
    const applied = await migrate(store);
    expect(applied).toEqual([...new Set(applied)].sort((one, other) => one - other));
    expect([applied[0], applied.at(-1)]).toEqual([1, newestMigration()]);
    expect(await migrate(store)).toEqual([]);
    expect(await appliedMigration(store.read)).toBe(newestMigration());
  });

  it('refuses a database that is newer than the program', async () => {
    const { store } = freshStore();
    await migrate(store);
    await store.transact((trx) =>
      trx.insertInto('migration').values({ number: 999, name: 'later', applied_at: '' }).execute(),
    );
    await expect(migrate(store)).rejects.toThrow('newer');
  });

  it('lets only one process migrate', async () => {
    const { store } = freshStore();
    await migrate(store);
    await store.transact(async (trx) => {
      await trx.deleteFrom('migration').execute();
      await trx.updateTable('migration_lock').set({ locked_until: '2999-01-01' }).execute();
    });
    await expect(migrate(store)).rejects.toThrow('another process');
  });

  it('writes durably: WAL, full synchronisation, foreign keys on', async () => {
    const { store } = freshStore();
    const pragma = async (name: string) => {
      const { CompiledQuery } = await import('kysely');
      const { rows } = await store.read.executeQuery<Record<string, unknown>>(CompiledQuery.raw(`pragma ${name}`));
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
  });
});

describe('prepareStore', () => {
  it('keeps a catalogue whole', async () => {
    const store = await seededStore();
    const catalogue = smallCatalogue();
    expect(await findTargets(store.read)).toEqual(catalogue.targets);
    expect(await findDocuments(store.read)).toEqual(catalogue.documents.map((one) => ({ ...one, label: 'public' })));
    expect(await findClauses(store.read, 'east')).toEqual(catalogue.clauses);
    expect(await findMeasures(store.read)).toEqual(catalogue.measures);
    expect(await findFigures(store.read)).toMatchObject([{ value: 41, decimals: 1, version: 1, demo: false }]);
  });

  it('keeps goals without a number, and leaves narrative ones out of what is counted', async () => {
    const { store } = freshStore();
    const catalogue = smallCatalogue();
    const first = catalogue.targets[0];
    if (!first) throw new Error('no target');
    const open = { ...first, milestones: [], baseline: null };
    const rising: Target = { ...open, id: 'east-rising', comparator: 'gt', method: 'direction_only' };
    const goal: Target = { ...open, id: 'east-lead', kind: 'narrative', comparator: 'eq', indicator: 'narrative' };
    catalogue.indicators.push(NARRATIVE_INDICATOR);
    catalogue.targets.push(rising, goal);
    await prepareStore(store, { ...PREPARATION, seeds: seedsOf(catalogue) });
    expect(await findTargets(store.read, { ids: ['east-rising', 'east-lead'] })).toEqual([rising, goal]);
    expect((await findIndicators(store.read)).map(({ id }) => id).sort()).toEqual(['share', 'stations']);
    const dossier = await findBriefingData(store.read, { scope: 'document', value: 'east' }, 2024);
    expect(dossier?.targets.map(({ target }) => target.id)).toEqual(['east-stations', 'east-share', 'east-rising']);
  });

  it('changes nothing the second time', async () => {
    const { store } = freshStore();
    expect(await prepareStore(store, PREPARATION)).toEqual({ targets: 2, figures: 1, leftOut: [] });
    const released = await findSetting(store.read, 'released');
    expect(await prepareStore(store, PREPARATION)).toEqual({ targets: 2, figures: 0, leftOut: [] });
    expect(await findSetting(store.read, 'released')).toBe(released);
  });

  it('does not even read a catalogue it knows, unless asked to seed anew', async () => {
    const { store } = freshStore();
    await prepareStore(store, PREPARATION);
    const unread = async () => {
      throw new Error('read');
    };
    const seeds = { hash: PREPARATION.seeds.hash, read: unread };
    expect(await prepareStore(store, { ...PREPARATION, seeds })).toEqual({ targets: 2, figures: 0, leftOut: [] });
    await expect(prepareStore(store, { ...PREPARATION, seeds, anew: true })).rejects.toThrow('read');
  });

  it('fills the tables that a new migration adds, though the catalogue is the same', async () => {
    const { store } = await storeAt([first]);
    await store.transact((trx) => putSetting(trx, 'catalogue_hash', `test ${PREPARATION.seeds.hash}`));
    expect(await prepareStore(store, PREPARATION)).toEqual({ targets: 2, figures: 1, leftOut: [] });
    expect(await findMeasures(store.read)).toEqual(smallCatalogue().measures);
  });

  it('appends a version where the catalogue gives a published figure anew, and takes up changed targets', async () => {
    const { store } = freshStore();
    await prepareStore(store, PREPARATION);
    const catalogue = smallCatalogue();
    catalogue.figures = catalogue.figures.map((figure) => ({ ...figure, value: 41.5 }));
    catalogue.targets = catalogue.targets.slice(1);
    catalogue.measures = catalogue.measures.slice(1);
    expect(await prepareStore(store, { ...PREPARATION, seeds: seedsOf(catalogue) })).toEqual({
      targets: 1,
      figures: 1,
      leftOut: [],
    });
    expect((await findFigureVersions(store.read)).map(({ version, value }) => [version, value])).toEqual([
      [2, 41.5],
      [1, 41],
    ]);
    expect((await findTargets(store.read)).map(({ id }) => id)).toEqual(['east-share']);
    expect((await findMeasures(store.read, { document: 'east' })).map(({ id }) => id)).toEqual(['east-support']);
    expect(await findMeasures(store.read, { document: 'west' })).toEqual([]);
  });

  it('never mixes made-up and real figures', async () => {
    const { store } = freshStore();
    await prepareStore(store, { ...PREPARATION, kind: 'demo' });
    expect((await findFigures(store.read)).every(({ demo }) => demo)).toBe(true);
    await expect(prepareStore(store, PREPARATION)).rejects.toThrow('demonstration figures');
  });

  it('stores nothing of a catalogue that fails half-way', async () => {
    const { store } = freshStore();
    const catalogue = smallCatalogue();
    catalogue.targets = catalogue.targets.map((target) => ({ ...target, indicator: 'nowhere' }));
    await expect(prepareStore(store, { ...PREPARATION, seeds: seedsOf(catalogue) })).rejects.toThrow();
    expect(await findDocuments(store.read)).toEqual([]);
  });

  it('makes the two administrators once, with different one-time passwords', async () => {
    const store = await seededStore();
    const first = await store.transact(addFirstUsers);
    expect(first.map(({ name }) => name)).toEqual(['system-admin', 'security-admin']);
    expect(new Set(first.map(({ password }) => password)).size).toBe(2);
    expect(await store.transact(addFirstUsers)).toEqual([]);
  });

  it('is read by a second process', async () => {
    const { store, file } = freshStore();
    await prepareStore(store, PREPARATION);
    const other = openStore(file);
    expect(await findTargets(other.read)).toHaveLength(2);
    await other.close();
  });
});
