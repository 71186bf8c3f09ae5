import type { FigureHistory } from '@dabiao/contract/figure-history';
import type { Overview } from '@dabiao/contract/overview';
import type { Session } from '@dabiao/contract/session';
import { FIGURE_STATUS_WORDS } from '@dabiao/domain/figure';
import { regionAndBelow } from '@dabiao/domain/region';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CorrectFigure } from '../../features/figures/correct-figure.tsx';
import { HistoryTable } from '../../features/figures/figure-history.tsx';
import { type FigureKey, figureHistoryQuery } from '../../features/figures/queries.ts';
import { RaiseLabel } from '../../features/labels/raise-label.tsx';
import { overviewQuery } from '../../features/overview/queries.ts';
import { sessionQuery } from '../../features/session/queries.ts';
import '../../features/figures/figures.css';
import { Answer } from '../../ui/answer.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { RequestProblem } from '../../ui/problem.ts';
import { figureText } from '../../ui/value-text.ts';

/** `/figures/:indicator/:region/:year`: every version of one figure, and mending it. */
export function FigurePage() {
  const { t } = useTranslation();
  const { indicator = '', region = '', year = '' } = useParams();
  const key: FigureKey = { indicator, region, year: Number(year) };
  const history = useQuery(figureHistoryQuery(key));
  const unknown = history.error instanceof RequestProblem && history.error.code === 'not_found';
  if (unknown) {
    return (
      <>
        <h1>{t('history.empty')}</h1>
        <p>{t('history.emptyHint')}</p>
        <p>
          <KeepLink to={`/indicators/${encodeURIComponent(indicator)}`}>{t('history.indicator')}</KeepLink>
        </p>
      </>
    );
  }
  return (
    <Answer whole query={history} lines={8}>
      {(found) => <Shown history={found} />}
    </Answer>
  );
}

function Shown({ history }: { history: FigureHistory }) {
  const { t } = useTranslation();
  const title = useHistoryTitle(history);
  const { data: session } = useQuery(sessionQuery());
  usePageTitle(title);
  const way = submissionPage(session);
  return (
    <article className="figure-page">
      <h1>{title}</h1>
      <HistoryTable
        history={history}
        submissionLink={({ file }) =>
          way && file?.mayOpen ? (
            <KeepLink to={way} search={{ submission: file.submission }}>
              {t('history.submission')}
            </KeepLink>
          ) : null
        }
      />
      <p className="no-print">
        <KeepLink to={`/indicators/${encodeURIComponent(history.indicator)}`}>{t('history.indicator')}</KeepLink>
      </p>
      {session?.user ? <Raise history={history} user={session.user} /> : null}
      {session ? <Mend history={history} session={session} way={way ?? '/submit'} /> : null}
    </article>
  );
}

/** Reviewers, and statisticians of the region, may give the figure a higher label. */
function Raise({ history, user }: { history: FigureHistory; user: NonNullable<Session['user']> }) {
  const [latest] = history.versions;
  const id = `${history.indicator} ${history.region} ${history.year}`;
  if (!latest || !user.roles.some((role) => role === 'reviewer' || role === 'statistician')) return null;
  return <RaiseLabel key={latest.label} kind="figure" id={id} label={latest.label} clearance={user.clearance} />;
}

/** Where the one who asks looks at submissions; null for those who may not. */
function submissionPage(session: Session | undefined): '/review' | '/submit' | null {
  const roles = session?.user?.roles ?? [];
  if (roles.includes('reviewer')) return '/review';
  return roles.includes('statistician') ? '/submit' : null;
}

/** The finding: what the figure is now. */
function useHistoryTitle(history: FigureHistory): string {
  const { t } = useTranslation();
  const lang = useLang();
  const { year, unit, versions, indicatorName, indicatorNameEn, regionName } = history;
  const indicator = (lang === 'en' && indicatorNameEn) || indicatorName;
  const names = { year, region: regionName, indicator };
  const [latest] = versions;
  if (!latest) return t('history.empty');
  if (latest.withdrawn) return t('history.titleWithdrawn', { ...names, n: latest.version });
  const status = FIGURE_STATUS_WORDS[latest.status][lang];
  return t('history.title', {
    ...names,
    n: latest.version,
    status,
    value: figureText(latest, unit, lang, latest.note),
  });
}

interface MendProps {
  history: FigureHistory;
  session: Session;
  way: '/review' | '/submit';
}

function Mend({ history, session, way }: MendProps) {
  const { t } = useTranslation();
  const overview = useQuery(overviewQuery(null, null));
  const [latest] = history.versions;
  if (!latest) return null;
  const { user, workspace } = session;
  if (!user) return <p className="note no-print">{t('history.mendSignIn')}</p>;
  return (
    <section aria-labelledby="mend" className="no-print">
      <h2 id="mend">{t('history.mend')}</h2>
      <Answer query={overview} lines={3}>
        {({ regions }) =>
          mayMend(user, history.region, regions) ? (
            <>
              {latest.withdrawn ? <p>{t('history.mendGone')}</p> : null}
              <CorrectFigure
                history={history}
                latest={latest}
                reviewed={workspace.review === 'required'}
                submissionLink={(id) => (
                  <KeepLink to={way} search={{ submission: id }}>
                    {t('history.see')}
                  </KeepLink>
                )}
              />
            </>
          ) : (
            <p>{t('history.mendOther')}</p>
          )
        }
      </Answer>
    </section>
  );
}

/** A statistician mends the figures of the own region and those below. */
function mayMend(user: NonNullable<Session['user']>, region: string, regions: Overview['regions']): boolean {
  if (!user.roles.includes('statistician')) return false;
  return user.region === null || regionAndBelow(user.region, regions).has(region);
}
