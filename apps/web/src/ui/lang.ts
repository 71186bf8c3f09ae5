import { createContext, useContext } from 'react';
import type { Lang } from './url-state.ts';

/** The language in force; looked up by every row of a long list, so it is held in one place. */
export const LangContext = createContext<Lang>('zh');

/** The language in force, for words that come with the data in both. */
export const useLang = (): Lang => useContext(LangContext);
