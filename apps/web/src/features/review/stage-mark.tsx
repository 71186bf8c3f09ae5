import { useTranslation } from 'react-i18next';
import { StageShape } from '../../ui/stage-shape.tsx';
import type { Stage } from './list-filter.ts';

/** Where a submission stands, as shape and word. */
export function StageMark({ stage }: { stage: Exclude<Stage, 'all'> }) {
  const { t } = useTranslation();
  return (
    <span className={`stage stage--${stage}`}>
      <StageShape name={stage} />
      {t(`review.stage.${stage}`)}
    </span>
  );
}
