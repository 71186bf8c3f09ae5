import { useTranslation } from 'react-i18next';
import type { EditState } from './edit-state.ts';
import { TextField } from './text-field.tsx';

interface MilestoneFieldsProps {
  state: EditState;
  set: (change: Partial<EditState>) => void;
}

const EMPTY = { year: '', value: '', valueMax: '', wording: '', yearInferred: false };

/** What is due when, as many as there are. */
export function MilestoneFields({ state, set }: MilestoneFieldsProps) {
  const { t } = useTranslation();
  const { milestones } = state;
  const change = (at: number, fields: Partial<EditState['milestones'][number]>) =>
    set({ milestones: milestones.map((one, index) => (index === at ? { ...one, ...fields } : one)) });
  return (
    <fieldset className="read-form__milestones">
      <legend>{t('read.form.milestones')}</legend>
      {milestones.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and are only added at the end
        <div key={at} className="read-form__milestone">
          <TextField
            label={t('read.form.year')}
            value={one.year}
            onChange={(year) => change(at, { year, yearInferred: false })}
          />
          <TextField label={t('read.form.value')} value={one.value} onChange={(value) => change(at, { value })} />
          {state.comparator === 'range' ? (
            <TextField
              label={t('read.form.valueMax')}
              value={one.valueMax}
              onChange={(valueMax) => change(at, { valueMax })}
            />
          ) : null}
          <TextField
            label={t('read.form.wording')}
            value={one.wording}
            onChange={(wording) => change(at, { wording })}
          />
          <button
            type="button"
            className="button"
            onClick={() => set({ milestones: milestones.filter((_, index) => index !== at) })}
          >
            {t('read.form.remove')}
          </button>
        </div>
      ))}
      <button type="button" className="button" onClick={() => set({ milestones: [...milestones, EMPTY] })}>
        {t('read.form.add')}
      </button>
    </fieldset>
  );
}
