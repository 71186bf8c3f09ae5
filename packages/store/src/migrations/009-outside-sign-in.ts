import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  `alter table session add column opened_by text not null default 'password' check (opened_by in ('password', 'provider'))`,
  // 1: the provider says that it saw a second factor, and is believed.
  `alter table session add column factor_shown integer not null default 0 check (factor_shown in (0, 1))`,
  `alter table user_identity add column shown text`,
  `alter table user_identity add column last_used_at text`,
  `create unique index user_identity_one_each on user_identity ("user", issuer)`,
  `create table recovery_code (
    id text primary key,
    "user" text not null references "user" (id) on delete cascade,
    hash text not null,
    used_at text
  )`,
  `create index recovery_code_by_user on recovery_code ("user", hash)`,
  `create table alarm (
    id text primary key,
    kind text not null check (kind in ('sign-ins', 'refusals')),
    at text not null,
    first_at text not null,
    count integer not null,
    addresses text not null,
    acknowledged_at text,
    acknowledged_by text,
    note text
  )`,
  `create index alarm_by_kind on alarm (kind, at)`,
];

/** 009: how a session was opened, what an outside identity is called, recovery codes, alarms. */
export const outsideSignIn = {
  number: 9,
  name: 'outside sign-in',
  async up<T>(db: Kysely<T>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
