import { useTranslation } from 'react-i18next';
import type { WallFacts } from './facts.ts';

/** Nothing slips; how much could not be judged is said with it, because no figure is no good news. */
export function CalmScreen({ facts }: { facts: WallFacts }) {
  const { t } = useTranslation();
  const n = facts.rows.filter(({ assessment }) => assessment.verdict === 'unassessable').length;
  return (
    <div className="wall-stand">
      <h1>{t('overview.noAttention')}</h1>
      {n > 0 ? <p className="wall-lead">{t('wall.unjudged', { n })}</p> : null}
    </div>
  );
}
