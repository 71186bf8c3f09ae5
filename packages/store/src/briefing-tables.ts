import type { Level } from '@dabiao/domain/label';
import type { Generated } from 'kysely';
import type { Time } from './column-types.ts';

/** Briefings that were made. */
export interface BriefingTables {
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
}
