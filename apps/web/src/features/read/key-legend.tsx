import { useTranslation } from 'react-i18next';
import type { MarkKind } from './mark-kind.ts';
import { KEYS } from './use-keys.ts';

const KINDS: readonly MarkKind[] = ['amount', 'share', 'growth', 'new', 'measure', 'left_out'];

/** Which key does what, and what the colours mean. */
export function KeyLegend() {
  const { t } = useTranslation();
  return (
    <div className="read-legend no-print">
      <ul aria-label={t('read.keys')} className="read-legend__keys">
        {Object.entries(KEYS).map(([key, action]) => (
          <li key={key}>
            <kbd>{key}</kbd> {t(`read.action.${action}`)}
          </li>
        ))}
      </ul>
      <ul aria-label={t('read.marks')}>
        {KINDS.map((kind) => (
          <li key={kind}>
            <span className={`read-mark read-mark--${kind}`}>{t(`read.mark.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
