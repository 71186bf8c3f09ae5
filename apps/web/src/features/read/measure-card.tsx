import type { ReadingMeasure } from '@dabiao/contract/reading';
import { clauseLine } from '@dabiao/domain/document';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Frequency, Payment } from '../../ui/payment.tsx';
import { StateLine } from './state-line.tsx';
import type { DeskAction } from './use-desk.ts';
import { Why } from './why.tsx';

interface MeasureCardProps {
  measure: ReadingMeasure;
  current: boolean;
  /** Whether it may be decided on, and is not waiting for an answer. */
  able: boolean;
  onPick: () => void;
  onAct: (action: DeskAction) => void;
  /** The form, in place of the facts. */
  form: ReactNode;
}

const ACTIONS = ['accept', 'reject', 'edit'] as const;

/** A proposed policy measure: who gets what for what, why it was understood so, and what can be done with it. */
export function MeasureCard({ measure, current, able, onPick, onAct, form }: MeasureCardProps) {
  const { t } = useTranslation();
  const { fields, state, number } = measure;
  return (
    <li
      id={`candidate-${number}`}
      className={`read-card read-card--${state} read-card--measure`}
      aria-current={current ? 'true' : undefined}
    >
      <StateLine entry={measure} what={t('read.mark.measure')} />
      <h2>
        <button type="button" className="read-card__name" onClick={onPick}>
          {fields.beneficiary || t('read.unnamed')}
        </button>
      </h2>
      {form ?? <Facts measure={measure} />}
      {current && form === null ? (
        <p className="read-card__actions">
          {ACTIONS.map((action) => (
            <button key={action} type="button" className="button" disabled={!able} onClick={() => onAct(action)}>
              {t(`read.action.${action}`)}
              <kbd>{t(`read.key.${action}`)}</kbd>
            </button>
          ))}
        </p>
      ) : null}
    </li>
  );
}

function Facts({ measure: { fields, reasons, confidence } }: { measure: ReadingMeasure }) {
  const departments = fields.departments.map(({ name }) => name).join('、');
  return (
    <>
      <p>{fields.purpose}</p>
      <div className="read-card__payment">
        <div>
          <Payment row={fields} />
        </div>
        {fields.per === null && fields.years === null ? null : (
          <div>
            <Frequency row={fields} />
          </div>
        )}
      </div>
      {departments ? <p className="note">{departments}</p> : null}
      {fields.notes === null ? null : <p className="note">{fields.notes}</p>}
      {fields.clause.length > 0 ? <p className="note">{clauseLine(fields.clause)}</p> : null}
      <Why reasons={reasons} confidence={confidence} />
    </>
  );
}
