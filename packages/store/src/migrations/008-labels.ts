import { type Kysely, sql } from 'kysely';

const LEVEL = 'integer not null default 0 check (LEVEL in (0, 1, 2))';
const level = (column: string): string => `${column} ${LEVEL.replace('LEVEL', column)}`;

const STATEMENTS = [
  ...['document', 'figure', 'submission', 'reading', 'briefing'].flatMap((table) => [
    `alter table ${table} add column ${level('label')}`,
    // Labelled things are few: what is hidden from a reader is found without reading the rest.
    `create index ${table}_labelled on ${table} (label) where label > 0`,
  ]),
  `alter table "user" add column ${level('clearance')}`,
  // Those who hand in and review have seen unreleased figures all along.
  `update "user" set clearance = 1 where id in
    (select "user" from user_role where role in ('statistician', 'reviewer'))`,

  // A target is judged once for every clearance that sees other figures; the key gets longer, so the table is made anew.
  `create table judged (
    target text not null references target (id) on delete cascade,
    year integer not null,
    ${level('clearance')},
    verdict text not null,
    state text not null,
    primary key (target, year, clearance)
  )`,
  `insert into judged (target, year, verdict, state) select target, year, verdict, state from assessment`,
  `drop table assessment`,
  `alter table judged rename to assessment`,
  `create index assessment_by_year on assessment (year, verdict)`,

  `create table briefing_source (
    briefing text not null references briefing (id) on delete cascade,
    kind text not null check (kind in ('document', 'series')),
    object text not null,
    primary key (briefing, kind, object)
  )`,
  `create index briefing_source_by_object on briefing_source (kind, object)`,
];

/** 008: labels of documents, figures and what is made of them, clearance of users. */
export const labels = {
  number: 8,
  name: 'labels',
  async up<T>(db: Kysely<T>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
