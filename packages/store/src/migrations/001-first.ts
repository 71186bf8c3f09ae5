import { type Kysely, sql } from 'kysely';

/** Statements that SQLite and PostgreSQL both take (docs/database.md). */
const STATEMENTS = [
  `create table setting (key text primary key, value text not null)`,

  `create table region (
    code text primary key,
    name text not null,
    parent text references region (code),
    aliases text not null
  )`,
  `create table department (
    id text primary key,
    region text not null references region (code),
    name text not null,
    unique (region, name)
  )`,
  `create table document (
    id text primary key,
    title text not null,
    short_title text not null,
    number text,
    issuer text,
    region text not null references region (code),
    issued_on text,
    effective_from text,
    valid_to text,
    period_from integer not null,
    period_to integer not null check (period_to >= period_from),
    draft integer not null check (draft in (0, 1)),
    notes text,
    position integer not null
  )`,
  `create table clause (
    id text primary key,
    document text not null references document (id) on delete cascade,
    position integer not null,
    path text not null,
    unique (document, position)
  )`,
  `create table indicator (
    id text primary key,
    name text not null,
    name_en text,
    unit text not null,
    direction text not null check (direction in ('more', 'less')),
    measure text not null check (measure in ('stock', 'flow', 'share', 'rate', 'index')),
    definition text,
    aliases text not null,
    natural_limit text
  )`,
  `create table target (
    id text primary key,
    document text not null references document (id) on delete cascade,
    region text not null references region (code),
    indicator text not null references indicator (id),
    clause text not null references clause (id),
    position integer not null,
    kind text not null,
    comparator text not null,
    qualifier text,
    every_year integer not null check (every_year in (0, 1)),
    period_from integer not null,
    period_to integer not null check (period_to >= period_from),
    baseline_year integer,
    baseline_value text,
    quote text not null,
    notes text,
    restates text references target (id) deferrable initially deferred,
    method text,
    tolerance text
  )`,
  `create index target_by_document on target (document, position)`,
  `create index target_by_indicator on target (indicator, region)`,
  `create table milestone (
    id text primary key,
    target text not null references target (id) on delete cascade,
    position integer not null,
    year integer,
    value text not null,
    value_max text,
    wording text,
    year_inferred integer not null check (year_inferred in (0, 1)),
    unique (target, position)
  )`,
  `create table target_department (
    target text not null references target (id) on delete cascade,
    department text not null references department (id),
    role text not null check (role in ('lead', 'responsible')),
    position integer not null,
    primary key (target, department, role)
  )`,
  `create index target_department_by_department on target_department (department)`,

  `create table "user" (
    id text primary key,
    name text not null,
    name_key text not null unique,
    display_name text not null,
    password_hash text not null,
    region text references region (code),
    must_change_password integer not null check (must_change_password in (0, 1)),
    disabled integer not null check (disabled in (0, 1)),
    failed_sign_ins integer not null,
    locked_until text,
    created_at text not null,
    created_by text references "user" (id)
  )`,
  `create table user_role (
    "user" text not null references "user" (id) on delete cascade,
    role text not null,
    primary key ("user", role)
  )`,
  `create table session (
    id text primary key,
    "user" text not null references "user" (id) on delete cascade,
    created_at text not null,
    last_seen_at text not null,
    expires_at text not null,
    address text
  )`,

  `create table submission (
    id text primary key,
    state text not null check (state in ('draft', 'submitted', 'approved', 'returned', 'withdrawn')),
    file_name text not null,
    file_hash text not null,
    idempotency_key text,
    created_at text not null,
    created_by text not null references "user" (id),
    decided_at text,
    decided_by text references "user" (id),
    reason text,
    targets_touched text not null,
    unique (created_by, idempotency_key)
  )`,
  `create table submission_figure (
    submission text not null references submission (id) on delete cascade,
    position integer not null,
    indicator text not null references indicator (id),
    region text not null references region (code),
    year integer not null,
    value text not null,
    unit text not null,
    status text not null,
    sheet text not null,
    cell text not null,
    row_number integer not null,
    raw text not null,
    raw_unit text,
    earlier_version integer not null,
    primary key (submission, position)
  )`,
  `create table submission_problem (
    submission text not null references submission (id) on delete cascade,
    position integer not null,
    severity text not null check (severity in ('error', 'warning')),
    code text not null,
    message text not null,
    sheet text,
    cell text,
    row_number integer,
    primary key (submission, position)
  )`,

  `create table figure (
    id text primary key,
    indicator text not null references indicator (id),
    region text not null references region (code),
    year integer not null check (year between 1949 and 2200),
    version integer not null check (version >= 1),
    value text not null,
    status text not null check (status in ('preliminary', 'final', 'revised', 'estimated')),
    caveats text not null,
    note text,
    source_title text not null,
    source_publisher text,
    source_date text,
    source_address text,
    quote text,
    submission text references submission (id),
    recorded_at text not null,
    recorded_by text references "user" (id),
    demo integer not null check (demo in (0, 1)),
    unique (indicator, region, year, version)
  )`,
  `create index figure_by_region on figure (region, indicator, year)`,
  `create index figure_by_submission on figure (submission)`,

  `create table assessment (
    target text not null references target (id) on delete cascade,
    year integer not null,
    verdict text not null,
    state text not null,
    primary key (target, year)
  )`,
  `create index assessment_by_year on assessment (year, verdict)`,

  `create table briefing (
    id text primary key,
    document text references document (id) on delete set null,
    year integer not null,
    title text not null,
    lang text not null check (lang in ('zh', 'en')),
    data_hash text not null,
    pdf_hash text not null,
    bytes integer not null,
    created_at text not null,
    created_by text references "user" (id)
  )`,
  `create table audit (
    seq integer primary key,
    at text not null,
    "user" text,
    action text not null,
    object text,
    outcome text not null check (outcome in ('done', 'refused', 'failed')),
    detail text,
    address text,
    previous_hash text not null,
    hash text not null
  )`,
];

/** 001: the first tables. */
export const first = {
  number: 1,
  name: 'first',
  async up<T>(db: Kysely<T>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
