import type { CaveatKind, FigureStatus } from '@dabiao/domain/figure';
import type { Level } from '@dabiao/domain/label';
import type { Verdict } from '@dabiao/domain/verdict';
import type { Generated } from 'kysely';
import type { Bit, DecimalText, JsonText, Time } from './column-types.ts';

/** Published figures, and what targets were judged by them. */
export interface FigureTables {
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
  assessment: {
    target: string;
    year: number;
    /** For readers of this clearance and of those above that have no row of their own. */
    clearance: Generated<Level>;
    verdict: Verdict;
    state: JsonText<unknown>;
  };
}
