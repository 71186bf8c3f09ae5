import type { MeasureEdit, ReadingMeasure } from '@dabiao/contract/reading';
import { departmentsIn, namesOf } from './department-text.ts';
import { numberIn } from './number-text.ts';

/** A policy measure as a form holds it: everything as typed. */
export interface MeasureState {
  beneficiary: string;
  purpose: string;
  form: MeasureEdit['form'];
  amount: string;
  amountUnit: string;
  percent: string;
  shareOf: string;
  atMost: boolean;
  ceiling: string;
  ceilingUnit: string;
  ceilingOf: string;
  /** Empty where the text does not say. */
  per: NonNullable<MeasureEdit['per']> | '';
  yearsFrom: string;
  yearsCount: string;
  level: string;
  notes: string;
  lead: string;
  responsible: string;
  /** Heading path as JSON. */
  clause: string;
}

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));
/** What most sums of a document are in. */
const UNIT = '万元';

export function toMeasureState({ fields }: Pick<ReadingMeasure, 'fields'>): MeasureState {
  const { amount, share, ceiling, years } = fields;
  return {
    beneficiary: fields.beneficiary,
    purpose: fields.purpose,
    form: fields.form,
    amount: shown(amount?.value),
    amountUnit: amount?.unit ?? UNIT,
    percent: shown(share?.percent),
    shareOf: share?.of ?? '',
    atMost: share?.atMost ?? false,
    ceiling: shown(ceiling?.value),
    ceilingUnit: ceiling?.unit ?? UNIT,
    ceilingOf: ceiling?.of ?? '',
    per: fields.per ?? '',
    yearsFrom: shown(years?.from),
    yearsCount: shown(years?.count),
    level: fields.level ?? '',
    notes: fields.notes ?? '',
    lead: namesOf(fields.departments, 'lead'),
    responsible: namesOf(fields.departments, 'responsible'),
    clause: JSON.stringify(fields.clause),
  };
}

/** A field that does not hold what it should. */
export type MeasureFault = 'beneficiary' | 'purpose' | 'sum' | 'percent' | 'ceilingOf' | 'years';

interface Sum {
  value: number;
  unit: string;
}

/** A sum of money; null where none is typed. */
function sumIn(value: string, unit: string): Sum | null | 'sum' {
  if (value.trim() === '') return null;
  const number = numberIn(value);
  return number === null || number <= 0 || unit.trim() === '' ? 'sum' : { value: number, unit: unit.trim() };
}

function shareIn({ percent, shareOf, atMost }: MeasureState): MeasureEdit['share'] | 'percent' {
  if (percent.trim() === '') return null;
  const number = numberIn(percent);
  if (number === null || number <= 0 || number > 100) return 'percent';
  return { percent: number, of: shareOf.trim() || null, atMost };
}

function ceilingIn(state: MeasureState): MeasureEdit['ceiling'] | 'sum' | 'ceilingOf' {
  const sum = sumIn(state.ceiling, state.ceilingUnit);
  if (sum === null || sum === 'sum') return sum;
  return state.ceilingOf.trim() === '' ? 'ceilingOf' : { ...sum, of: state.ceilingOf.trim() };
}

const isCount = (value: number | null): value is number =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= 20;

function yearsIn({ yearsFrom, yearsCount }: MeasureState): MeasureEdit['years'] | 'years' {
  if (yearsFrom.trim() === '' && yearsCount.trim() === '') return null;
  const [from, count] = [numberIn(yearsFrom.trim() || '1'), numberIn(yearsCount)];
  return isCount(from) && isCount(count) ? { from, count } : 'years';
}

/** What is sent of a form, or the fields that have to be put right first. */
export function toMeasure(state: MeasureState): { measure: MeasureEdit | null; faults: MeasureFault[] } {
  const amount = sumIn(state.amount, state.amountUnit);
  const [share, ceiling, years] = [shareIn(state), ceilingIn(state), yearsIn(state)];
  const faults: MeasureFault[] = [
    ...(state.beneficiary.trim() === '' ? (['beneficiary'] as const) : []),
    ...(state.purpose.trim() === '' ? (['purpose'] as const) : []),
    ...[amount, share, ceiling, years].filter((one) => typeof one === 'string'),
  ];
  if (typeof amount === 'string' || typeof share === 'string') return { measure: null, faults };
  if (typeof ceiling === 'string' || typeof years === 'string' || faults.length > 0) return { measure: null, faults };
  const measure: MeasureEdit = {
    beneficiary: state.beneficiary.trim(),
    purpose: state.purpose.trim(),
    form: state.form,
    amount,
    share,
    ceiling,
    per: state.per || null,
    years,
    level: state.level.trim() || null,
    notes: state.notes.trim() || null,
    departments: departmentsIn(state),
    clause: JSON.parse(state.clause) as string[],
  };
  return { measure, faults: [] };
}
