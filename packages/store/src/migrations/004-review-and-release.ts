import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  `alter table figure add column withdrawn integer not null default 0 check (withdrawn in (0, 1))`,
  `alter table figure add column reason text`,

  `alter table submission add column kind text not null default 'file' check (kind in ('file', 'rows', 'correction'))`,
  `alter table submission add column hints text not null default '{}'`,
  `alter table submission add column corrections text`,
  `alter table submission add column revision integer not null default 0`,
  `alter table submission add column release_at text`,
  `alter table submission add column released_at text`,
  `alter table submission add column row_count integer not null default 0`,
  `update submission set row_count = (
    select count(*) from submission_figure where submission_figure.submission = submission.id
  )`,
  // What was approved before this was published at once.
  `update submission set released_at = decided_at where state = 'approved'`,
  `create index submission_by_hash on submission (file_hash)`,
  `create index submission_by_state on submission (state, released_at)`,

  `alter table submission_figure add column withdrawn integer not null default 0 check (withdrawn in (0, 1))`,
  `create index submission_figure_by_place on submission_figure (year, indicator, region)`,
  `alter table submission_problem add column suggestions text`,

  `create table submission_step (
    submission text not null references submission (id) on delete cascade,
    position integer not null,
    action text not null,
    at text not null,
    "by" text references "user" (id),
    reason text,
    release_at text,
    primary key (submission, position)
  )`,
  `create table submission_sheet (
    submission text not null references submission (id) on delete cascade,
    position integer not null,
    view text not null,
    primary key (submission, position)
  )`,
  `create table layout_correction (
    id text primary key,
    office text not null,
    shape text not null,
    corrections text,
    at text not null,
    "by" text not null references "user" (id)
  )`,
  `create index layout_correction_by_shape on layout_correction (office, shape, id)`,
  `create table due_date (
    year integer not null check (year between 1949 and 2200),
    indicator text not null,
    region text not null,
    due_on text not null,
    set_at text not null,
    set_by text not null references "user" (id),
    primary key (year, indicator, region)
  )`,
];

/** 004: steps of a submission, timed release, withdrawn figures, remembered layouts, due dates. */
export const reviewAndRelease = {
  number: 4,
  name: 'review and release',
  async up<T>(db: Kysely<T>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
