import type { CandidateBody, ReadingCandidate } from '@dabiao/contract/reading';
import { COMPARATORS, TARGET_KIND_WORDS, TARGET_KINDS } from '@dabiao/domain/target';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { ClauseField } from './clause-field.tsx';
import { type EditFault, type EditState, toEdit, toEditState } from './edit-state.ts';
import { FormEnd } from './form-end.tsx';
import { MilestoneFields } from './milestone-fields.tsx';
import { TextField } from './text-field.tsx';

/** An indicator a target may be matched to. */
export interface KnownIndicator {
  id: string;
  name: string;
  unit: string;
}

interface EditFormProps {
  candidate: ReadingCandidate;
  outline: readonly string[][];
  indicators: readonly KnownIndicator[];
  busy: boolean;
  onSave: (body: CandidateBody) => void;
  onCancel: () => void;
}

/** What is understood of a target, to be put right by a person; saving accepts nothing by itself. */
export function EditForm({ candidate, outline, indicators, busy, onSave, onCancel }: EditFormProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<EditState>(() => toEditState(candidate));
  const [faults, setFaults] = useState<EditFault[]>([]);
  const set = (change: Partial<EditState>) => setState((old) => ({ ...old, ...change }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const edit = toEdit(state);
    setFaults(edit.faults);
    if (!edit.fields) return;
    const unlinked = candidate.restates !== null && !state.restates;
    onSave({ fields: edit.fields, ...(unlinked ? { restates: null } : {}) });
  };
  return (
    <form className="read-form" aria-label={t('read.form.label')} onSubmit={save}>
      <TextField
        label={t('read.form.indicator')}
        value={state.indicator}
        first
        onChange={(indicator) => set({ indicator })}
      />
      <MatchField state={state} nearest={candidate.nearest} indicators={indicators} set={set} />
      <KindFields state={state} set={set} />
      <MilestoneFields state={state} set={set} />
      <TextField
        label={t('read.form.baselineYear')}
        value={state.baselineYear}
        onChange={(baselineYear) => set({ baselineYear })}
      />
      <TextField
        label={t('read.form.baselineValue')}
        value={state.baselineValue}
        onChange={(baselineValue) => set({ baselineValue })}
      />
      <TextField
        label={t('read.form.qualifier')}
        value={state.qualifier}
        onChange={(qualifier) => set({ qualifier })}
      />
      <TextField label={t('read.form.lead')} value={state.lead} onChange={(lead) => set({ lead })} />
      <TextField
        label={t('read.form.responsible')}
        value={state.responsible}
        onChange={(responsible) => set({ responsible })}
      />
      <ClauseField clause={state.clause} outline={outline} onChange={(clause) => set({ clause })} />
      {candidate.restates === null ? null : (
        <label className="read-form__tick">
          <input
            type="checkbox"
            checked={state.restates}
            onChange={({ target }) => set({ restates: target.checked })}
          />
          {t('read.restates')}
        </label>
      )}
      <FormEnd faults={faults.map((fault) => t(`read.fault.${fault}`))} busy={busy} onCancel={onCancel} />
    </form>
  );
}

type SetState = (change: Partial<EditState>) => void;

interface MatchFieldProps {
  state: EditState;
  nearest: ReadingCandidate['nearest'];
  indicators: readonly KnownIndicator[];
  set: SetState;
}

/** An indicator of the catalogue, the nearest names first, or a new one. */
function MatchField({ state, nearest, indicators, set }: MatchFieldProps) {
  const { t } = useTranslation();
  const near = new Set(nearest.map(({ id }) => id));
  const option = ({ id, name, unit }: KnownIndicator) => <option key={id} value={id}>{`${name}（${unit}）`}</option>;
  return (
    <>
      <label className="read-field">
        <span>{t('read.form.match')}</span>
        <select value={state.match} onChange={({ target }) => set({ match: target.value })}>
          <option value="">{t('read.newIndicator')}</option>
          {nearest.length > 0 ? <optgroup label={t('read.form.nearest')}>{nearest.map(option)}</optgroup> : null}
          <optgroup label={t('read.form.others')}>{indicators.filter(({ id }) => !near.has(id)).map(option)}</optgroup>
        </select>
      </label>
      {state.match === '' && /growth|reduction|multiple/.test(state.kind) ? (
        <TextField
          label={t('read.form.indicatorUnit')}
          value={state.indicatorUnit}
          onChange={(indicatorUnit) => set({ indicatorUnit })}
        />
      ) : null}
    </>
  );
}

function KindFields({ state, set }: { state: EditState; set: SetState }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <>
      <TextField label={t('read.form.unit')} value={state.unit} onChange={(unit) => set({ unit })} />
      <label className="read-field">
        <span>{t('read.form.comparator')}</span>
        <select
          value={state.comparator}
          onChange={({ target }) => set({ comparator: target.value as EditState['comparator'] })}
        >
          {COMPARATORS.map((one) => (
            <option key={one} value={one}>
              {t(`read.comparator.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="read-field">
        <span>{t('read.form.kind')}</span>
        <select value={state.kind} onChange={({ target }) => set({ kind: target.value as EditState['kind'] })}>
          {TARGET_KINDS.filter((kind) => kind !== 'narrative').map((kind) => (
            <option key={kind} value={kind}>
              {TARGET_KIND_WORDS[kind][lang]}
            </option>
          ))}
        </select>
      </label>
      <label className="read-form__tick">
        <input
          type="checkbox"
          checked={state.everyYear}
          onChange={({ target }) => set({ everyYear: target.checked })}
        />
        {t('read.everyYear')}
      </label>
    </>
  );
}
