import type { ReadingStep } from '@dabiao/contract/reading';

/** Fields that have a name on the page. */
export const NAMED_FIELDS = [
  'indicator',
  'match',
  'indicatorUnit',
  'unit',
  'comparator',
  'kind',
  'milestones',
  'everyYear',
  'baseline',
  'qualifier',
  'departments',
  'clause',
  'quote',
  'restates',
  'beneficiary',
  'purpose',
  'form',
  'amount',
  'share',
  'ceiling',
  'per',
  'years',
  'level',
  'notes',
  'candidates',
  'reason',
  'id',
  'title',
  'shortTitle',
  'number',
  'issuer',
  'region',
  'regionName',
  'issuedOn',
  'effectiveFrom',
  'validTo',
  'period',
  'draft',
] as const;
export type NamedField = (typeof NAMED_FIELDS)[number];

/** A field that a step changed, as text before and after. */
export interface FieldChange {
  field: NamedField;
  before: string;
  after: string;
}

function fieldsIn(text: string | null): Record<string, unknown> {
  const value: unknown = text === null ? null : JSON.parse(text);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const spoken = (value: unknown): string => {
  if (value === undefined || value === null) return '—';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
};

/** The fields that differ between before and after; none where there was nothing before. */
export function changedFields({ before, after }: Pick<ReadingStep, 'before' | 'after'>): FieldChange[] {
  if (before === null || after === null) return [];
  const [old, now] = [fieldsIn(before), fieldsIn(after)];
  return NAMED_FIELDS.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field])).map((field) => ({
    field,
    before: spoken(old[field]),
    after: spoken(now[field]),
  }));
}
