import type { CandidateBody, ReadingMeasure } from '@dabiao/contract/reading';
import { MEASURE_FORM_WORDS, MEASURE_FORMS, MEASURE_TIME_WORDS, MEASURE_TIMES } from '@dabiao/domain/measure';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { ClauseField } from './clause-field.tsx';
import { FormEnd } from './form-end.tsx';
import { type MeasureFault, type MeasureState, toMeasure, toMeasureState } from './measure-state.ts';
import { TextField } from './text-field.tsx';

interface MeasureFormProps {
  measure: ReadingMeasure;
  outline: readonly string[][];
  busy: boolean;
  onSave: (body: CandidateBody) => void;
  onCancel: () => void;
}

type SetState = (change: Partial<MeasureState>) => void;
/** Fields that are one line of text, in the order of the form; the first takes the keyboard. */
const BEFORE = ['beneficiary', 'purpose'] as const;
const SUMS = ['amount', 'amountUnit', 'ceiling', 'ceilingUnit', 'ceilingOf'] as const;
const AFTER = ['yearsFrom', 'yearsCount', 'notes'] as const;

/** What is understood of a policy measure, to be put right by a person; saving accepts nothing by itself. */
export function MeasureForm({ measure, outline, busy, onSave, onCancel }: MeasureFormProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<MeasureState>(() => toMeasureState(measure));
  const [faults, setFaults] = useState<MeasureFault[]>([]);
  const set: SetState = (change) => setState((old) => ({ ...old, ...change }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const edit = toMeasure(state);
    setFaults(edit.faults);
    if (edit.measure) onSave({ measure: edit.measure });
  };
  const field = (name: Exclude<keyof MeasureState, 'atMost' | 'form' | 'per' | 'clause'>, first = false) => (
    <TextField
      key={name}
      label={t(`read.measure.${name}`)}
      value={state[name]}
      first={first}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <form className="read-form" aria-label={t('read.measure.label')} onSubmit={save}>
      {BEFORE.map((name, at) => field(name, at === 0))}
      <FormField state={state} set={set} />
      {field('level')}
      {SUMS.map((name) => field(name))}
      <TimeField state={state} set={set} />
      {field('percent')}
      {field('shareOf')}
      <label className="read-form__tick">
        <input type="checkbox" checked={state.atMost} onChange={({ target }) => set({ atMost: target.checked })} />
        {t('read.measure.atMost')}
      </label>
      {AFTER.map((name) => field(name))}
      {field('lead')}
      {field('responsible')}
      <ClauseField clause={state.clause} outline={outline} onChange={(clause) => set({ clause })} />
      <FormEnd faults={faults.map((fault) => t(`read.measureFault.${fault}`))} busy={busy} onCancel={onCancel} />
    </form>
  );
}

function FormField({ state, set }: { state: MeasureState; set: SetState }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <label className="read-field">
      <span>{t('read.measure.form')}</span>
      <select value={state.form} onChange={({ target }) => set({ form: target.value as MeasureState['form'] })}>
        {MEASURE_FORMS.map((form) => (
          <option key={form} value={form}>
            {MEASURE_FORM_WORDS[form][lang]}
          </option>
        ))}
      </select>
    </label>
  );
}

function TimeField({ state, set }: { state: MeasureState; set: SetState }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <label className="read-field">
      <span>{t('read.measure.per')}</span>
      <select value={state.per} onChange={({ target }) => set({ per: target.value as MeasureState['per'] })}>
        <option value="">{t('measure.noTime')}</option>
        {MEASURE_TIMES.map((time) => (
          <option key={time} value={time}>
            {MEASURE_TIME_WORDS[time][lang]}
          </option>
        ))}
      </select>
    </label>
  );
}
