import { REPORTING_STATES, type ReportingCell, type ReportingState } from '@dabiao/contract/completeness';
import { useTranslation } from 'react-i18next';
import { StageShape, type StageShapeName } from '../../ui/stage-shape.tsx';

const SHAPES: Record<ReportingState, StageShapeName> = {
  released: 'released',
  scheduled: 'scheduled',
  in_review: 'submitted',
  draft: 'draft',
  missing: 'missing',
};

/** How far a figure has come, as shape and word; overdue is a mark of its own beside it. */
export function ReportingMark({ state, overdue }: Pick<ReportingCell, 'state' | 'overdue'>) {
  const { t } = useTranslation();
  return (
    <span className="reporting-marks">
      <span className={`reporting-mark reporting-mark--${state}`}>
        <StageShape name={SHAPES[state]} />
        {t(`reporting.word.${state}`)}
      </span>
      {overdue ? <Overdue /> : null}
    </span>
  );
}

function Overdue() {
  const { t } = useTranslation();
  return (
    <span className="reporting-mark reporting-mark--overdue">
      <StageShape name="overdue" />
      {t('reporting.word.overdue')}
    </span>
  );
}

/** Every mark once, with its word. */
export function MarkKey() {
  const { t } = useTranslation();
  return (
    <ul className="mark-key" aria-label={t('reporting.key')}>
      {REPORTING_STATES.map((state) => (
        <li key={state}>
          <ReportingMark state={state} overdue={false} />
        </li>
      ))}
      <li>
        <Overdue />
      </li>
    </ul>
  );
}
