import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { firstBrokenAuditLine } from '@dabiao/store/audit';
import { openStore, type Store } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { insertUser } from '@dabiao/store/users';
import { damageOf } from '@dabiao/store/verify';
import { type ServerProcess, signIn, startServer } from './server-process.ts';

const PASSWORD = 'Stone-Bridge-7';
const REGION = { code: '370100', name: '济南市' };
const SENDERS = 3;
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
/** Of each sender its own, so that none stands in another's way. */
const INDICATORS = 4;
/** How long the server lives once requests are on their way, at most. */
const LONGEST_LIFE_MS = 1500;
/** How long it waits after the server has told it to come later. */
const BUSY_MS = 100;

/** What the server said was done, over all rounds. */
interface Acknowledged {
  /** Rows of each submission that was taken in. */
  staged: Map<string, number>;
  released: Set<string>;
}

export interface KillReport {
  rounds: number;
  staged: number;
  released: number;
  /** Submissions in the database that were never acknowledged: whole, or a draft; never half. */
  unacknowledged: number;
  faults: string[];
}

async function indicatorNames(address: string): Promise<string[]> {
  const answer = await fetch(`${address}/api/v1/indicators?limit=100`);
  const { items } = (await answer.json()) as { items: { name: string; unit: string }[] };
  return items.map(({ name }) => name).slice(0, SENDERS * INDICATORS);
}

/** A file of figures nobody has handed in before. */
function randomFile(names: readonly string[]): string {
  const rows = names.flatMap((name) =>
    YEARS.map((year) => `${REGION.name},${name},${year},${(10 + Math.random() * 80).toFixed(6)}`),
  );
  return `地区,指标,年份,数值\n${rows.join('\n')}\n`;
}

/** Hands in and releases, again and again, until the server is gone. */
async function sendUntilGone(address: string, cookie: string, names: string[], seen: Acknowledged): Promise<void> {
  try {
    for (;;) {
      const form = new FormData();
      form.append('file', new Blob([randomFile(names)]), 'drill.csv');
      const sent = await fetch(`${address}/api/v1/submissions`, { method: 'POST', headers: { cookie }, body: form });
      const made = (await sent.json()) as { id: string; counts: { figures: number } };
      // A quick machine sends more within its life than one account may within a minute.
      if (sent.status === 429) {
        await wait(BUSY_MS);
        continue;
      }
      if (sent.status !== 201) throw new Error(`not taken in: ${JSON.stringify(made)}`);
      seen.staged.set(made.id, made.counts.figures);
      const released = await fetch(`${address}/api/v1/submissions/${made.id}/submit`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ reason: '演练', problems: 'skip' }),
      });
      const said = (await released.json()) as { state?: string };
      // Somebody else's release of the same figure came first: refused, nothing published.
      if (released.ok && said.state === 'approved') seen.released.add(made.id);
    }
  } catch (error) {
    // A connection that breaks is what the drill is for; anything else is a fault.
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
  }
}

async function faultsOf(
  store: Store,
  folder: string,
  seen: Acknowledged,
): Promise<{ faults: string[]; extra: number }> {
  const db = store.read;
  const faults = (await damageOf(db, false)).map((word) => `engine: ${word}`);
  const broken = await firstBrokenAuditLine(db);
  if (broken !== null) faults.push(`audit: line ${broken}`);
  const submissions = await db.selectFrom('submission').select(['id', 'state', 'released_at', 'row_count']).execute();
  const counted = async (table: 'submission_figure' | 'figure') => {
    const rows = await db
      .selectFrom(table)
      .select(['submission', ({ fn }) => fn.countAll().as('n')])
      .groupBy('submission')
      .execute();
    return new Map(rows.map(({ submission, n }) => [submission ?? '', Number(n)]));
  };
  const [staged, published] = [await counted('submission_figure'), await counted('figure')];
  const lines = await db.selectFrom('audit').select(['action', 'object']).where('object', 'is not', null).execute();
  const audited = new Set(lines.map(({ action, object }) => `${action} ${object}`));
  const known = new Map(submissions.map((one) => [one.id, one]));
  for (const { id, state, released_at, row_count } of submissions) {
    if ((staged.get(id) ?? 0) !== row_count) faults.push(`${id}: rows staged by half`);
    const due = state === 'approved' && released_at !== null ? row_count : 0;
    if ((published.get(id) ?? 0) !== due) faults.push(`${id}: ${state}, ${published.get(id)} of ${due} published`);
    if (!audited.has(`submission.add ${id}`)) faults.push(`${id}: no audit line`);
    if (due > 0 && !audited.has(`submission.approve ${id}`)) faults.push(`${id}: released without an audit line`);
  }
  for (const [id, rows] of seen.staged) {
    if (known.get(id)?.row_count !== rows) faults.push(`${id}: acknowledged and lost`);
  }
  for (const id of seen.released) {
    if (known.get(id)?.state !== 'approved') faults.push(`${id}: release acknowledged and lost`);
  }
  const uploads = existsSync(join(folder, 'uploads')) ? readdirSync(join(folder, 'uploads')) : [];
  const torn = uploads.filter((name) => !/^[0-9a-f]{64}(\..*\.part)?$/.test(name));
  return {
    faults: [...faults, ...torn.map((name) => `stray file ${name}`)],
    extra: submissions.length - seen.staged.size,
  };
}

async function addSender(folder: string): Promise<void> {
  const store = openStore(databaseFile(folder));
  const user = { name: 'li', displayName: '李', roles: ['statistician'], region: REGION.code, createdBy: null };
  await store.transact((trx) => insertUser(trx, { ...user, password: PASSWORD }));
  await store.close();
}

async function oneRound(server: ServerProcess, cookie: string, seen: Acknowledged): Promise<void> {
  const names = await indicatorNames(server.address);
  const senders = Array.from({ length: SENDERS }, (_, at) =>
    sendUntilGone(server.address, cookie, names.slice(at * INDICATORS, (at + 1) * INDICATORS), seen),
  );
  await wait(Math.random() * LONGEST_LIFE_MS);
  await server.end('SIGKILL');
  await Promise.all(senders);
}

/**
 * Kills the server at random moments while files are handed in and released, and looks after each kill whether what it
 * had acknowledged is there, nothing is there by half, and it starts again.
 */
export async function killRounds(rounds: number, tell: (text: string) => void = () => undefined): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-kill-'));
  const seen: Acknowledged = { staged: new Map(), released: new Set() };
  const faults: string[] = [];
  let extra = 0;
  try {
    await (await startServer(folder)).end('SIGTERM');
    await addSender(folder);
    let cookie = '';
    for (let round = 1; round <= rounds; round += 1) {
      const server = await startServer(folder);
      // The session outlives the kill as well.
      if (cookie === '') cookie = await signIn(server.address, 'li', PASSWORD);
      await oneRound(server, cookie, seen);
      const store = openStore(databaseFile(folder));
      const found = await faultsOf(store, folder, seen);
      await store.close();
      extra = found.extra;
      faults.push(...found.faults.map((fault) => `round ${round}: ${fault}`));
      if (round % 10 === 0) tell(`${round} kills, ${seen.staged.size} staged, ${seen.released.size} released`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { rounds, staged: seen.staged.size, released: seen.released.size, unacknowledged: extra, faults };
}
