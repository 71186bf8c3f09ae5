import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  `alter table reading_candidate add column sort text not null default 'target' check (sort in ('target', 'measure'))`,
];

/** 011: policy measures stand among the candidates of a reading. */
export const measuresRead = {
  number: 11,
  name: 'measures read',
  async up<T>(db: Kysely<T>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
