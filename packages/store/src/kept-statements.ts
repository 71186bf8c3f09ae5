import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** Statements that a connection keeps ready: the ones asked for last. */
const KEPT = 300;

/**
 * A connection that prepares a statement once and keeps it: preparing takes the engine longer than running most of
 * them, and the query builder asks for the same texts again and again. The engine itself prepares a kept statement
 * anew where the tables have changed since.
 */
export function keepStatements(database: Database): SqliteDatabase {
  const kept = new Map<string, Statement>();
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (text) => {
      const known = kept.get(text);
      kept.delete(text);
      // One that is being read row by row cannot be begun again.
      const statement = known && !known.busy ? known : database.prepare(text);
      kept.set(text, statement);
      const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}
