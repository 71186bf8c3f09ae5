import type { Reading, ReadingStep } from '@dabiao/contract/reading';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { chinaMoment } from '../../ui/china-time.ts';
import { entryNames } from './entries.ts';
import { stepsQuery } from './queries.ts';
import { changedFields } from './step-changes.ts';

/** Who decided what and when; loaded when it is opened. */
export function Log({ reading }: { reading: Reading }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="read-log" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('read.log')}</summary>
      {open ? <Steps reading={reading} /> : null}
    </details>
  );
}

function Steps({ reading }: { reading: Reading }) {
  const { t } = useTranslation();
  const names = entryNames(reading);
  return (
    <Answer query={useQuery(stepsQuery(reading.id, reading.revision))} lines={4}>
      {({ items, total }) => (
        <>
          <ol>
            {items.map((step) => (
              <Line key={step.id} step={step} name={names.get(step.candidate ?? -1) ?? ''} />
            ))}
          </ol>
          {total > items.length ? <p className="note">{t('read.logOf', { n: items.length, all: total })}</p> : null}
        </>
      )}
    </Answer>
  );
}

function Line({ step, name }: { step: ReadingStep; name: string }) {
  const { t } = useTranslation();
  const changes = changedFields(step);
  return (
    <li>
      <time dateTime={step.at}>{chinaMoment(step.at)}</time> {step.by} {t(`read.step.${step.action}`)}
      {step.candidate === null ? '' : ` #${step.candidate + 1} ${name}`}
      {changes.length > 0 ? (
        <ul className="note">
          {changes.map(({ field, before, after }) => (
            <li key={field}>{t('read.changed', { field: t(`read.field.${field}`), before, after })}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
