import { Suspense } from 'react';
import { BrowserRouter, matchRoutes, Route, Routes } from 'react-router';

import { CatchBroken } from './catch-broken.tsx';
import { Frame } from './frame.tsx';
import { type LaterPage, later } from './later.tsx';
import { OverviewPage } from './pages/overview-page.tsx';
import { Shell } from './shell.tsx';

const EMBED = later(async () => (await import('./pages/embed-page.tsx')).EmbedPage);
const WALL = later(async () => (await import('./pages/wall-page.tsx')).WallPage);

/** Pages in the frame, by path. The overview comes with the program; the workbench brings Ant Design with it. */
const PAGES: Record<string, LaterPage> = {
  'documents/:id': later(async () => (await import('./pages/document-page.tsx')).DocumentPage),
  targets: later(async () => (await import('./pages/targets-page.tsx')).TargetsPage),
  'targets/:id': later(async () => (await import('./pages/target-page.tsx')).TargetPage),
  indicators: later(async () => (await import('./pages/indicators-page.tsx')).IndicatorsPage),
  'indicators/:id': later(async () => (await import('./pages/indicator-page.tsx')).IndicatorPage),
  departments: later(async () => (await import('./pages/departments-page.tsx')).DepartmentsPage),
  compare: later(async () => (await import('./pages/compare-page.tsx')).ComparePage),
  measures: later(async () => (await import('./pages/measures-page.tsx')).MeasuresPage),
  briefings: later(async () => (await import('./pages/briefings-page.tsx')).BriefingsPage),
  account: later(async () => (await import('./pages/account-page.tsx')).AccountPage),
  'sign-in': later(async () => (await import('./pages/sign-in-page.tsx')).SignInPage),
  submit: later(async () => (await import('./workbench/submit-page.tsx')).SubmitPage),
  review: later(async () => (await import('./workbench/review-page.tsx')).ReviewPage),
  read: later(async () => (await import('./workbench/read-page.tsx')).ReadPage),
  completeness: later(async () => (await import('./workbench/completeness-page.tsx')).CompletenessPage),
  'figures/:indicator/:region/:year': later(async () => (await import('./pages/figure-page.tsx')).FigurePage),
  admin: later(async () => (await import('./workbench/admin-page.tsx')).AdminPage),
  '*': later(async () => (await import('./pages/not-found-page.tsx')).NotFoundPage),
};

const ADDRESSES = Object.entries({ '': null, 'embed/targets/:id': EMBED, wall: WALL, ...PAGES }).map(
  ([path, page]) => ({
    path,
    page,
  }),
);

/** Loads the program of the page at an address, that it may stand at once; what fails is told when it is drawn. */
export async function loadPage(pathname: string): Promise<void> {
  const [match] = matchRoutes(ADDRESSES, pathname) ?? [];
  await match?.route.page?.load().catch(() => {});
}

/** Every address and its page. */
export function Router() {
  return (
    <BrowserRouter>
      <CatchBroken>
        <Routes>
          <Route path="/embed/targets/:id" element={<Bare page={EMBED} />} />
          <Route path="/wall" element={<Bare page={WALL} />} />
          <Route path="/" element={<Framed />}>
            <Route index element={<OverviewPage />} />
            {Object.entries(PAGES).map(([path, { Page }]) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
          </Route>
        </Routes>
      </CatchBroken>
    </BrowserRouter>
  );
}

function Bare({ page: { Page } }: { page: LaterPage }) {
  return (
    <Suspense fallback={null}>
      <Page />
    </Suspense>
  );
}

function Framed() {
  return (
    <Suspense fallback={<Shell />}>
      <Frame />
    </Suspense>
  );
}
