import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Sets the window's title to "page · product" while the page is shown. */
export function usePageTitle(title: string | null): void {
  const { t } = useTranslation();
  const product = t('product');
  useEffect(() => {
    document.title = title === null || title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
}
