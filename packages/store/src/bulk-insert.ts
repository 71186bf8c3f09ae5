import { CompiledQuery, type Insertable, type InsertQueryBuilder, type InsertResult } from 'kysely';
import { breather } from './breathe.ts';
import { inChunks } from './lists.ts';
import type { Trx } from './open.ts';
import type { Tables } from './tables.ts';

/** Rows a statement takes at once: with 24 columns far below every engine's limit of parameters. */
const ROWS = 100;

type Row = Record<string, unknown>;
type Insert = InsertQueryBuilder<Tables, keyof Tables, InsertResult>;

/**
 * Inserts many rows. The statement for a full chunk is written once and used for all of them: writing it anew takes
 * longer than the engine needs to run it. Gives way to other requests in between.
 * @param toRow the row of an item; every row has the same columns in the same order
 * @param onRows told how many rows are in
 */
export async function insertRows<T extends keyof Tables, Item>(
  trx: Trx,
  table: T,
  items: readonly Item[],
  toRow: (item: Item, position: number) => Insertable<Tables[T]>,
  onRows: (done: number) => void = () => {},
): Promise<void> {
  const breathe = breather();
  let full: string | null = null;
  let done = 0;
  for (const chunk of inChunks(items, ROWS)) {
    const rows = chunk.map((item, at) => toRow(item, done + at) as Row);
    if (full === null || rows.length < ROWS) {
      const { sql } = (trx.insertInto(table) as unknown as Insert).values(rows as never).compile();
      full = sql;
    }
    const columns = Object.keys(rows[0] as Row);
    const parameters = rows.flatMap((row) => columns.map((column) => row[column]));
    await trx.executeQuery(CompiledQuery.raw(full, parameters));
    done += rows.length;
    onRows(done);
    await breathe();
  }
}
