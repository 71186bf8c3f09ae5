import type { BriefingChoices } from '@dabiao/contract/briefing';
import { BRIEFING_SECTIONS } from '@dabiao/domain/briefing-section';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import {
  type BriefingChoice,
  batchSize,
  CHOICE_SCOPES,
  type ChoiceLength,
  isListed,
  listOf,
  sectionsParam,
} from './briefing-choice.ts';
import { unreleasedQuery } from './queries.ts';
import { TargetPicker } from './target-picker.tsx';

interface BriefingFieldsProps {
  choice: BriefingChoice;
  choices: BriefingChoices;
  year: number;
  /** Whether the user may see figures that are not released. */
  mayDraft: boolean;
}

/** Everything that can be settled about a new briefing. */
export function BriefingFields({ choice, choices, year, mayDraft }: BriefingFieldsProps) {
  const { t } = useTranslation();
  const { change } = useUrlState();
  const years = [...new Set([year, ...choices.years])].sort((a, b) => b - a);
  const set = (changes: Record<string, string | null>) => change(changes, true);
  return (
    <div className="briefing-fields">
      <SelectField
        label={t('briefing.dialog.scope')}
        value={choice.scope}
        onChange={(scope) => set({ new: scope, of: null })}
        options={CHOICE_SCOPES.map((scope) => ({ value: scope, label: t(`briefing.scope.${scope}`) }))}
      />
      {isListed(choice.scope) ? (
        <SelectField
          label={t(`briefing.dialog.of.${choice.scope}`)}
          value={choice.of}
          onChange={(of) => set({ of })}
          options={listOf(choice.scope, choices)}
        />
      ) : null}
      {choice.scope === 'targets' ? (
        <TargetPicker chosen={choice.targets} year={year} onChange={(ids) => set({ of: ids.join(',') })} />
      ) : null}
      <SelectField
        label={t('picker.asOf')}
        value={String(year)}
        onChange={(value) => set({ year: value })}
        options={years.map((each) => ({ value: String(each), label: t('picker.year', { year: each }) }))}
      />
      {mayDraft && batchSize(choice, choices) === null ? <DataField choice={choice} set={set} /> : null}
      <FormFields choice={choice} set={set} />
      <HeadFields choice={choice} choices={choices} set={set} />
    </div>
  );
}

interface PartProps {
  choice: BriefingChoice;
  set: (changes: Record<string, string | null>) => void;
}

/** Of the published figures alone, or with those of a submission that is still to be released. */
function DataField({ choice, set }: PartProps) {
  const { t } = useTranslation();
  const { data } = useQuery(unreleasedQuery());
  const waiting = data ?? [];
  if (waiting.length === 0 && choice.submission === '') return null;
  return (
    <SelectField
      label={t('briefing.data')}
      value={choice.submission}
      onChange={(submission) => set({ submission })}
      options={[
        { value: '', label: t('briefing.dialog.published') },
        ...waiting.map(({ id, fileName, createdBy }) => ({
          value: id,
          label: t('briefing.dialog.with', { file: fileName, by: createdBy }),
        })),
      ]}
    />
  );
}

const LENGTHS: readonly ChoiceLength[] = ['long', 'short', 'own'];

/** How long, which parts, which look. */
function FormFields({ choice, set }: PartProps) {
  const { t } = useTranslation();
  const { length, sections, form, landscape } = choice;
  return (
    <>
      <SelectField
        label={t('briefing.dialog.length')}
        value={length}
        onChange={(value) => set({ sections: sectionsParam(value as ChoiceLength, sections) })}
        options={LENGTHS.map((each) => ({ value: each, label: t(`briefing.dialog.${each}`) }))}
      />
      {length === 'own' ? <SectionBoxes choice={choice} set={set} /> : null}
      <SelectField
        label={t('briefing.dialog.form')}
        value={form}
        onChange={(value) => set({ form: value === 'modern' ? 'modern' : null })}
        options={(['official', 'modern'] as const).map((each) => ({
          value: each,
          label: t(`briefing.dialog.${each}`),
        }))}
      />
      <label className="briefing-fields__check">
        <input
          type="checkbox"
          checked={landscape}
          onChange={(event) => set({ landscape: event.target.checked ? '1' : null })}
        />{' '}
        {t('briefing.dialog.landscape')}
      </label>
    </>
  );
}

function SectionBoxes({ choice: { sections }, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="briefing-fields__sections">
      <legend>{t('briefing.dialog.sections')}</legend>
      {BRIEFING_SECTIONS.map((section) => {
        const has = sections.includes(section);
        const next = has
          ? sections.filter((one) => one !== section)
          : BRIEFING_SECTIONS.filter((one) => one === section || sections.includes(one));
        return (
          <label key={section} className="briefing-fields__check">
            <input type="checkbox" checked={has} onChange={() => set({ sections: sectionsParam('own', next) })} />{' '}
            {t(`briefing.section.${section}`)}
          </label>
        );
      })}
    </fieldset>
  );
}

/** What stands over the title. */
function HeadFields({ choice, choices, set }: PartProps & { choices: BriefingChoices }) {
  const { t } = useTranslation();
  const lang = useLang();
  const [number, issuer, proposals] = [useId(), useId(), useId()];
  return (
    <>
      <label className="field" htmlFor={number}>
        <span>{t('briefing.dialog.number')}</span>
        <input
          id={number}
          value={choice.number}
          maxLength={60}
          list={proposals}
          placeholder={choices.nextNumber[lang]}
          onChange={(event) => set({ number: event.target.value })}
        />
        <datalist id={proposals}>
          <option value={choices.nextNumber[lang]} />
        </datalist>
      </label>
      <label className="field" htmlFor={issuer}>
        <span>{t('briefing.dialog.issuer')}</span>
        <input
          id={issuer}
          value={choice.issuer}
          maxLength={60}
          onChange={(event) => set({ issuer: event.target.value })}
        />
      </label>
    </>
  );
}
