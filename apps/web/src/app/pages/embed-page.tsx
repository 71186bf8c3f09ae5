import { isNarrative, TARGET_KIND_WORDS } from '@dabiao/domain/target';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { findingOf } from '../../features/targets/finding.ts';
import { targetQuery } from '../../features/targets/queries.ts';
import { ChartFoot } from '../../features/targets/target-head.tsx';
import { Trajectory, TrajectoryTable } from '../../features/targets/trajectory.tsx';
import { drawable } from '../../features/targets/trajectory-of.ts';
import '../../features/targets/targets.css';
import { Answer } from '../../ui/answer.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { DemoBand } from '../demo-band.tsx';
import { useLook } from '../use-look.ts';
import '../frame.css';

/** `/embed/targets/:id`: one target's chart for another site's frame, without navigation. */
export function EmbedPage() {
  const { t } = useTranslation();
  const lang = useLang();
  const { id = '' } = useParams();
  const { year } = useUrlState();
  const query = useQuery(targetQuery(id, year));
  useLook();
  usePageTitle(query.data ? findingOf(query.data.row, lang) : null);
  return (
    <main className="embed">
      <DemoBand />
      <Answer whole query={query}>
        {(detail) => (
          <figure>
            {isNarrative(detail.row) ? (
              <>
                <p className="note">{TARGET_KIND_WORDS.narrative[lang]}</p>
                <h1>{detail.row.quote}</h1>
              </>
            ) : (
              <>
                <VerdictMark verdict={detail.row.assessment.verdict} early={detail.row.assessment.early} />
                <h1>{findingOf(detail.row, lang)}</h1>
                {drawable(detail) ? <Trajectory detail={detail} label={findingOf(detail.row, lang)} /> : null}
                <ChartFoot detail={detail} />
                {drawable(detail) ? <TrajectoryTable detail={detail} /> : null}
              </>
            )}
            <p className="note">
              <KeepLink to={`/targets/${detail.row.id}`}>{t('target.wholePage')}</KeepLink>
            </p>
          </figure>
        )}
      </Answer>
    </main>
  );
}
