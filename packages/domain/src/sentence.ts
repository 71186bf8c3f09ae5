import { assessmentText, type Unworded } from './assessment-text.ts';
import type { Indicator } from './indicator.ts';
import type { Lang } from './number-text.ts';
import { englishSentence } from './sentence-en.ts';
import { chineseSentence } from './sentence-zh.ts';
import type { Target } from './target.ts';

/**
 * An assessment in one or two sentences (progress.md §5), from the numbers of the assessment and in the digits the
 * figures were given in: value, change, what the method says, how far it is from the target, or why it cannot be
 * judged. Caveats of the figures are named.
 */
export function assessmentSentence(target: Target, indicator: Indicator, found: Unworded, lang: Lang): string {
  const text = assessmentText(target, indicator, found, lang);
  const write = lang === 'zh' ? chineseSentence : englishSentence;
  return write(target, indicator, found, text);
}
