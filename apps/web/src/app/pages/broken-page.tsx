import { useTranslation } from 'react-i18next';

/** Shown where a page could not be loaded or drawn: the rest of the product is a reload away. */
export function BrokenPage() {
  const { t } = useTranslation();
  return (
    <main className="frame-main">
      <h1>{t('broken.title')}</h1>
      <p>{t('broken.hint')}</p>
      <p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </button>
      </p>
    </main>
  );
}
