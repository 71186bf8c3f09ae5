import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  `alter table document add column schedule_yellow text`,
  `alter table document add column schedule_red text`,
  `alter table target add column path_shape text`,
];

/** 003: what a document or a target may settle about its judging. */
export const judgingSettings = {
  number: 3,
  name: 'judging settings',
  async up<T>(db: Kysely<T>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
