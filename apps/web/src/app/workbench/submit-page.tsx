import type { SessionUser } from '@dabiao/contract/session';
import type { Label } from '@dabiao/domain/label';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indicatorsQuery } from '../../features/indicators/queries.ts';
import { overviewQuery } from '../../features/overview/queries.ts';
import { sessionQuery } from '../../features/session/queries.ts';
import { CatalogueNamesProvider } from '../../features/submissions/catalogue-names.tsx';
import { EntryStep } from '../../features/submissions/entry/entry-step.tsx';
import { History } from '../../features/submissions/history.tsx';
import { ReturnedList } from '../../features/submissions/returned-list.tsx';
import { RunningLeft } from '../../features/submissions/running-left.tsx';
import { StepLine } from '../../features/submissions/step-line.tsx';
import { opening, readSubmitAddress } from '../../features/submissions/submit-address.ts';
import '../../features/submissions/submissions.css';
import { TemplateForm } from '../../features/submissions/template-form.tsx';
import { UploadStep } from '../../features/submissions/upload-step.tsx';
import { WayStrip } from '../../features/submissions/way-strip.tsx';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { LabelField } from '../../ui/label-field.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import { OpenedSubmission } from './opened-submission.tsx';
import { WorkbenchTheme } from './workbench-theme.tsx';

/** `/submit`: choose a file or type figures, look them over, hand them in; the address keeps the place. */
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
  const { params } = useUrlState();
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
  return <Work user={user} reviewed={reviewed} />;
}

function Work({ user, reviewed }: { user: SessionUser; reviewed: boolean }) {
  const { params } = useUrlState();
  const { submission } = readSubmitAddress(params);
  const indicators = useQuery(indicatorsQuery());
  const overview = useQuery(overviewQuery(null, null));
  return (
    <CatalogueNamesProvider indicators={indicators.data ?? NONE} regions={overview.data?.regions ?? NONE}>
      {submission === null ? (
        <Start user={user} lastYear={overview.data?.year ?? null} />
      ) : (
        <OpenedSubmission key={submission} id={submission} user={user} reviewed={reviewed} />
      )}
    </CatalogueNamesProvider>
  );
}

const NONE: never[] = [];

/** The first step: ways to hand in, and what was handed in before. */
function Start({ user, lastYear }: { user: SessionUser; lastYear: number | null }) {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const { way } = readSubmitAddress(params);
  const [label, setLabel] = useState<Label>('public');
  const open = (id: string) => change(opening(id));
  return (
    <>
      {user.roles.includes('statistician') ? (
        <>
          <StepLine step={0} />
          <RunningLeft onRead={open} />
          <ReturnedList />
          <WayStrip way={way} onWay={(next) => change({ way: next === 'file' ? null : next })} />
          <LabelField name={t('label.handIn')} value={label} to={user.clearance} onChange={setLabel} />
          {label === 'public' ? null : <p className="note">{t('label.handInHint')}</p>}
          {way === 'entry' ? (
            <EntryStep label={label} user={user.id} region={user.regionName ?? ''} onRead={open} />
          ) : (
            <div className="ways">
              <UploadStep label={label} onRead={open} />
              <Template user={user} lastYear={lastYear} />
            </div>
          )}
        </>
      ) : null}
      <h2>{t('submit.earlierOnes')}</h2>
      <History />
    </>
  );
}

/** Years a template is made for: this one and those before. */
const YEARS_BACK = 6;

function Template({ user, lastYear }: { user: SessionUser; lastYear: number | null }) {
  const { region, params, change } = useUrlState();
  const { data } = useQuery(overviewQuery(null, null));
  const thisYear = new Date().getFullYear();
  const asked = Number(params.get('figures'));
  const years = Array.from({ length: YEARS_BACK }, (_, back) => thisYear - back);
  const year = years.includes(asked) ? asked : (years.find((one) => one === lastYear) ?? thisYear - 1);
  const code = region ?? user.region ?? data?.regions[0]?.code;
  if (code === undefined) return null;
  return <TemplateForm region={code} year={year} years={years} onChange={(changes) => change(changes, true)} />;
}
