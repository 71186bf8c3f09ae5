import type { Lang } from '@dabiao/domain/number-text';
import type { BriefingWords } from './word-list.ts';
import { EN } from './words-en.ts';
import { ZH } from './words-zh.ts';

/** The words of the briefing in `lang`. */
export function briefingWords(lang: Lang): BriefingWords {
  return lang === 'zh' ? ZH : EN;
}
