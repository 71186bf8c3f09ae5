import type { FigureHistory } from '@dabiao/contract/figure-history';
import type { Submission } from '@dabiao/contract/submission';
import { subtract } from '@dabiao/domain/decimal';
import { FIGURE_STATUS_WORDS, FIGURE_STATUSES, type FigureStatus } from '@dabiao/domain/figure';
import { formatDifference, formatValue, unitName } from '@dabiao/domain/number-text';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../ui/idempotency-key.ts';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { caveatWords, plainText } from '../../ui/value-text.ts';
import { type Draft, type DraftFault, draftFaults, toCorrection, typedNumber } from './correction.ts';
import { isOvertaken, useCorrectFigure, type Version } from './queries.ts';

interface CorrectFigureProps {
  history: FigureHistory;
  latest: Version;
  /** Whether somebody else must approve it. */
  reviewed: boolean;
  /** Draws the way to the correction that was made. */
  submissionLink: (id: string) => ReactNode;
}

/** The version that a correction became. */
const releasedVersion = ({ figures }: Submission): number => (figures[0]?.earlier?.version ?? 0) + 1;

const BLANK: Draft = { withdraw: false, value: '', status: 'revised', reason: '' };

/** Mends the latest version, or takes it back; the reason is published with the new version. */
export function CorrectFigure({ history, latest, reviewed, submissionLink }: CorrectFigureProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const [draft, setDraft] = useState<Draft>(BLANK);
  const [checked, setChecked] = useState(false);
  const [key, setKey] = useState(newKey);
  const correct = useCorrectFigure();
  const faults = draftFaults(draft, latest);
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    // Another content is another attempt.
    setKey(newKey());
    correct.reset();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (faults.length > 0 || correct.isPending) return;
    const body = { reason: draft.reason.trim(), rows: [toCorrection(history, draft, latest)] };
    correct.mutate({ key, body }, { onSuccess: () => startAnew() });
  };
  const startAnew = () => {
    setDraft(BLANK);
    setChecked(false);
    setKey(newKey());
  };
  const shown = checked ? faults : [];
  return (
    <form className="correct-figure" onSubmit={send} noValidate>
      {latest.withdrawn ? null : (
        <SelectField
          label={t('history.way')}
          value={draft.withdraw ? 'withdraw' : 'correct'}
          options={(['correct', 'withdraw'] as const).map((way) => ({ value: way, label: t(`history.${way}`) }))}
          onChange={(way) => change({ withdraw: way === 'withdraw' })}
        />
      )}
      {draft.withdraw ? null : (
        <NewValue history={history} latest={latest} draft={draft} faults={shown} onChange={change} />
      )}
      <ReasonLine value={draft.reason} faults={shown} onChange={(reason) => change({ reason })} />
      {latest.caveats.length > 0 && !draft.withdraw && !latest.withdrawn ? (
        <p className="note">{t('history.keepsCaveats', { caveats: caveatWords(latest.caveats, latest.note, lang) })}</p>
      ) : null}
      <p className="note">
        {draft.withdraw ? t('history.willTakeBack') : null}{' '}
        {t(reviewed ? 'history.willReview' : 'history.willPublish', { n: latest.version + 1 })}
      </p>
      <p>
        <button type="submit" className="button button--main" disabled={correct.isPending}>
          {t(draft.withdraw ? 'history.send.withdraw' : 'history.send.correct')}
        </button>
      </p>
      {correct.data ? (
        <p role="status">
          <b>
            {correct.data.releasedAt
              ? t('history.sentReleased', { n: releasedVersion(correct.data) })
              : t('history.sent')}
          </b>{' '}
          {submissionLink(correct.data.id)}
        </p>
      ) : null}
      {correct.error && isOvertaken(correct.error) ? <p role="alert">✕ {t('history.overtaken')}</p> : null}
      {correct.error && !isOvertaken(correct.error) ? <ProblemMessage error={correct.error} /> : null}
    </form>
  );
}

interface NewValueProps {
  history: FigureHistory;
  latest: Version;
  draft: Draft;
  faults: readonly DraftFault[];
  onChange: (part: Partial<Draft>) => void;
}

function NewValue({ history, latest, draft, faults, onChange }: NewValueProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const id = useId();
  const fault = faults.find((one) => one !== 'reason');
  return (
    <>
      <label className="field" htmlFor={id}>
        <span>{t('history.valueUnit', { unit: unitName(history.unit, lang) })}</span>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          maxLength={40}
          value={draft.value}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-said`}
          onChange={(event) => onChange({ value: event.target.value })}
        />
      </label>
      <SelectField
        label={t('history.status')}
        value={draft.status}
        options={FIGURE_STATUSES.map((status) => ({ value: status, label: FIGURE_STATUS_WORDS[status][lang] }))}
        onChange={(status) => onChange({ status: status as FigureStatus })}
      />
      <p id={`${id}-said`} className="correct-figure__said" aria-live="polite">
        {fault ? <span className="correct-figure__fault">✕ {t(`history.fault.${fault}`)}</span> : null}
        {fault ? null : <Preview typed={typedNumber(draft.value)} latest={latest} unit={history.unit} />}
      </p>
    </>
  );
}

/** Old → new and the difference, while it is typed. */
function Preview({ typed, latest, unit }: { typed: string | null; latest: Version; unit: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  if (typed === null) return null;
  const value = Number(typed);
  if (latest.withdrawn) return <>{plainText(value, unit, lang)}</>;
  const difference = subtract(value, latest.value);
  const digits = Math.max(latest.decimals, typed.split('.')[1]?.length ?? 0);
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '';
  return (
    <>
      {t('history.preview', {
        before: formatValue(latest.value, latest.decimals, unit, lang),
        after: formatValue(value, digits, unit, lang),
        difference: sign + formatDifference(difference, digits, unit, lang),
      })}
    </>
  );
}

interface ReasonLineProps {
  value: string;
  faults: readonly DraftFault[];
  onChange: (reason: string) => void;
}

function ReasonLine({ value, faults, onChange }: ReasonLineProps) {
  const { t } = useTranslation();
  const id = useId();
  const fault = faults.includes('reason');
  return (
    <p className="correct-figure__reason">
      <label htmlFor={id}>{t('history.reason')}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={500}
        value={value}
        aria-invalid={fault}
        aria-describedby={`${id}-said`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-said`} className="correct-figure__fault">
        {fault ? `✕ ${t('history.fault.reason')}` : null}
      </span>
    </p>
  );
}
