import { useTranslation } from 'react-i18next';
import { useThemeName } from '../ui/theme-name.ts';
import { useUrlState } from '../ui/use-url-state.ts';

/** Language and theme; both live in the URL. */
export function LookSwitches() {
  const { t } = useTranslation();
  const { lang, change } = useUrlState();
  const theme = useThemeName();
  return (
    <>
      <button
        type="button"
        className="link-button"
        lang={lang === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => change({ lang: lang === 'zh' ? 'en' : null }, true)}
      >
        {t('frame.otherLanguage')}
      </button>
      <button
        type="button"
        className="link-button"
        onClick={() => change({ theme: theme === 'dark' ? 'light' : 'dark' }, true)}
      >
        {t(theme === 'dark' ? 'frame.light' : 'frame.dark')}
      </button>
    </>
  );
}
