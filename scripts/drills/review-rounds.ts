import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { firstBrokenAuditLine } from '@dabiao/store/audit';
import { openStore, type Store } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { insertUser } from '@dabiao/store/users';
import { damageOf } from '@dabiao/store/verify';
import { signIn, startServer } from './server-process.ts';

const PASSWORD = 'Stone-Bridge-7';
const REGION = { code: '370100', name: '济南市' };
const ENV = { REVIEW: 'required' };
const YEARS = [2020, 2021, 2022, 2023, 2024, 2025];
/** How long the server lives once requests are on their way, at most. */
const LONGEST_LIFE_MS = 2500;
/** How long it waits after the server has told it to come later. */
const BUSY_MS = 100;
/** How far ahead a release is set: some fall due while the server lives, some while it is gone. */
const [SOONEST_MS, LATEST_MS] = [300, 2500];

/** What the server said of each submission: the last state it acknowledged, and whether it was to wait. */
type Acknowledged = Map<string, { rows: number; state: 'draft' | 'submitted' | 'approved'; waits: boolean }>;

export interface ReviewReport {
  rounds: number;
  approved: number;
  /** Of them with a time of release. */
  scheduled: number;
  faults: string[];
}

class Desk {
  readonly #address: string;
  readonly #cookies: { maker: string; reviewer: string };
  readonly #seen: Acknowledged;

  constructor(address: string, cookies: { maker: string; reviewer: string }, seen: Acknowledged) {
    this.#address = address;
    this.#cookies = cookies;
    this.#seen = seen;
  }

  async #post(path: string, cookie: string, body: FormData | object): Promise<{ status: number; said: unknown }> {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${this.#address}/api/v1${path}`, {
      method: 'POST',
      headers: { cookie, ...(isForm ? {} : { 'content-type': 'application/json' }) },
      body: isForm ? body : JSON.stringify(body),
    });
    return { status: answer.status, said: await answer.json() };
  }

  /** Hands in, submits and approves one file of figures nobody has handed in before. */
  async #one(indicator: string): Promise<void> {
    const { maker, reviewer } = this.#cookies;
    const rows = YEARS.map((year) => `${REGION.name},${indicator},${year},${(10 + Math.random() * 80).toFixed(6)}`);
    const form = new FormData();
    form.append('file', new Blob([`地区,指标,年份,数值\n${rows.join('\n')}\n`]), 'review.csv');
    const sent = await this.#post('/submissions', maker, form);
    const made = sent.said as { id: string; counts: { figures: number } };
    // A quick machine sends more within its life than one account may within a minute.
    if (sent.status === 429) return wait(BUSY_MS);
    if (sent.status !== 201) throw new Error(`not taken in: ${JSON.stringify(made)}`);
    const known = { rows: made.counts.figures, waits: false };
    this.#seen.set(made.id, { ...known, state: 'draft' });
    const submitted = await this.#post(`/submissions/${made.id}/submit`, maker, { reason: '演练', problems: 'skip' });
    // Another release of the same figure came first: refused, nothing changed.
    if (submitted.status !== 200) return;
    this.#seen.set(made.id, { ...known, state: 'submitted' });
    const waits = Math.random() < 0.5;
    const due = Date.now() + SOONEST_MS + Math.random() * (LATEST_MS - SOONEST_MS);
    const body = waits ? { releaseAt: new Date(due).toISOString() } : {};
    const approved = await this.#post(`/submissions/${made.id}/approve`, reviewer, body);
    if (approved.status === 200) this.#seen.set(made.id, { ...known, state: 'approved', waits });
  }

  async untilGone(indicator: string): Promise<void> {
    try {
      for (;;) await this.#one(indicator);
    } catch (error) {
      // A connection that breaks is what the drill is for; anything else is a fault.
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    }
  }
}

const RANK = { draft: 0, returned: 0, submitted: 1, approved: 2, withdrawn: -1 } as const;

