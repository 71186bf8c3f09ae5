import type { CandidateEdit, ReadingCandidate } from '@dabiao/contract/reading';
import { departmentsIn, namesOf } from './department-text.ts';
import { numberIn } from './number-text.ts';

/** A target as a form holds it: everything as typed. */
export interface EditState {
  indicator: string;
  /** Id of an indicator; empty for a new one. */
  match: string;
  indicatorUnit: string;
  unit: string;
  comparator: CandidateEdit['comparator'];
  kind: CandidateEdit['kind'];
  milestones: { year: string; value: string; valueMax: string; wording: string; yearInferred: boolean }[];
  everyYear: boolean;
  baselineYear: string;
  baselineValue: string;
  qualifier: string;
  lead: string;
  responsible: string;
  /** Heading path as JSON, so that a choice in a list stands for it. */
  clause: string;
  /** Whether it says another target again. */
  restates: boolean;
}

const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

export function toEditState({ fields, restates }: Pick<ReadingCandidate, 'fields' | 'restates'>): EditState {
  return {
    indicator: fields.indicator,
    match: fields.match ?? '',
    indicatorUnit: fields.indicatorUnit ?? '',
    unit: fields.unit,
    comparator: fields.comparator,
    kind: fields.kind,
    milestones: fields.milestones.map(({ year, value, valueMax, wording, yearInferred = false }) => ({
      year: shown(year),
      value: shown(value),
      valueMax: shown(valueMax),
      wording,
      yearInferred,
    })),
    everyYear: fields.everyYear,
    baselineYear: shown(fields.baseline?.year),
    baselineValue: shown(fields.baseline?.value),
    qualifier: fields.qualifier ?? '',
    lead: namesOf(fields.departments, 'lead'),
    responsible: namesOf(fields.departments, 'responsible'),
    clause: JSON.stringify(fields.clause),
    restates: restates !== null,
  };
}

/** A field that does not hold what it should. */
export type EditFault = 'indicator' | 'year' | 'value' | 'baseline';

const yearIn = (text: string): number | null => (/^(?:19|20|21)\d{2}$/.test(text.trim()) ? Number(text.trim()) : null);

type Typed = EditState['milestones'][number];

function milestoneIn(one: Typed, range: boolean): CandidateEdit['milestones'][number] | EditFault {
  const [year, value, valueMax] = [yearIn(one.year), numberIn(one.value), numberIn(one.valueMax)];
  if (one.year.trim() !== '' && year === null) return 'year';
  if (value === null || (range && valueMax === null)) return 'value';
  return {
    year,
    value,
    ...(range && valueMax !== null ? { valueMax } : {}),
    wording: one.wording.trim(),
    ...(one.yearInferred && year !== null ? { yearInferred: true } : {}),
  };
}

function baselineIn({ baselineYear, baselineValue }: EditState): CandidateEdit['baseline'] | 'baseline' {
  const [year, value] = [yearIn(baselineYear), numberIn(baselineValue)];
  if (baselineYear.trim() === '' && baselineValue.trim() === '') return null;
  if (year === null || (baselineValue.trim() !== '' && value === null)) return 'baseline';
  return { year, value };
}

/** What is sent of a form, or the fields that have to be put right first. */
export function toEdit(state: EditState): { fields: CandidateEdit | null; faults: EditFault[] } {
  const milestones = state.milestones.map((one) => milestoneIn(one, state.comparator === 'range'));
  const baseline = baselineIn(state);
  const faults = [
    ...(state.indicator.trim() === '' ? (['indicator'] as const) : []),
    ...milestones.filter((one) => typeof one === 'string'),
    ...(baseline === 'baseline' ? (['baseline'] as const) : []),
  ];
  if (faults.length > 0 || baseline === 'baseline') return { fields: null, faults: [...new Set(faults)] };
  const fields: CandidateEdit = {
    indicator: state.indicator.trim(),
    match: state.match || null,
    indicatorUnit: state.match ? null : state.indicatorUnit.trim() || null,
    unit: state.unit.trim(),
    comparator: state.comparator,
    kind: state.kind,
    milestones: milestones.filter((one) => typeof one !== 'string'),
    everyYear: state.everyYear,
    baseline,
    qualifier: state.qualifier.trim() || null,
    departments: departmentsIn(state),
    clause: JSON.parse(state.clause) as string[],
  };
  return { fields, faults: [] };
}
