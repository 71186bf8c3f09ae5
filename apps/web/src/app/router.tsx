import { createBrowserRouter } from 'react-router';
import { Frame } from './frame.tsx';
import { BrokenPage } from './pages/broken-page.tsx';
import { OverviewPage } from './pages/overview-page.tsx';
import { Shell } from './shell.tsx';

/** The overview comes with the program, every other page when first opened; the workbench brings Ant Design with it. */
export const router = createBrowserRouter([
  {
    path: '/embed/targets/:id',
    lazy: async () => ({ Component: (await import('./pages/embed-page.tsx')).EmbedPage }),
    ErrorBoundary: BrokenPage,
    HydrateFallback: Nothing,
  },
  {
    path: '/wall',
    lazy: async () => ({ Component: (await import('./pages/wall-page.tsx')).WallPage }),
    ErrorBoundary: BrokenPage,
    HydrateFallback: Nothing,
  },
  {
    path: '/',
    Component: Frame,
    ErrorBoundary: BrokenPage,
    HydrateFallback: Shell,
    children: [
      { index: true, Component: OverviewPage },
      {
        path: 'documents/:id',
        lazy: async () => ({ Component: (await import('./pages/document-page.tsx')).DocumentPage }),
      },
      { path: 'targets', lazy: async () => ({ Component: (await import('./pages/targets-page.tsx')).TargetsPage }) },
      {
        path: 'targets/:id',
        lazy: async () => ({ Component: (await import('./pages/target-page.tsx')).TargetPage }),
      },
      {
        path: 'indicators',
        lazy: async () => ({ Component: (await import('./pages/indicators-page.tsx')).IndicatorsPage }),
      },
      {
        path: 'indicators/:id',
        lazy: async () => ({ Component: (await import('./pages/indicator-page.tsx')).IndicatorPage }),
      },
      {
        path: 'departments',
        lazy: async () => ({ Component: (await import('./pages/departments-page.tsx')).DepartmentsPage }),
      },
      {
        path: 'compare',
        lazy: async () => ({ Component: (await import('./pages/compare-page.tsx')).ComparePage }),
      },
      {
        path: 'measures',
        lazy: async () => ({ Component: (await import('./pages/measures-page.tsx')).MeasuresPage }),
      },
      {
        path: 'briefings',
        lazy: async () => ({ Component: (await import('./pages/briefings-page.tsx')).BriefingsPage }),
      },
      { path: 'account', lazy: async () => ({ Component: (await import('./pages/account-page.tsx')).AccountPage }) },
      { path: 'sign-in', lazy: async () => ({ Component: (await import('./pages/sign-in-page.tsx')).SignInPage }) },
      { path: 'submit', lazy: async () => ({ Component: (await import('./workbench/submit-page.tsx')).SubmitPage }) },
      { path: 'review', lazy: async () => ({ Component: (await import('./workbench/review-page.tsx')).ReviewPage }) },
      { path: 'read', lazy: async () => ({ Component: (await import('./workbench/read-page.tsx')).ReadPage }) },
      {
        path: 'completeness',
        lazy: async () => ({ Component: (await import('./workbench/completeness-page.tsx')).CompletenessPage }),
      },
      {
        path: 'figures/:indicator/:region/:year',
        lazy: async () => ({ Component: (await import('./pages/figure-page.tsx')).FigurePage }),
      },
      { path: 'admin', lazy: async () => ({ Component: (await import('./workbench/admin-page.tsx')).AdminPage }) },
      { path: '*', lazy: async () => ({ Component: (await import('./pages/not-found-page.tsx')).NotFoundPage }) },
    ],
  },
]);

function Nothing() {
  return null;
}
