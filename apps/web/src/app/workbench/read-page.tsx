import type { SessionUser } from '@dabiao/contract/session';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { indicatorsQuery } from '../../features/indicators/queries.ts';
import { Desk } from '../../features/read/desk.tsx';
import { HandInForm } from '../../features/read/hand-in-form.tsx';
import { readingQuery } from '../../features/read/queries.ts';
import { ReadingList } from '../../features/read/reading-list.tsx';
import '../../features/read/read.css';
import { sessionQuery } from '../../features/session/queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { carriedSearch, readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';

/** `/read`: hand in a policy document, decide on the targets found in it, publish; `?reading=` opens one. */
export function ReadPage() {
  const { t } = useTranslation();
  const id = readText(useUrlState().params, 'reading');
  usePageTitle(t('page.read'));
  return (
    <div className="read-page">
      <Answer query={useQuery(sessionQuery())} lines={3}>
        {({ user }) => <Gate user={user} id={id} />}
      </Answer>
    </div>
  );
}

function Gate({ user, id }: { user: SessionUser | null; id: string | null }) {
  const { t } = useTranslation();
  const { params, change } = useUrlState();
  const works = user?.roles.some((role) => role === 'statistician' || role === 'reviewer') ?? false;
  const clearance = user?.clearance ?? 'public';
  if (works && id !== null) return <Opened key={id} id={id} />;
  return (
    <>
      <h1>{t('page.read')}</h1>
      {works ? (
        <>
          <HandInForm clearance={clearance} onRead={(reading) => change({ reading })} />
          <ReadingList />
        </>
      ) : null}
      {user && !works ? <Empty title={t('read.noRole')}>{t('read.noRoleHint')}</Empty> : null}
      {user ? null : (
        <Empty title={t('read.signIn')}>
          <KeepLink to="/sign-in" search={{ next: `/read?${params}` }} className="button">
            {t('session.signIn')}
          </KeepLink>
        </Empty>
      )}
    </>
  );
}

function Opened({ id }: { id: string }) {
  const { params, change } = useUrlState();
  const navigate = useNavigate();
  const indicators = useQuery(indicatorsQuery());
  return (
    <Answer whole query={useQuery(readingQuery(id))} lines={12}>
      {(reading) => (
        <Desk
          reading={reading}
          indicators={indicators.data ?? []}
          onPublished={(document) =>
            void navigate({ pathname: `/documents/${document}`, search: carriedSearch(params) })
          }
          onDropped={() => change({ reading: null })}
        />
      )}
    </Answer>
  );
}
