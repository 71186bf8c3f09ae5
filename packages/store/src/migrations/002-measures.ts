import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  `create table measure (
    id text primary key,
    document text not null references document (id) on delete cascade,
    clause text not null references clause (id),
    position integer not null,
    beneficiary text not null,
    purpose text not null,
    form text not null,
    amount text,
    amount_unit text,
    share text,
    share_of text,
    share_at_most integer not null check (share_at_most in (0, 1)),
    ceiling text,
    ceiling_unit text,
    ceiling_of text,
    per text,
    years_from integer,
    years_count integer,
    level text,
    quote text not null,
    departments text not null,
    notes text
  )`,
  `create index measure_by_document on measure (document, position)`,
];

/** 002: policy measures. */
export const measures = {
  number: 2,
  name: 'measures',
  async up<T>(db: Kysely<T>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
