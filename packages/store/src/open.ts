import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, type Driver, Kysely, SqliteDialect, type Transaction } from 'kysely';
import { keepStatements } from './kept-statements.ts';
import { toStoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** A handle for reading; also the type of a transaction where a function only reads. */
export type Db = Kysely<Tables>;
/** A handle inside a writing transaction. */
export type Trx = Transaction<Tables>;

/** One writing connection and one reading connection, so that readers never wait for a running import. */
export interface Store {
  read: Db;
  /** Runs `work` in one transaction: all of it is stored, durably, or nothing. */
  transact<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  /** How many transactions this process has ended, done or given up: what was read before the last one may be old. */
  transactions(): number;
  close(): Promise<void>;
}

/** Takes the write lock at once, so that a second process waits (busy_timeout) instead of failing half-way. */
class ImmediateSqliteDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    driver.beginTransaction = async (connection: DatabaseConnection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    };
    return driver;
  }
}

function connect(file: string): Kysely<Tables> {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 10000');
  database.pragma('secure_delete = ON');
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database: keepStatements(database) }) });
}

/**
 * Opens the SQLite store in `file`, making it and its folder where they are missing.
 * WAL with synchronous=FULL: what was acknowledged survives a power loss.
 * @throws StoreError where the file or its folder cannot be used.
 */
export function openStore(file: string): Store {
  const { write, read } = connectBoth(file);
  let ended = 0;
  return {
    read,
    transact: (work) =>
      write
        .transaction()
        .execute(work)
        .finally(() => {
          ended += 1;
        }),
    transactions: () => ended,
    close: async () => {
      await read.destroy();
      await write.destroy();
    },
  };
}

function connectBoth(file: string): { write: Kysely<Tables>; read: Kysely<Tables> } {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return { write: connect(file), read: connect(file) };
  } catch (error) {
    throw toStoreError(error, file) ?? error;
  }
}
