import { Radio } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { chinaTime, type ReleaseFault } from '../../ui/china-time.ts';
import { useLang } from '../../ui/lang.ts';
import { localTime } from '../../ui/local-time.ts';

export interface ReleaseChoice {
  later: boolean;
  /** 2026-12-01 and 09:00, in China. */
  day: string;
  time: string;
}

interface ReleaseFieldsProps {
  choice: ReleaseChoice;
  /** The moment chosen, or why there is none. */
  chosen: { moment: string } | { fault: ReleaseFault };
  /** It waits for its time already. */
  scheduled: boolean;
  /** A missing or impossible time is said. */
  checked: boolean;
  onChange: (choice: ReleaseChoice) => void;
}

/** At once, or at a time in China; the time is said back in words. */
export function ReleaseFields({ choice, chosen, scheduled, checked, onChange }: ReleaseFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className="release">
      <legend>{t('review.dialog.when')}</legend>
      <Radio.Group
        value={choice.later}
        onChange={(event) => onChange({ ...choice, later: event.target.value as boolean })}
        options={[
          { value: false, label: t(scheduled ? 'review.dialog.nowInstead' : 'review.dialog.now') },
          { value: true, label: t('review.dialog.later') },
        ]}
      />
      {choice.later ? (
        <>
          <p className="release__fields">
            <label htmlFor={`${id}-day`}>{t('review.dialog.day')}</label>
            <input
              id={`${id}-day`}
              type="date"
              value={choice.day}
              aria-describedby={`${id}-said`}
              onChange={(event) => onChange({ ...choice, day: event.target.value })}
            />
            <label htmlFor={`${id}-time`}>{t('review.dialog.time')}</label>
            <input
              id={`${id}-time`}
              type="time"
              value={choice.time}
              aria-describedby={`${id}-said`}
              onChange={(event) => onChange({ ...choice, time: event.target.value })}
            />
          </p>
          <p id={`${id}-said`} className="release__said" role="status">
            <Said chosen={chosen} checked={checked} />
          </p>
        </>
      ) : null}
    </fieldset>
  );
}

function Said({ chosen, checked }: Pick<ReleaseFieldsProps, 'chosen' | 'checked'>) {
  const { t } = useTranslation();
  const lang = useLang();
  if ('fault' in chosen) {
    const silent = chosen.fault === 'incomplete' && !checked;
    return silent ? null : <span className="release__fault">✕ {t(`review.dialog.fault.${chosen.fault}`)}</span>;
  }
  const elsewhere = new Date(chosen.moment).getTimezoneOffset() !== -480;
  return (
    <>
      <b>{t('review.dialog.said', { time: chinaTime(chosen.moment, lang) })}</b>
      {elsewhere ? (
        <span className="note"> {t('review.dialog.yourTime', { time: localTime(chosen.moment) })}</span>
      ) : null}
    </>
  );
}
