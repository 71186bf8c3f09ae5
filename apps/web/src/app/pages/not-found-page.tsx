import { useTranslation } from 'react-i18next';
import { KeepLink } from '../../ui/keep-link.tsx';
import { usePageTitle } from '../../ui/page-title.ts';

/** Every address that is no page. */
export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('notFound.title'));
  return (
    <>
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.hint')}</p>
      <p>
        <KeepLink to="/">{t('notFound.home')}</KeepLink>
      </p>
    </>
  );
}
