import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  `alter table briefing add column options text not null default '{}'`,
  `alter table briefing add column scope text not null default 'document'
    check (scope in ('document', 'region', 'department', 'indicator', 'targets', 'whole'))`,
  `alter table briefing add column scope_value text`,
  `alter table briefing add column scope_name text`,
  `alter table briefing add column pages integer`,
  `alter table briefing add column figures integer not null default 0`,
  `alter table briefing add column data_at text`,
  `alter table briefing add column engine text`,
  `alter table briefing add column batch text`,
  `alter table briefing add column submission text`,
  `update briefing set scope_value = document`,
  `create index briefing_by_scope on briefing (scope, scope_value)`,
  `create index briefing_by_batch on briefing (batch)`,
];

/** 005: briefings of anything, in several forms, in batches, and as drafts of figures not yet released. */
export const briefingsOfAnything = {
  number: 5,
  name: 'briefings of anything',
  async up<T>(db: Kysely<T>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
