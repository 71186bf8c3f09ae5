import { useTranslation } from 'react-i18next';
import './states.css';

/** Stands where an answer is awaited; `lines` hint at its size. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{t('state.pending')}</span>
      {Array.from({ length: lines }, (_, index) => `line-${index}`).map((key) => (
        <span key={key} className="skeleton__line" />
      ))}
    </div>
  );
}
