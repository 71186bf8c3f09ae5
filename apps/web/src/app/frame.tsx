import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { SearchButton } from '../features/search/search-button.tsx';
import { sessionQuery } from '../features/session/queries.ts';
import { UserMenu } from '../features/session/user-menu.tsx';
import { DemoBand } from './demo-band.tsx';
import { LookSwitches } from './look-switches.tsx';
import { Navigation } from './navigation.tsx';
import { NumberSwitch } from './number-switch.tsx';
import { useLook } from './use-look.ts';
import { useScrollMemory } from './use-scroll-memory.ts';
import './frame.css';

/** What stands around every page: skip link, head with navigation, demonstration band, foot. */
export function Frame() {
  const { t } = useTranslation();
  const { data } = useQuery(sessionQuery());
  const { pathname } = useLocation();
  const magnitude = useLook();
  useScrollMemory();
  const changeFirst = data?.user?.mustChangePassword === true && pathname !== '/sign-in';
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
            <SearchButton />
            <LookSwitches />
            <UserMenu />
          </div>
        </div>
      </header>
      <main id="content" className="frame-main" tabIndex={-1}>
        <Fragment key={magnitude}>{changeFirst ? <Navigate to="/sign-in" replace /> : <Outlet />}</Fragment>
      </main>
      <footer className="frame-foot">
        <p>{t('frame.foot')}</p>
        <NumberSwitch />
        <p className="no-print">
          <a href="/api/docs">{t('frame.api')}</a>
          {data ? ` · ${t('frame.version', { version: data.workspace.version })}` : ''}
        </p>
      </footer>
    </>
  );
}
