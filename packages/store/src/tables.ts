import type { Corrections, ShapeCorrections } from '@dabiao/domain/corrections';
import type { CaveatKind, FigureStatus } from '@dabiao/domain/figure';
import type { Direction, Measure } from '@dabiao/domain/indicator';
import type { Level } from '@dabiao/domain/label';
import type { MeasureForm, MeasureTime } from '@dabiao/domain/measure';
import type { UploadProblemCode } from '@dabiao/domain/problem';
import type { ProposedDocument, ProposedTarget } from '@dabiao/domain/proposal';
import type { SheetView } from '@dabiao/domain/sheet-view';
import type { Comparator, Method, PathShape, TargetDepartment, TargetKind } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';
import type { Generated } from 'kysely';

/**
 * The tables as Kysely sees them; docs/database.md has a line for each column. Keys are text made in the application,
 * values are decimal text, times are ISO 8601 UTC text, truth values are 0 or 1, lists are JSON text that only
 * TypeScript reads: all of it is the same in SQLite and in PostgreSQL.
 */
export type Bit = 0 | 1;
type JsonText<_Inside> = string;
type DecimalText = string;
type Time = string;

/** What may be said beside a file, for tables that do not say it. */
export interface ReadingHints {
  region?: string;
  year?: number;
}

/** What can happen to a submission, in the order in which it usually does. */
export type StepAction = 'add' | 'reread' | 'submit' | 'approve' | 'return' | 'withdraw' | 'release' | 'release_fail';

/** Where a reading is: being decided on, made a document, or given up. */
export type ReadingState = 'open' | 'published' | 'dropped';
/** `replaced`: split up, or merged with another. */
export type CandidateState = 'open' | 'accepted' | 'rejected' | 'replaced';
export type CandidateOrigin = 'reader' | 'selection' | 'split' | 'merge';
/** What people do with a reading. */
export type ReadingAction =
  | 'add'
  | 'accept'
  | 'reject'
  | 'reopen'
  | 'edit'
  | 'split'
  | 'merge'
  | 'select'
  | 'document'
  | 'publish'
  | 'drop'
  | 'correct';

