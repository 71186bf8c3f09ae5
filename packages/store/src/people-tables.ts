import type { Level } from '@dabiao/domain/label';
import type { Generated } from 'kysely';
import type { Bit, JsonText, Time } from './column-types.ts';

/** Users, and how they prove who they are. */
export interface PeopleTables {
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
}
