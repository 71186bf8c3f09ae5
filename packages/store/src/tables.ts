import type { BriefingTables } from './briefing-tables.ts';
import type { CatalogueTables } from './catalogue-tables.ts';
import type { FigureTables } from './figure-tables.ts';
import type { PeopleTables } from './people-tables.ts';
import type { ReadingTables } from './reading-tables.ts';
import type { SubmissionTables } from './submission-tables.ts';
import type { SystemTables } from './system-tables.ts';

/** The tables as Kysely sees them; docs/database.md has a line for each column. */
export interface Tables
  extends CatalogueTables,
    FigureTables,
    SubmissionTables,
    ReadingTables,
    BriefingTables,
    PeopleTables,
    SystemTables {}
