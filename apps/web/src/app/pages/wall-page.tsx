import type { DocumentSummary } from '@dabiao/contract/document';
import type { Overview } from '@dabiao/contract/overview';
import type { TargetDetail, TargetRow } from '@dabiao/contract/target';
import { countVerdicts } from '@dabiao/domain/overview';
import { VERDICTS } from '@dabiao/domain/verdict';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { headline } from '../../features/overview/headline.ts';
import { overviewQuery } from '../../features/overview/queries.ts';
import { sessionQuery } from '../../features/session/queries.ts';
import { findingOf } from '../../features/targets/finding.ts';
import { targetQuery, targetsQuery } from '../../features/targets/queries.ts';
import { footWords, measureWords } from '../../features/targets/target-words.ts';
import { drawable, trajectoryOf } from '../../features/targets/trajectory-of.ts';
import { AchievedScreen } from '../../features/wall/achieved-screen.tsx';
import { CalmScreen } from '../../features/wall/calm-screen.tsx';
import { DocumentsScreen } from '../../features/wall/documents-screen.tsx';
import { DueScreen } from '../../features/wall/due-screen.tsx';
import { toWallFacts, type WallFacts } from '../../features/wall/facts.ts';
import { isOld, updatedAt } from '../../features/wall/freshness.ts';
import { type Screen, toScreens } from '../../features/wall/screens.ts';
import { SlipScreen, type SlipWords } from '../../features/wall/slip-screen.tsx';
import { StandScreen } from '../../features/wall/stand-screen.tsx';
import { LIVE, useFreshAnswers } from '../../features/wall/use-fresh-answers.ts';
import { useTurning } from '../../features/wall/use-turning.ts';
import { useVisible } from '../../features/wall/use-visible.ts';
import { useWakeLock } from '../../features/wall/use-wake-lock.ts';
import { WallFrame } from '../../features/wall/wall-frame.tsx';
import { loadDrawing } from '../../ui/chart.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useLang } from '../../ui/lang.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { readText } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import { DemoBand } from '../demo-band.tsx';
import { useLook } from '../use-look.ts';
import '../frame.css';

const NONE: readonly Screen[] = [];

/** What is told, as the URL asks: everything, `?region=` with those below it, or `?document=`. */
function useAsked() {
  const { params, year, region } = useUrlState();
  const document = readText(params, 'document');
  return { year, document, region: document === null ? region : null };
}

/** Every answer the wall lives on; shown only together, so that made-up figures never stand without their band. */
function useAnswers() {
  const { year, document, region } = useAsked();
  const session = useQuery({ ...sessionQuery(), ...LIVE });
  const overview = useQuery({ ...overviewQuery(year, region), ...LIVE });
  const rows = useQuery({ ...targetsQuery({ year, region, document }), ...LIVE });
  const facts = useMemo(
    () => (session.data && overview.data && rows.data ? toWallFacts(overview.data, rows.data, document) : null),
    [session.data, overview.data, rows.data, document],
  );
  return { facts, overview: overview.data, questions: [session, overview, rows] };
}

/** The targets shown one by one, all held ready: a network lost in between takes no chart away. */
function useSlipping(screens: readonly Screen[]): (TargetDetail | undefined)[] {
  const { year } = useAsked();
  const slips = screens.flatMap((screen) => (screen.kind === 'slip' ? [screen.row.id] : []));
  return useQueries({ queries: slips.map((id) => ({ ...targetQuery(id, year), ...LIVE })) }).map(({ data }) => data);
}

/** `/wall`: the large screen that turns its pages by itself. */
export function WallPage() {
  const { t } = useTranslation();
  useLook();
  const { facts, overview, questions } = useAnswers();
  const screens = useMemo(() => (facts ? toScreens(facts) : NONE), [facts]);
  const details = useSlipping(screens);
  const turning = useTurning(screens);
  useFreshAnswers();
  useWakeLock(useVisible());
  usePageTitle(t('page.wall'));
  // Before the first chart is due, and before the network is lost; a failure shows where the chart would stand.
  useEffect(() => void loadDrawing().catch(() => null), []);
  const screen = screens[turning.place];
  const place = facts?.about ?? t('picker.everyRegion');
  const refused = questions.find(({ error }) => error)?.error;
  return (
    <WallFrame
      turning={turning}
      count={screens.length}
      about={facts ? t('overview.asOf', { place, year: facts.year }) : null}
      updated={facts ? updatedAt(questions) : null}
      old={isOld(questions, Date.now())}
      band={<DemoBand />}
    >
      {facts && overview && screen ? (
        <Shown key={screen.key} screen={screen} facts={facts} overview={overview} details={details} />
      ) : refused ? (
        <div>
          <ProblemMessage error={refused} whole />
          <p>{t('wall.retrying')}</p>
        </div>
      ) : (
        <Skeleton lines={5} />
      )}
    </WallFrame>
  );
}

interface ShownProps {
  screen: Screen;
  facts: WallFacts;
  overview: Overview;
  details: readonly (TargetDetail | undefined)[];
}

function Shown({ screen, facts, overview, details }: ShownProps) {
  switch (screen.kind) {
    case 'stand':
      return <Stand facts={facts} overview={overview} />;
    case 'documents':
      return <DocumentsScreen documents={screen.documents} first={screen.first} most={mostTargets(facts.documents)} />;
    case 'slip': {
      const detail = details.find((each) => each?.row.id === screen.row.id);
      return <Slip row={screen.row} rank={screen.rank} of={screen.of} detail={detail} />;
    }
    case 'calm':
      return <CalmScreen facts={facts} />;
    case 'achieved':
      return <AchievedScreen rows={screen.rows} news={screen.news} early={screen.early} year={facts.year} />;
    case 'due':
      return <DueScreen years={screen.years} />;
  }
}

const mostTargets = (documents: readonly DocumentSummary[]): number =>
  Math.max(1, ...documents.map(({ total }) => total));

function Stand({ facts, overview }: { facts: WallFacts; overview: Overview }) {
  const { t } = useTranslation();
  const lang = useLang();
  if (facts.rows.length === 0) {
    return (
      <div className="wall-stand">
        <h1>{t('overview.emptyTitle')}</h1>
        <Empty title={t('overview.empty')}>{t('wall.emptyHint')}</Empty>
      </div>
    );
  }
  const counts = countVerdicts(facts.rows.map(({ assessment }) => assessment));
  const told: Overview = {
    ...overview,
    total: facts.rows.length,
    counts: VERDICTS.map((verdict) => ({ verdict, count: counts[verdict] })),
    documents: facts.documents.filter(({ total }) => total > 0),
  };
  return <StandScreen counts={told.counts} sentence={headline(told, lang)} />;
}

interface SlipProps {
  row: TargetRow;
  rank: number;
  of: number;
  detail: TargetDetail | undefined;
}

function Slip({ row, rank, of, detail }: SlipProps) {
  const { t } = useTranslation();
  const lang = useLang();
  // The row is as new as the list; the detail may be a moment older.
  const words: SlipWords = useMemo(
    () => ({
      finding: findingOf(row, lang),
      measure: measureWords(row, lang, t),
      source: detail ? footWords(detail, t) : null,
      series: detail && drawable(detail) ? trajectoryOf(detail) : null,
    }),
    [row, detail, lang, t],
  );
  return <SlipScreen row={row} rank={rank} of={of} words={words} />;
}
