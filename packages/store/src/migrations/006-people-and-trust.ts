import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  `alter table "user" add column password_set_at text`,
  `update "user" set password_set_at = created_at`,
  `alter table "user" add column last_sign_in_at text`,
  `alter table "user" add column totp_secret text`,
  `alter table "user" add column totp_confirmed integer not null default 0 check (totp_confirmed in (0, 1))`,
  `alter table "user" add column totp_step integer not null default 0`,
  // Failures are counted by the name that was typed, whether or not anybody has it.
  `alter table "user" drop column failed_sign_ins`,
  `alter table "user" drop column locked_until`,
  `create table failed_sign_in (
    name_hash text primary key,
    failed integer not null,
    locked_until text,
    at text not null
  )`,
  `create table password_history (
    id text primary key,
    "user" text not null references "user" (id) on delete cascade,
    password_hash text not null
  )`,
  `create index password_history_by_user on password_history ("user", id)`,
  `create table api_token (
    id text primary key,
    "user" text not null references "user" (id) on delete cascade,
    label text not null,
    hash text not null unique,
    scopes text not null,
    created_at text not null,
    expires_at text not null,
    last_used_at text
  )`,
  `create table user_identity (
    issuer text not null,
    subject text not null,
    "user" text not null references "user" (id) on delete cascade,
    linked_at text not null,
    primary key (issuer, subject)
  )`,
  `alter table audit add column roles text`,
  `alter table audit add column request text`,
  `create index audit_by_user on audit ("user", seq)`,
  `create index audit_by_action on audit (action, seq)`,
];

/** 006: age and history of passwords, failures by name, second factor, tokens, outside identities, audit's request. */
export const peopleAndTrust = {
  number: 6,
  name: 'people and trust',
  async up<T>(db: Kysely<T>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
