import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Lang } from '../ui/url-state.ts';
import { type Messages, zh } from './zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Messages };
  }
}

const MESSAGES: Record<Lang, () => Promise<Messages>> = {
  // The language of nearly every reader comes with the program: one way to the server less.
  zh: async () => zh,
  en: async () => (await import('./en.ts')).en,
};

/** Loads the words of one language and shows them; where they are shown already, nothing is drawn again. */
export async function speak(lang: Lang): Promise<void> {
  const known = i18next.hasResourceBundle(lang, 'translation');
  if (!known) i18next.addResourceBundle(lang, 'translation', await MESSAGES[lang]());
  if (!known || i18next.language !== lang) await i18next.changeLanguage(lang);
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
}

/** Starts translation with the language of the URL; the other one is loaded when asked for. */
export async function startLocale(lang: Lang): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    resources: {},
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await speak(lang);
}
