import { useTranslation } from 'react-i18next';
import type { Lang } from './url-state.ts';

/** The language in force, for words that come with the data in both. */
export function useLang(): Lang {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}
