/**
 * What columns hold. Keys are text made in the application, values are decimal text, times are ISO 8601 UTC text, truth
 * values are 0 or 1, lists are JSON text that only TypeScript reads: all of it is the same in SQLite and in PostgreSQL.
 */
export type Bit = 0 | 1;
export type JsonText<_Inside> = string;
export type DecimalText = string;
export type Time = string;
