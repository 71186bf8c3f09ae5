import type { TargetDetail } from '@dabiao/contract/target';
import { unitBehind, unitName } from '@dabiao/domain/number-text';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { useLang } from '../../ui/lang.ts';
import { mayTry, readTyped, type Trial, trialYear, tryFigure } from './trial.ts';

interface WhatIfProps {
  detail: TargetDetail;
  trial: Trial | null;
  onTrial: (trial: Trial | null) => void;
}

/** 试算: a figure for next year moves chart and verdict, here and now, without being stored or sent. */
export function WhatIf({ detail, trial, onTrial }: WhatIfProps) {
  const { t } = useTranslation();
  const lang = useLang();
  const id = useId();
  const [text, setText] = useState('');
  if (!mayTry(detail)) return null;
  const year = trialYear(detail);
  const { indicator } = detail.row;
  const name = (lang === 'en' && indicator.nameEn) || indicator.name;
  const typed = text.trim() === '' ? null : readTyped(text);
  const wrong = text.trim() !== '' && typed === null;
  const change = (next: string) => {
    setText(next);
    const read = next.trim() === '' ? null : readTyped(next);
    onTrial(read ? tryFigure(detail, read) : null);
  };
  // 20,000 base stations, not 20,000 number
  const isWritten = unitBehind(indicator.unit, lang) !== '';
  return (
    <section aria-labelledby={`${id}-title`} className="what-if no-print">
      <h2 id={`${id}-title`}>{t('whatIf.title')}</h2>
      <div className="what-if__row">
        <label htmlFor={id}>{t('whatIf.label', { year, name })}</label>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          maxLength={24}
          value={text}
          aria-invalid={wrong}
          aria-describedby={`${id}-note`}
          onChange={(event) => change(event.target.value)}
        />
        {isWritten ? <span>{unitName(indicator.unit, lang)}</span> : null}
        {text === '' ? null : (
          <button type="button" className="button" onClick={() => change('')}>
            {t('whatIf.clear')}
          </button>
        )}
      </div>
      <div role="status" className="what-if__answer">
        {wrong ? <p>{t('whatIf.notNumber')}</p> : null}
        {trial ? (
          <>
            <AssessmentMark assessment={trial.assessment} />
            <p>{trial.assessment.sentence[lang]}</p>
          </>
        ) : null}
      </div>
      <p id={`${id}-note`} className="note">
        {t('whatIf.note')}
      </p>
    </section>
  );
}
