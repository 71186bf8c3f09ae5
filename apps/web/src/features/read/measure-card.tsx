import type { ReadingMeasure } from '@dabiao/contract/reading';
import { clauseLine } from '@dabiao/domain/document';
import { useTranslation } from 'react-i18next';
import { Frequency, Payment } from '../../ui/payment.tsx';
import { CardFrame, type CardState } from './card-frame.tsx';
import { Why } from './why.tsx';

interface MeasureCardProps extends CardState {
  measure: ReadingMeasure;
}

const ACTIONS = ['accept', 'reject', 'edit'] as const;

/** A proposed policy measure: who gets what for what, why it was understood so, and what can be done with it. */
export function MeasureCard({ measure, ...card }: MeasureCardProps) {
  const { t } = useTranslation();
  const name = measure.fields.beneficiary;
  return (
    <CardFrame entry={measure} mark="measure" what={t('read.mark.measure')} name={name} actions={ACTIONS} {...card}>
      <Facts measure={measure} />
    </CardFrame>
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
