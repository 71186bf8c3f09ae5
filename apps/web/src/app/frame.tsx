import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration } from 'react-router';
import { sessionQuery } from '../features/session/queries.ts';
import { UserMenu } from '../features/session/user-menu.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { DemoBand } from './demo-band.tsx';
import { LookSwitches } from './look-switches.tsx';
import { Navigation } from './navigation.tsx';
import { useLook } from './use-look.ts';
import './frame.css';

/** What stands around every page: skip link, head with navigation, demonstration band, foot. */
export function Frame() {
  const { t } = useTranslation();
  const { data } = useQuery(sessionQuery());
  useLook();
  return (
    <>
      <a className="skip-link" href="#content">
        {t('frame.skip')}
      </a>
      <DemoBand />
      <header className="frame-head no-print">
        <div className="frame-head__row">
          <Navigation user={data?.user ?? null} />
          <div className="frame-head__side">
            <LookSwitches />
            <UserMenu />
          </div>
        </div>
      </header>
      <main id="content" className="frame-main" tabIndex={-1}>
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="frame-foot">
        <p>{t('frame.foot')}</p>
        <p className="no-print">
          <a href="/api/docs">{t('frame.api')}</a>
          {data ? ` · ${t('frame.version', { version: data.workspace.version })}` : ''}
        </p>
      </footer>
      <ScrollRestoration />
    </>
  );
}