export interface Tables {
  setting: { key: string; value: string };
  region: { code: string; name: string; parent: string | null; aliases: JsonText<string[]> };
  department: { id: string; region: string; name: string };
  document: {
    id: string;
    title: string;
    short_title: string;
    number: string | null;
    issuer: string | null;
    region: string;
    issued_on: string | null;
    effective_from: string | null;
    valid_to: string | null;
    period_from: number;
    period_to: number;
    draft: Bit;
    notes: string | null;
    position: number;
    schedule_yellow: DecimalText | null;
    schedule_red: DecimalText | null;
    label: Generated<Level>;
  };
  clause: { id: string; document: string; position: number; path: JsonText<string[]> };
  indicator: {
    id: string;
    name: string;
    name_en: string | null;
    unit: string;
    direction: Direction;
    measure: Measure;
    definition: string | null;
    aliases: JsonText<string[]>;
    natural_limit: DecimalText | null;
  };
  target: {
    id: string;
    document: string;
    region: string;
    indicator: string;
    clause: string;
    position: number;
    kind: TargetKind;
    comparator: Comparator;
    qualifier: string | null;
    every_year: Bit;
    period_from: number;
    period_to: number;
    baseline_year: number | null;
    baseline_value: DecimalText | null;
    quote: string;
    notes: string | null;
    restates: string | null;
    method: Method | null;
    tolerance: DecimalText | null;
    path_shape: PathShape | null;
  };
  milestone: {
    id: string;
    target: string;
    position: number;
    year: number | null;
    value: DecimalText;
    value_max: DecimalText | null;
    wording: string | null;
    year_inferred: Bit;
  };
  target_department: {
    target: string;
    department: string;
    role: 'lead' | 'responsible';
    position: number;
  };
  measure: {
    id: string;
    document: string;
    clause: string;
    position: number;
    beneficiary: string;
    purpose: string;
    form: MeasureForm;
    amount: DecimalText | null;
    amount_unit: string | null;
    share: DecimalText | null;
    share_of: string | null;
    share_at_most: Bit;
    ceiling: DecimalText | null;
    ceiling_unit: string | null;
    ceiling_of: string | null;
    per: MeasureTime | null;
    years_from: number | null;
    years_count: number | null;
    level: string | null;
    quote: string;
    departments: JsonText<TargetDepartment[]>;
    notes: string | null;
  };
  figure: {
    id: string;
    indicator: string;
    region: string;
    year: number;
    version: number;
    value: DecimalText;
    status: FigureStatus;
    caveats: JsonText<CaveatKind[]>;
    note: string | null;
    source_title: string;
    source_publisher: string | null;
    source_date: string | null;
    source_address: string | null;
    quote: string | null;
    submission: string | null;
    recorded_at: Time;
    recorded_by: string | null;
    demo: Bit;
    /** 1: from this version on the figure no longer counts; `value` is the one taken back. */
    withdrawn: Bit;
    reason: string | null;
    label: Generated<Level>;
  };
  submission: {
    id: string;
    kind: 'file' | 'rows' | 'correction';
    state: 'draft' | 'submitted' | 'approved' | 'returned' | 'withdrawn';
    /** Region and year given for tables that do not say, as JSON with sorted keys. */
    hints: JsonText<ReadingHints>;
    /** What its maker said about how the file is to be read. */
    corrections: JsonText<Corrections> | null;
    revision: number;
    /** How many rows it has. */
    row_count: number;
    release_at: Time | null;
    released_at: Time | null;
    file_name: string;
    file_hash: string;
    idempotency_key: string | null;
    created_at: Time;
    created_by: string;
    decided_at: Time | null;
    decided_by: string | null;
    reason: string | null;
    targets_touched: JsonText<string[]>;
    label: Generated<Level>;
  };
  submission_figure: {
    submission: string;
    position: number;
    indicator: string;
    region: string;
    year: number;
    value: DecimalText;
    unit: string;
    status: FigureStatus;
    sheet: string;
    cell: string;
    row_number: number;
    raw: string;
    raw_unit: string | null;
    /** Version of the figure that was published when the row was read; 0 where there was none. */
    earlier_version: number;
    withdrawn: Bit;
  };
  submission_step: {
    submission: string;
    position: number;
    action: StepAction;
    at: Time;
    by: string | null;
    reason: string | null;
    release_at: Time | null;
  };
  submission_sheet: { submission: string; position: number; view: JsonText<SheetView> };
  layout_correction: {
    id: string;
    office: string;
    shape: string;
    /** null: forgotten. */
    corrections: JsonText<ShapeCorrections> | null;
    at: Time;
    by: string;
  };
  due_date: {
    year: number;
    /** `*` for all. */
    indicator: string;
    /** `*` for all. */
    region: string;
    due_on: string;
    set_at: Time;
    set_by: string;
  };
  submission_problem: {
    submission: string;
    position: number;
    severity: 'error' | 'warning';
    code: UploadProblemCode;
    message: string;
    sheet: string | null;
    cell: string | null;
    row_number: number | null;
    suggestions: JsonText<{ id: string; name: string }[]> | null;
  };
  reading: {
    id: string;
    file_name: string;
    file_hash: string;
    text: string;
    document: JsonText<ProposedDocument>;
    outline: JsonText<string[][]>;
    beside: JsonText<unknown>;
    state: ReadingState;
    revision: number;
    published_as: string | null;
    created_at: Time;
    created_by: string;
    decided_at: Time | null;
    decided_by: string | null;
    label: Generated<Level>;
  };
  reading_candidate: {
    reading: string;
    /** Its name within the reading; never given twice. */
    number: number;
    start_at: number;
    end_at: number;
    origin: CandidateOrigin;
    came_from: JsonText<number[]>;
    confidence: DecimalText;
    reasons: JsonText<string[]>;
    proposed: JsonText<ProposedTarget>;
    decided: JsonText<ProposedTarget>;
    restates: number | null;
    state: CandidateState;
  };
  reading_step: {
    reading: string;
    position: number;
    at: Time;
    by: string;
    action: ReadingAction;
    candidate: number | null;
    before: JsonText<unknown> | null;
    after: JsonText<unknown> | null;
  };
  assessment: {
    target: string;
    year: number;
    /** For readers of this clearance and of those above that have no row of their own. */
    clearance: Generated<Level>;
    verdict: Verdict;
    state: JsonText<unknown>;
  };
  briefing: {
    id: string;
    document: string | null;
    year: number;
    title: string;
    lang: 'zh' | 'en';
    data_hash: string;
    pdf_hash: string;
    bytes: number;
    created_at: Time;
    created_by: string | null;
    /** JSON of what was asked for. */
    options: string;
    scope: 'document' | 'region' | 'department' | 'indicator' | 'targets' | 'whole';
    scope_value: string | null;
    scope_name: string | null;
    pages: number | null;
    figures: number;
    data_at: Time | null;
    engine: string | null;
    batch: string | null;
    /** Submission whose unreleased figures it was made of; not a reference, for it outlives it. */
    submission: string | null;
    label: Generated<Level>;
  };
  /** What a briefing holds: documents by id, series by indicator and region. */
  briefing_source: { briefing: string; kind: 'document' | 'series'; object: string };
  user: {
    id: string;
    name: string;
    /** The name folded (NFKC, lower case, no spaces), so that look-alikes are one. */
    name_key: string;
    display_name: string;
    password_hash: string;
    region: string | null;
    must_change_password: Bit;
    disabled: Bit;
    created_at: Time;
    created_by: string | null;
    password_set_at: Time | null;
    last_sign_in_at: Time | null;
    /** Encrypted (secrets.ts). */
    totp_secret: string | null;
    totp_confirmed: Generated<Bit>;
    /** The last time step whose code was taken; none is taken twice. */
    totp_step: Generated<number>;
    /** The highest label they may read. */
    clearance: Generated<Level>;
  };
  failed_sign_in: {
    /** SHA-256 of the name as folded for look-alikes: people type passwords into the wrong field. */
    name_hash: string;
    failed: number;
    locked_until: Time | null;
    at: Time;
  };
  password_history: { id: string; user: string; password_hash: string };
  api_token: {
    id: string;
    user: string;
    label: string;
    /** SHA-256 of the token. */
    hash: string;
    scopes: JsonText<string[]>;
    created_at: Time;
    expires_at: Time;
    last_used_at: Time | null;
  };
  user_identity: {
    issuer: string;
    subject: string;
    user: string;
    linked_at: Time;
    /** What the provider calls the person, for people to read. */
    shown: string | null;
    last_used_at: Time | null;
  };
  recovery_code: {
    id: string;
    user: string;
    /** SHA-256 of the code: 120 random bits need no slow hash. */
    hash: string;
    used_at: Time | null;
  };
  alarm: {
    id: string;
    kind: 'sign-ins' | 'refusals';
    at: Time;
    first_at: Time;
    count: number;
    addresses: JsonText<string[]>;
    acknowledged_at: Time | null;
    acknowledged_by: string | null;
    note: string | null;
  };
  user_role: { user: string; role: string };
  session: {
    /** SHA-256 of the cookie's secret; the secret itself is never stored. */
    id: string;
    user: string;
    created_at: Time;
    last_seen_at: Time;
    expires_at: Time;
    address: string | null;
    opened_by: Generated<'password' | 'provider'>;
    /** 1: the provider says that it saw a second factor, and is believed. */
    factor_shown: Generated<Bit>;
  };
  audit: {
    seq: number;
    at: Time;
    user: string | null;
    action: string;
    object: string | null;
    outcome: 'done' | 'refused' | 'failed';
    detail: string | null;
    address: string | null;
    roles: string | null;
    request: string | null;
    previous_hash: string;
    hash: string;
  };
  migration: { number: number; name: string; applied_at: Time };
  migration_lock: { id: number; locked_until: Time };
}