/** What is not as it was acknowledged, or is there by half. */
async function faultsOf({ read: db }: Store, seen: Acknowledged): Promise<string[]> {
  const faults = (await damageOf(db, false)).map((word) => `engine: ${word}`);
  const broken = await firstBrokenAuditLine(db);
  if (broken !== null) faults.push(`audit: line ${broken}`);
  const submissions = await db.selectFrom('submission').select(['id', 'state', 'released_at', 'row_count']).execute();
  const figures = await db
    .selectFrom('figure')
    .select(['submission', ({ fn }) => fn.countAll().as('n')])
    .groupBy('submission')
    .execute();
  const published = new Map(figures.map(({ submission, n }) => [submission ?? '', Number(n)]));
  const steps = await db.selectFrom('submission_step').select(['submission', 'action']).execute();
  const lines = await db.selectFrom('audit').select(['action', 'object', 'outcome']).execute();
  const audited = new Set(lines.map(({ action, object, outcome }) => `${action} ${object} ${outcome}`));
  const has = (id: string, action: string) => steps.some((one) => one.submission === id && one.action === action);
  const known = new Map(submissions.map((one) => [one.id, one]));
  for (const { id, state, released_at, row_count } of submissions) {
    const due = released_at !== null ? row_count : 0;
    if ((published.get(id) ?? 0) !== due) faults.push(`${id}: ${state}, ${published.get(id) ?? 0} of ${due} published`);
    if (state === 'approved' && !has(id, 'approve')) faults.push(`${id}: approved without a step`);
    if (state === 'approved' && !audited.has(`submission.approve ${id} done`)) faults.push(`${id}: no audit line`);
  }
  for (const [id, { rows, state }] of seen) {
    const found = known.get(id);
    if (found?.row_count !== rows) faults.push(`${id}: acknowledged and lost`);
    // A release whose figure had moved on goes back to its maker, with a step that says so.
    else if (RANK[found.state] < RANK[state] && !has(id, 'release_fail')) {
      faults.push(`${id}: acknowledged as ${state}, found ${found.state}`);
    }
  }
  return faults;
}

/** What was to wait must be public, or back with its maker, once its time has come and a server was there. */
async function overdue({ read: db }: Store, seen: Acknowledged): Promise<string[]> {
  const rows = await db.selectFrom('submission').select(['id', 'state', 'released_at']).execute();
  const waiting = rows.filter(
    ({ id, state, released_at }) => seen.get(id)?.waits && state === 'approved' && !released_at,
  );
  return waiting.map(({ id }) => `${id}: its time has come and it is not released`);
}

/**
 * Kills the server at random moments while submissions are reviewed and released by the clock, and looks after each kill
 * whether what it had acknowledged is there and nothing is there by half; at the end, whether all that waited for its
 * time came out.
 */
export async function reviewRounds(rounds: number): Promise<ReviewReport> {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-review-kill-'));
  const seen: Acknowledged = new Map();
  const faults: string[] = [];
  const looked = async (look: (store: Store) => Promise<string[]>): Promise<string[]> => {
    const store = openStore(databaseFile(folder));
    const found = await look(store);
    await store.close();
    return found;
  };
  try {
    await (await startServer(folder, ENV)).end('SIGTERM');
    const store = openStore(databaseFile(folder));
    const user = { password: PASSWORD, region: REGION.code, createdBy: null };
    await store.transact(async (trx) => {
      await insertUser(trx, { ...user, name: 'li', displayName: '李', roles: ['statistician'] });
      await insertUser(trx, { ...user, name: 'wang', displayName: '王', roles: ['reviewer'] });
    });
    const names = (await store.read.selectFrom('indicator').select('name').where('unit', '!=', '').execute()).slice(
      0,
      3,
    );
    await store.close();
    let cookies: { maker: string; reviewer: string } | null = null;
    for (let round = 1; round <= rounds; round += 1) {
      const server = await startServer(folder, ENV);
      cookies ??= {
        maker: await signIn(server.address, 'li', PASSWORD),
        reviewer: await signIn(server.address, 'wang', PASSWORD),
      };
      const desk = new Desk(server.address, cookies, seen);
      const work = names.map(({ name }) => desk.untilGone(name));
      await wait(Math.random() * LONGEST_LIFE_MS);
      await server.end('SIGKILL');
      await Promise.all(work);
      const found = await looked((one) => faultsOf(one, seen));
      faults.push(...found.map((fault) => `round ${round}: ${fault}`));
    }
    await wait(LATEST_MS);
    await (await startServer(folder, ENV)).end('SIGTERM');
    faults.push(...(await looked((one) => faultsOf(one, seen))), ...(await looked((one) => overdue(one, seen))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const approved = [...seen.values()].filter(({ state }) => state === 'approved');
  return { rounds, approved: approved.length, scheduled: approved.filter(({ waits }) => waits).length, faults };
}
