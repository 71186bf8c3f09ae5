import { decimalsOf } from '@dabiao/domain/decimal';
import { MEASURE_FORM_WORDS, MEASURE_TIME_WORDS, type Money, type ProposedMeasure } from '@dabiao/domain/measure';
import { formatValue, type Lang } from '@dabiao/domain/number-text';
import { useTranslation } from 'react-i18next';
import { useLang } from './lang.ts';
import './payment.css';

const sumText = ({ value, unit }: Money, lang: Lang): string => formatValue(value, decimalsOf(value), unit, lang);

/** How much: amount, share and ceiling, each on a line of its own, and what the document calls it. */
export function Payment({ row }: { row: ProposedMeasure }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { amount, share, ceiling, form } = row;
  const shareKey = `measure.share${share?.of === null ? 'Only' : ''}${share?.atMost ? 'AtMost' : ''}` as const;
  return (
    <>
      {amount ? <b className="payment__line">{sumText(amount, lang)}</b> : null}
      {share ? <b className="payment__line">{t(shareKey, { percent: share.percent, of: share.of ?? '' })}</b> : null}
      {ceiling ? (
        <span className="payment__line">{t('measure.ceiling', { sum: sumText(ceiling, lang), of: ceiling.of })}</span>
      ) : null}
      {amount || share || ceiling ? null : <span className="payment__line">{t('measure.noSum')}</span>}
      <span className="note payment__line">{MEASURE_FORM_WORDS[form][lang]}</span>
    </>
  );
}

/** How often it is paid. */
export function Frequency({ row }: { row: ProposedMeasure }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { per, years } = row;
  if (per === null && years === null) return <span className="note">{t('measure.noTime')}</span>;
  return (
    <>
      {per === null ? null : <span className="payment__line">{MEASURE_TIME_WORDS[per][lang]}</span>}
      {years === null ? null : <span className="note payment__line">{t('measure.years', years)}</span>}
    </>
  );
}
