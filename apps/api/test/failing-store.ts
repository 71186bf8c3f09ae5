import { createHash } from 'node:crypto';
import type { Store, Trx } from '@dabiao/store/open';
import type { Tables } from '@dabiao/store/tables';

type Plugin = Parameters<Trx['withPlugin']>[0];

const WRITES = ['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'];

/** What an engine says whose disk is full. */
const full = (): Error => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });

export interface FailingStore {
  store: Store;
  /** From now on the `n`-th writing statement fails, once; 0: none does. */
  failAt: (n: number) => void;
  /** Whether it has come to that. */
  failed: () => boolean;
}

/** A store in whose transactions one writing statement can be made to fail. */
export function failingStore(whole: Store): FailingStore {
  let left = 0;
  let failed = false;
  const count = (): void => {
    if (left === 0) return;
    left -= 1;
    if (left > 0) return;
    failed = true;
    throw full();
  };
  const plugin: Plugin = {
    transformQuery: ({ node }) => {
      if (WRITES.includes(node.kind)) count();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const watched = (trx: Trx): Trx =>
    new Proxy(trx.withPlugin(plugin) as Trx, {
      get: (target, name) => {
        const found = Reflect.get(target, name, target) as unknown;
        if (typeof found !== 'function') return found;
        const bound = found.bind(target) as (...given: unknown[]) => unknown;
        // Statements that were written before: rows in chunks.
        return name === 'executeQuery'
          ? async (...given: unknown[]) => {
              count();
              return bound(...given);
            }
          : bound;
      },
    });
  return {
    store: { ...whole, transact: (work) => whole.transact((trx) => work(watched(trx))) },
    failAt: (n) => {
      left = n;
      failed = false;
    },
    failed: () => failed,
  };
}

/** Everything that people's work is kept in. */
const TABLES = [
  'submission',
  'submission_figure',
  'submission_problem',
  'submission_step',
  'submission_sheet',
  'figure',
  'assessment',
  'audit',
  'setting',
  'briefing',
] as const satisfies readonly (keyof Tables)[];

/** A word for all that is stored: two stores with the same one hold the same. */
export async function stateOf(store: Store): Promise<string> {
  const hash = createHash('sha256');
  for (const table of TABLES) {
    const rows = await store.read.selectFrom(table).selectAll().execute();
    hash.update(
      `${table} ${rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n')}`,
    );
  }
  return hash.digest('hex');
}
