import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  `create table reading (
    id text primary key,
    file_name text not null,
    file_hash text not null,
    "text" text not null,
    document text not null,
    outline text not null,
    beside text not null,
    state text not null default 'open' check (state in ('open', 'published', 'dropped')),
    revision integer not null default 0,
    published_as text references document (id) on delete set null,
    created_at text not null,
    created_by text not null references "user" (id),
    decided_at text,
    decided_by text references "user" (id)
  )`,
  `create index reading_by_hash on reading (file_hash)`,
  `create table reading_candidate (
    reading text not null references reading (id) on delete cascade,
    number integer not null,
    start_at integer not null check (start_at >= 0),
    end_at integer not null check (end_at >= start_at),
    origin text not null check (origin in ('reader', 'selection', 'split', 'merge')),
    came_from text not null,
    confidence text not null,
    reasons text not null,
    proposed text not null,
    decided text not null,
    restates integer,
    state text not null default 'open' check (state in ('open', 'accepted', 'rejected', 'replaced')),
    primary key (reading, number)
  )`,
  `create table reading_step (
    reading text not null references reading (id) on delete cascade,
    position integer not null,
    at text not null,
    "by" text not null references "user" (id),
    action text not null,
    candidate integer,
    "before" text,
    "after" text,
    primary key (reading, position)
  )`,
];

/** 007: policy documents read, the targets proposed out of them, and what was decided on each. */
export const readings = {
  number: 7,
  name: 'readings',
  async up<T>(db: Kysely<T>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
