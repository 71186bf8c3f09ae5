import type { JsonText, Time } from './column-types.ts';

/** The record of what was done, and what the system keeps for itself. */
export interface SystemTables {
  setting: { key: string; value: string };
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
