import type { FigureCorrection } from '@dabiao/contract/grid-rows';
import { readDecimal, subtract } from '@dabiao/domain/decimal';
import type { FigureStatus } from '@dabiao/domain/figure';
import type { FigureKey, Version } from './queries.ts';

/** A correction as it is typed. */
export interface Draft {
  withdraw: boolean;
  value: string;
  status: FigureStatus;
  reason: string;
}

export type DraftFault = 'value' | 'same' | 'reason';

/** The number as typed: full-width digits and thousands separators are understood, nothing else is guessed. */
export function typedNumber(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/−/g, '-')
    .replace(/,(?=\d{3})/g, '')
    .trim();
  return /^[+-]?\d+(\.\d+)?$/.test(plain) && typeof readDecimal(plain) !== 'string' ? plain : null;
}

/** What keeps a correction from being sent, in the order of the fields. */
export function draftFaults(draft: Draft, latest: Version): DraftFault[] {
  const typed = typedNumber(draft.value);
  const same = typed !== null && !latest.withdrawn && Number(typed) === latest.value && draft.status === latest.status;
  return [
    ...(!draft.withdraw && typed === null ? (['value'] as const) : []),
    ...(!draft.withdraw && same ? (['same'] as const) : []),
    ...(draft.reason.trim() === '' ? (['reason'] as const) : []),
  ];
}

/** The row that is sent. Only to be called where there is no fault. */
export function toCorrection(key: FigureKey, draft: Draft, latest: Version): FigureCorrection {
  const of = { indicator: key.indicator, region: key.region, year: key.year, version: latest.version };
  if (draft.withdraw) return { ...of, withdraw: true };
  return { ...of, value: typedNumber(draft.value) ?? '', status: draft.status };
}

/** A version's value less that of the one before; null where one of them counts for nothing. */
export function differenceFrom(version: Version, before: Version | undefined): number | null {
  if (!before || version.withdrawn || before.withdrawn) return null;
  return subtract(version.value, before.value);
}
