import { useTranslation } from 'react-i18next';
import type { SubmitAddress } from './submit-address.ts';

const WAYS = ['file', 'entry'] as const;

/** The ways to hand in. */
export function WayStrip({ way, onWay }: { way: SubmitAddress['way']; onWay: (way: SubmitAddress['way']) => void }) {
  const { t } = useTranslation();
  return (
    <nav className="look-strip" aria-label={t('submit.way.label')}>
      {WAYS.map((one) => (
        <button key={one} type="button" aria-current={way === one ? 'true' : undefined} onClick={() => onWay(one)}>
          {t(`submit.way.${one}`)}
        </button>
      ))}
    </nav>
  );
}
