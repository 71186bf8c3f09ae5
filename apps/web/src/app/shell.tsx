import { useTranslation } from 'react-i18next';
import { Skeleton } from '../ui/skeleton.tsx';
import './frame.css';

/** Stands while a page is loaded for the first time; index.html shows the same before there is a program. */
export function Shell() {
  const { t } = useTranslation();
  return (
    <>
      <header className="frame-head">
        <div className="frame-head__row">
          <span className="frame-head__name">{t('product')}</span>
        </div>
      </header>
      <main className="frame-main">
        <Skeleton />
      </main>
    </>
  );
}
