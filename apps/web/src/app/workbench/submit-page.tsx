import type { SessionUser } from '@dabiao/contract/session';
import type { Submission } from '@dabiao/contract/submission';
import { useQuery } from '@tanstack/react-query';
import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Decision } from '../../features/submissions/decision.tsx';
import { History } from '../../features/submissions/history.tsx';
import { Outcome } from '../../features/submissions/outcome.tsx';
import { ProblemList } from '../../features/submissions/problem-list.tsx';
import { submissionQuery } from '../../features/submissions/queries.ts';
import { RowsTable } from '../../features/submissions/rows-table.tsx';
import '../../features/submissions/submissions.css';
import { sessionQuery } from '../../features/session/queries.ts';
import { UploadStep } from '../../features/submissions/upload-step.tsx';
import { TouchedTargets } from '../../features/targets/touched-targets.tsx';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { localTime } from '../../ui/local-time.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import { WorkbenchTheme } from './workbench-theme.tsx';

/** `/submit`: choose a file, look it over, publish; `?submission=` keeps the place over a reload. */
export function SubmitPage() {
  const { t } = useTranslation();
  usePageTitle(t('page.submit'));
  return (
    <WorkbenchTheme>
      <div className="submit-page">
        <h1>{t('page.submit')}</h1>
        <Answer query={useQuery(sessionQuery())} lines={3}>
          {({ user, workspace }) => <Gate user={user} reviewed={workspace.review === 'required'} />}
        </Answer>
      </div>
    </WorkbenchTheme>
  );
}

function Gate({ user, reviewed }: { user: SessionUser | null; reviewed: boolean }) {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const id = readText(params, 'submission');
  if (!user) {
    return (
      <Empty title={t('submit.signIn')}>
        <KeepLink to="/sign-in" search={{ next: `/submit?${params}` }} className="button">
          {t('session.signIn')}
        </KeepLink>
      </Empty>
    );
  }
  if (!user.roles.some((role) => role === 'statistician' || role === 'reviewer')) {
    return <Empty title={t('submit.noRole')}>{t('submit.noRoleHint')}</Empty>;
  }
  return (
    <>
      {id === null ? (
        user.roles.includes('statistician') ? (
          <>
            <Progress step={0} />
            <UploadStep onRead={(read) => change({ submission: read })} />
          </>
        ) : null
      ) : (
        <Opened id={id} user={user} reviewed={reviewed} onAgain={() => change({ submission: null })} />
      )}
      <h2>{t('submit.earlierOnes')}</h2>
      <History />
    </>
  );
}

function Progress({ step }: { step: number }) {
  const { t } = useTranslation();
  const titles = [t('submit.step.choose'), t('submit.step.check'), t('submit.step.done')];
  return (
    <Steps className="submit-steps" current={step} responsive={false} items={titles.map((title) => ({ title }))} />
  );
}

/** How far along a submission is; a published one has no step left. */
const STEPS: Record<Submission['state'], number> = { draft: 1, submitted: 2, returned: 1, withdrawn: 1, approved: 3 };

interface OpenedProps {
  id: string;
  user: SessionUser;
  reviewed: boolean;
  onAgain: () => void;
}

function Opened({ id, user, reviewed, onAgain }: OpenedProps) {
  return (
    <Answer query={useQuery(submissionQuery(id))}>
      {(submission) => (
        <>
          <Progress step={STEPS[submission.state]} />
          <FileLine submission={submission} />
          {submission.state === 'draft' ? null : (
            <Outcome
              submission={submission}
              mayReview={user.roles.includes('reviewer')}
              mayWithdraw={user.roles.includes('statistician')}
              onAgain={onAgain}
              touched={(ids) => <TouchedTargets ids={ids} />}
            />
          )}
          <ProblemList problems={submission.problems} />
          <RowsTable figures={submission.figures} />
          {submission.state === 'draft' ? (
            <Decision submission={submission} reviewed={reviewed} onAgain={onAgain} />
          ) : null}
        </>
      )}
    </Answer>
  );
}

function FileLine({ submission }: { submission: Submission }) {
  return (
    <p className="submit-file">
      {submission.fileName} · {localTime(submission.createdAt)} · {submission.createdBy}
    </p>
  );
}
