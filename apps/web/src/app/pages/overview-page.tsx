import type { Overview } from '@dabiao/contract/overview';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AttentionList } from '../../features/overview/attention-list.tsx';
import { DocumentBars } from '../../features/overview/document-bars.tsx';
import { DueTimeline } from '../../features/overview/due-timeline.tsx';
import { attentionCount, headline } from '../../features/overview/headline.ts';
import { MovedList } from '../../features/overview/moved-list.tsx';
import '../../features/overview/overview.css';
import { Pickers } from '../../features/overview/pickers.tsx';
import { overviewQuery } from '../../features/overview/queries.ts';
import { Answer } from '../../ui/answer.tsx';
import { chinaMoment } from '../../ui/china-time.ts';
import { Clauses } from '../../ui/clauses.tsx';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { useStages } from '../../ui/use-stages.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import { VerdictBar } from '../../ui/verdict-bar.tsx';

/** `/`: how do we stand, what is slipping, what moved, what falls due. */
export function OverviewPage() {
  const { t } = useTranslation();
  const { year, region } = useUrlState();
  usePageTitle(t('page.overview'));
  return (
    <Answer whole query={useQuery(overviewQuery(year, region))} lines={10}>
      {(overview) => <Stand overview={overview} />}
    </Answer>
  );
}

function Stand({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { year, region } = overview;
  const place = overview.regions.find(({ code }) => code === region)?.name ?? t('picker.everyRegion');
  return (
    <>
      <div className="overview__head">
        <div>
          <p className="overview__as-of">{t('overview.asOf', { place, year })}</p>
          <h1>
            <Clauses sentence={overview.total > 0 ? headline(overview, lang) : t('overview.emptyTitle')} />
          </h1>
        </div>
        <Pickers overview={overview} />
      </div>
      {overview.total > 0 ? (
        <>
          <VerdictBar
            counts={overview.counts}
            link={(verdict, label) => (
              <KeepLink to="/targets" search={{ verdict, region }}>
                {label}
              </KeepLink>
            )}
          />
          <Columns overview={overview} />
        </>
      ) : (
        <Empty title={t('overview.empty')}>{t('overview.emptyHint')}</Empty>
      )}
    </>
  );
}

/** The first screen; everything that needs attention; what stands beside or, on a phone, below it. */
const STAGES = 2;

function Columns({ overview }: { overview: Overview }) {
  const calm = overview.attention.length === 0;
  const stage = useStages(STAGES);
  return (
    <div className={stage < STAGES ? 'overview__columns early' : 'overview__columns'}>
      <div className="overview__stack">
        <Attention overview={overview} whole={stage > 0} />
        {calm ? <Documents overview={overview} /> : null}
      </div>
      {stage < STAGES ? null : (
        <div className="overview__stack">
          {calm ? null : <Documents overview={overview} />}
          <Moved overview={overview} />
          <Due overview={overview} />
        </div>
      )}
    </div>
  );
}

/** Targets in need of attention that a screen shows before it is scrolled, about. */
const FIRST_TARGETS = 3;

function Attention({ overview, whole }: { overview: Overview; whole: boolean }) {
  const { t } = useTranslation();
  const more = attentionCount(overview.counts) - overview.attention.length;
  return (
    <section aria-labelledby="attention">
      <h2 id="attention">{t('overview.attention')}</h2>
      {overview.attention.length > 0 ? (
        <AttentionList targets={whole ? overview.attention : overview.attention.slice(0, FIRST_TARGETS)} />
      ) : (
        <Empty title={t('overview.noAttention')}>{t('overview.noAttentionHint')}</Empty>
      )}
      <Unjudged overview={overview} />
      {more > 0 ? (
        <p className="overview__more">
          <KeepLink to="/targets" search={{ region: overview.region }}>
            {t('overview.more', { n: more })}
          </KeepLink>
        </p>
      ) : null}
    </section>
  );
}

/** How much cannot be judged, and where it stands: missing figures need attention too. */
function Unjudged({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const n = overview.counts.find(({ verdict }) => verdict === 'unassessable')?.count ?? 0;
  if (n === 0) return null;
  return (
    <p className="overview__more">
      <KeepLink to="/targets" search={{ region: overview.region, verdict: 'unassessable' }}>
        {t('overview.unjudged', { n })}
      </KeepLink>
    </p>
  );
}

function Documents({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{t('overview.documents')}</h2>
      <DocumentBars documents={overview.documents} />
    </section>
  );
}

function Moved({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="moved">
      <h2 id="moved">{t('overview.moved')}</h2>
      <p className="note">
        {overview.movedSince === null
          ? t('overview.movedSinceYear', { year: overview.year - 1 })
          : t('overview.movedSinceRelease', { time: chinaMoment(overview.movedSince) })}
      </p>
      {overview.moved.length > 0 ? <MovedList moved={overview.moved} /> : <Empty title={t('overview.nothingMoved')} />}
    </section>
  );
}

function Due({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="due">
      <h2 id="due">{t('overview.due')}</h2>
      {overview.dueDates.length > 0 ? (
        <DueTimeline dueDates={overview.dueDates} />
      ) : (
        <Empty title={t('overview.nothingDue')} />
      )}
    </section>
  );
}
