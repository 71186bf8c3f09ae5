import { useTranslation } from 'react-i18next';

/** Which words led to what, and how sure that is; opened when asked for. */
export function Why({ reasons, confidence }: { reasons: readonly string[]; confidence: number }) {
  const { t } = useTranslation();
  if (reasons.length === 0) return null;
  return (
    <details className="note">
      <summary>{t('read.why', { percent: Math.round(confidence * 100) })}</summary>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  );
}
