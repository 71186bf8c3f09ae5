import type { SubmissionEffects } from '@dabiao/contract/submission-effects';
import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { stageOf } from './list-filter.ts';

/** Who else has some of the same figures in an open submission. */
export function RivalsNote({ others }: { others: SubmissionEffects['others'] }) {
  const { t } = useTranslation();
  if (others.length === 0) return null;
  return (
    <section className="review-warning" aria-labelledby="rivals">
      <h2 id="rivals">{t('review.others')}</h2>
      <ul>
        {others.map(({ submission, by, state, figures }) => (
          <li key={submission}>
            <KeepLink to="/review" search={{ submission }}>
              {t('review.other', {
                by,
                n: figures,
                state: t(`review.stage.${stageOf({ state, releasedAt: null })}`),
              })}
            </KeepLink>
          </li>
        ))}
      </ul>
      <p className="note">{t('review.othersHint')}</p>
    </section>
  );
}
