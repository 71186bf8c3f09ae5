import type { SessionUser } from '@dabiao/contract/session';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listSearch, readListFilter } from '../../features/review/list-filter.ts';
import { reviewedQuery } from '../../features/review/queries.ts';
import { ReviewList } from '../../features/review/review-list.tsx';
import { ReviewedSubmission } from '../../features/review/reviewed-submission.tsx';
import '../../features/review/review.css';
import { sessionQuery } from '../../features/session/queries.ts';
import { TouchedTargets } from '../../features/targets/touched-targets.tsx';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import { WorkbenchTheme } from './workbench-theme.tsx';

/** `/review`: what waits for a reviewer; `?submission=` opens one. */
export function ReviewPage() {
  const { t } = useTranslation();
  const { params } = useUrlState();
  const id = readText(params, 'submission');
  usePageTitle(t('page.review'));
  return (
    <WorkbenchTheme>
      <div className="review-page">
        <Answer query={useQuery(sessionQuery())} lines={3}>
          {({ user }) => <Gate user={user} id={id} />}
        </Answer>
      </div>
    </WorkbenchTheme>
  );
}

function Gate({ user, id }: { user: SessionUser | null; id: string | null }) {
  const { t } = useTranslation();
  const { params } = useUrlState();
  if (!user) {
    return (
      <Closed title={t('review.signIn')}>
        <KeepLink to="/sign-in" search={{ next: `/review?${params}` }} className="button">
          {t('session.signIn')}
        </KeepLink>
      </Closed>
    );
  }
  if (!user.roles.includes('reviewer')) {
    return (
      <Closed title={t('review.noRole')}>
        {t('review.noRoleHint')} <KeepLink to="/submit">{t('page.submit')}</KeepLink>
      </Closed>
    );
  }
  return id === null ? <ReviewList /> : <Opened key={id} id={id} />;
}

/** The page's heading, and why there is nothing below it. */
function Closed({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('page.review')}</h1>
      <Empty title={title}>{children}</Empty>
    </>
  );
}

function Opened({ id }: { id: string }) {
  const { t } = useTranslation();
  const filter = readListFilter(useUrlState().params);
  return (
    <>
      <p className="no-print">
        <KeepLink to="/review" search={listSearch(filter)}>
          ← {t('review.back')}
        </KeepLink>
      </p>
      <Answer whole query={useQuery(reviewedQuery(id))} lines={10}>
        {(submission) => <ReviewedSubmission submission={submission} touched={(ids) => <TouchedTargets ids={ids} />} />}
      </Answer>
    </>
  );
}
