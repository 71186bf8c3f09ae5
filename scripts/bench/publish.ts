// Staging and publishing 100,000 rows, against a bare prepared-statement loop that inserts the very same rows.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { ReadFigure } from '@dabiao/domain/problem';
import { openStore, type Store } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { publishSubmission } from '@dabiao/store/publish-submission';
import { insertSubmission } from '@dabiao/store/stage-submission';
import { moveSubmission } from '@dabiao/store/submission-steps';
import { commandLineUser } from '@dabiao/store/users';
import { shown, timed } from './measure.ts';
import { shippedCatalogue, withSeededStore } from './seeded-store.ts';

const ROUNDS = 3;
const REGIONS = 100;
const INDICATORS = 100;
const YEARS = 10;
const THIS_YEAR = 2026;

type Row = Record<string, SQLInputValue>;

/** 100 regions, those of the catalogue among them, so that its targets are judged too. */
async function addRegions(store: Store): Promise<string[]> {
  const { regions } = await shippedCatalogue();
  const codes = regions.map(({ code }) => code);
  const made = Array.from({ length: REGIONS - codes.length }, (_, at) => String(900_000 + at));
  await store.transact((trx) =>
    trx
      .insertInto('region')
      .values(made.map((code) => ({ code, name: code, parent: null, aliases: '[]' })))
      .execute(),
  );
  return [...codes, ...made];
}

async function figuresOf(regions: readonly string[]): Promise<ReadFigure[]> {
  const indicators = (await shippedCatalogue()).indicators.slice(0, INDICATORS);
  const places = indicators.flatMap(({ id, unit }) => regions.map((region) => ({ indicator: id, unit, region })));
  return places.flatMap((place, at) =>
    Array.from({ length: YEARS }, (_, year) => ({
      ...place,
      year: THIS_YEAR - YEARS + year,
      value: (at % 997) + year + 0.5,
      decimals: 1,
      status: 'final' as const,
      sheet: '数据',
      cell: `D${at * YEARS + year + 2}`,
      row: at * YEARS + year + 2,
      raw: String((at % 997) + year + 0.5),
      rawUnit: place.unit,
    })),
  );
}

/** The same rows by the least that can be done: one prepared statement, one transaction. */
function bareLoop(file: string, table: string, rows: readonly Row[]): Promise<number> {
  const database = new DatabaseSync(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON']) {
    database.exec(`pragma ${pragma}`);
  }
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((column) => `"${column}"`).join(', ');
  const statement = database.prepare(`insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`);
  return timed(() => {
    database.exec('begin immediate');
    for (const row of rows) statement.run(...columns.map((column) => row[column] ?? null));
    database.exec('commit');
  }).finally(() => database.close());
}

/** Times `work`, and the longest that it kept everyone else waiting. */
async function watched(work: () => Promise<unknown>): Promise<{ took: number; blocked: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const took = await timed(work);
  delay.disable();
  return { took, blocked: delay.max / 1e6 };
}

interface Step {
  took: number;
  blocked: number;
}

/** What stands in the tables after a run, for the bare loop to insert again. */
interface Rows {
  user: string;
  staged: Row[];
  published: Row[];
}

interface Round {
  staging: Step & { bare: number };
  publishing: Step & { bare: number };
  targets: number;
}

const head = (user: string) => ({ fileName: 'a.xlsx', fileHash: 'h', idempotencyKey: null, createdBy: user });

/** Stages and publishes in a store of its own. */
async function ours(file: string, figures: ReadFigure[]) {
  const store = openStore(file);
  const user = await store.transact(commandLineUser);
  let id = '';
  const staging = await watched(() =>
    store.transact(async (trx) => {
      id = await insertSubmission(trx, { ...head(user), figures, problems: [] });
    }),
  );
  let targets = 0;
  const publishing = await watched(() =>
    store.transact(async (trx) => {
      await moveSubmission(trx, id, { from: ['draft'], to: 'approved', action: 'submit', by: user });
      targets = (await publishSubmission(trx, id, { by: user, thisYear: THIS_YEAR })).targets.length;
    }),
  );
  const staged = (await store.read.selectFrom('submission_figure').selectAll().execute()) as unknown as Row[];
  const published = await store.read.selectFrom('figure').selectAll().where('submission', '=', id).execute();
  await store.close();
  if (published.length !== figures.length) throw new Error(`${published.length} figures published`);
  const rows: Rows = { user, staged, published: published as unknown as Row[] };
  return { staging, publishing, targets, rows };
}

/** The same rows into the same tables, by the bare loop. */
async function bare(file: string, { user, staged, published }: Rows): Promise<{ staging: number; publishing: number }> {
  const store = openStore(file);
  const submission = await store.transact(async (trx) => {
    const made = await commandLineUser(trx);
    await trx.updateTable('user').set({ id: user }).where('id', '=', made).execute();
    return insertSubmission(trx, { ...head(user), figures: [], problems: [] });
  });
  await store.close();
  const own = (rows: readonly Row[]) => rows.map((row) => ({ ...row, submission }));
  return {
    staging: await bareLoop(file, 'submission_figure', own(staged)),
    publishing: await bareLoop(file, 'figure', own(published)),
  };
}

async function oneRound(template: string, files: [string, string], figures: ReadFigure[]): Promise<Round> {
  for (const file of files) copyFileSync(template, file);
  const { staging, publishing, targets, rows } = await ours(files[0], figures);
  const least = await bare(files[1], rows);
  return {
    staging: { ...staging, bare: least.staging },
    publishing: { ...publishing, bare: least.publishing },
    targets,
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

await withSeededStore(async (store, folder) => {
  const figures = await figuresOf(await addRegions(store));
  const template = join(folder, 'template.db');
  const seeded = new DatabaseSync(databaseFile(folder));
  seeded.exec(`vacuum into '${template}'`);
  seeded.close();
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const files = ['ours', 'bare'].map((name) => join(folder, `${name}-${round}.db`)) as [string, string];
    rounds.push(await oneRound(template, files, figures));
  }
  console.log(`  ${figures.length} rows, ${rounds[0]?.targets} targets judged anew; median of ${ROUNDS}`);
  for (const step of ['staging', 'publishing'] as const) {
    const took = median(rounds.map((round) => round[step].took));
    const bare = median(rounds.map((round) => round[step].bare));
    const blocked = Math.max(...rounds.map((round) => round[step].blocked));
    const ratio = shown(median(rounds.map((round) => round[step].took / round[step].bare)));
    console.log(
      `  ${step.padEnd(10)} ${ratio.padStart(6)} × a bare loop  (${shown(took)} ms, bare ${shown(bare)} ms; others waited at most ${shown(blocked)} ms)`,
    );
  }
});
