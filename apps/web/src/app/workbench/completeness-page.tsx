import type { Overview } from '@dabiao/contract/overview';
import type { SessionUser } from '@dabiao/contract/session';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DueDates } from '../../features/completeness/due-dates.tsx';
import { dueDatesQuery } from '../../features/completeness/queries.ts';
import { ReportingView } from '../../features/completeness/reporting-view.tsx';
import '../../features/completeness/completeness.css';
import { indicatorsQuery } from '../../features/indicators/queries.ts';
import { overviewQuery } from '../../features/overview/queries.ts';
import { sessionQuery } from '../../features/session/queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import { WorkbenchTheme } from './workbench-theme.tsx';

const READERS = ['statistician', 'reviewer', 'viewer', 'system_admin'] as const;
const SETTERS = ['reviewer', 'system_admin'] as const;

/** `/completeness`: who has reported what of a year, who has not, and until when. */
export function CompletenessPage() {
  const { t } = useTranslation();
  usePageTitle(t('page.completeness'));
  return (
    <WorkbenchTheme>
      <div className="completeness-page">
        <Answer query={useQuery(sessionQuery())} lines={3}>
          {({ user }) => <Gate user={user} />}
        </Answer>
      </div>
    </WorkbenchTheme>
  );
}

function Gate({ user }: { user: SessionUser | null }) {
  const { t } = useTranslation();
  const { params } = useUrlState();
  const overview = useQuery(overviewQuery(null, null));
  if (!user || !READERS.some((role) => user.roles.includes(role))) {
    return (
      <>
        <h1>{t('page.completeness')}</h1>
        {user ? (
          <Empty title={t('reporting.noRole')}>{t('reporting.noRoleHint')}</Empty>
        ) : (
          <Empty title={t('reporting.signIn')}>
            <KeepLink to="/sign-in" search={{ next: `/completeness?${params}` }} className="button">
              {t('session.signIn')}
            </KeepLink>
          </Empty>
        )}
      </>
    );
  }
  return (
    <Answer query={overview}>
      {({ regions, year }) => (
        <ReportingView
          years={yearsAround(year)}
          regions={regions}
          way={user.roles.includes('reviewer') ? '/review' : '/submit'}
          dates={(shown) => <Dates year={shown} user={user} regions={regions} />}
        />
      )}
    </Answer>
  );
}

/** From the year after the latest back ten years, the newest first: plans of five years, and the one before. */
const yearsAround = (latest: number): number[] => Array.from({ length: 12 }, (_, back) => latest + 1 - back);

function Dates({ year, user, regions }: { year: number; user: SessionUser; regions: Overview['regions'] }) {
  const indicators = useQuery(indicatorsQuery());
  return (
    <Answer query={useQuery(dueDatesQuery(year))} lines={3}>
      {(dates) => (
        <DueDates
          key={year}
          dates={dates}
          indicators={indicators.data ?? []}
          regions={regions.map(({ code, name }) => ({ id: code, name }))}
          maySet={SETTERS.some((role) => user.roles.includes(role))}
        />
      )}
    </Answer>
  );
}
