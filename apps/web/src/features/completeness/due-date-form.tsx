import { dayText } from '@dabiao/domain/day-text';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { SelectField } from '../../ui/select-field.tsx';
import type { useSetDueDate } from './queries.ts';
import type { Named } from './reporting.ts';

interface DueDateFormProps {
  year: number;
  indicators: readonly Named[];
  regions: readonly Named[];
  scopeOf: (scope: { indicator: string | null; region: string | null }) => string;
  set: ReturnType<typeof useSetDueDate>;
}

/** One due date: for all or one indicator, in all or one region. */
export function DueDateForm({ year, indicators, regions, scopeOf, set }: DueDateFormProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const id = useId();
  const [scope, setScope] = useState({ indicator: '', region: '' });
  const [day, setDay] = useState('');
  const [checked, setChecked] = useState(false);
  const { indicator, region } = scope;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (day === '') return;
    const of = { ...(indicator === '' ? {} : { indicator }), ...(region === '' ? {} : { region }) };
    set.mutate({ year, dueOn: day, ...of }, { onSuccess: () => setChecked(false) });
  };
  const options = (all: string, named: readonly Named[]) => [
    { value: '', label: all },
    ...named.map((one) => ({ value: one.id, label: one.name })),
  ];
  const done = set.isSuccess ? set.variables : null;
  return (
    <form className="due-date-form" onSubmit={send} noValidate aria-label={t('reporting.setDate')}>
      <h2 className="due-date-form__title">{t('reporting.setDate')}</h2>
      <div className="reporting-filters">
        <SelectField
          label={t('reporting.region')}
          value={region}
          options={options(t('reporting.allRegions'), regions)}
          onChange={(next) => setScope({ ...scope, region: next })}
        />
        <SelectField
          label={t('reporting.column.indicator')}
          value={indicator}
          options={options(t('reporting.allIndicators'), indicators)}
          onChange={(next) => setScope({ ...scope, indicator: next })}
        />
        <label className="field" htmlFor={id}>
          <span>{t('reporting.day')}</span>
          <input
            id={id}
            type="date"
            value={day}
            aria-invalid={checked && day === ''}
            aria-describedby={`${id}-said`}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('reporting.set')}
        </Button>
      </div>
      <p id={`${id}-said`} aria-live="polite" className="due-date-form__said">
        {checked && day === '' ? <span className="due-date-form__fault">✕ {t('reporting.dayMissing')}</span> : null}
        {done
          ? done.dueOn === null
            ? t('reporting.dateRemoved')
            : t('reporting.dateSet', {
                scope: scopeOf({ indicator: done.indicator ?? null, region: done.region ?? null }),
                day: dayText(done.dueOn, lang),
              })
          : null}
      </p>
    </form>
  );
}
