import { REASON_WORDS } from '@dabiao/domain/assessment';
import { targetFinding } from '@dabiao/domain/finding';
import type { Lang } from '@dabiao/domain/number-text';
import { verdictWord } from '@dabiao/domain/verdict';
import type { BriefedTarget, BriefingItem } from './model.ts';
import { indicatorName } from './summary.ts';
import { demandOfTarget, departmentLine } from './target-table.ts';
import { briefingWords } from './words.ts';

type Naming = Omit<BriefingItem, 'text' | 'departments'>;

function namingOf(briefed: BriefedTarget, lang: Lang): Naming {
  const { verdict, early } = briefed.assessment;
  return { verdict, word: verdictWord(verdict, lang, early), indicator: indicatorName(briefed, lang) };
}

function answering(briefed: BriefedTarget, lang: Lang): string | null {
  const names = departmentLine(briefed, lang);
  return names === null ? null : briefingWords(lang).answers(names);
}

/** A target that slips: the whole sentence of its judgement, and who answers for it. */
export function slippingItem(briefed: BriefedTarget, lang: Lang): BriefingItem {
  const text = briefed.assessment.sentence[lang];
  return { ...namingOf(briefed, lang), text, departments: answering(briefed, lang) };
}

/** A target that goes well, in one line: 省级以上绿色工厂：2024年44家，提前1年达到40家。 */
export function goingItem(briefed: BriefedTarget, lang: Lang): BriefingItem {
  const { target, indicator, assessment } = briefed;
  const found = targetFinding('', target, indicator, assessment, lang).replace(/^, /, '');
  return { ...namingOf(briefed, lang), text: `${found}${lang === 'zh' ? '。' : '.'}`, departments: null };
}

/** What a target that slips needs. */
export function neededItem(briefed: BriefedTarget, text: string, lang: Lang): BriefingItem {
  const name = indicatorName(briefed, lang);
  return {
    ...namingOf(briefed, lang),
    text: `${name}${lang === 'zh' ? '：' : ': '}${text}`,
    departments: answering(briefed, lang),
  };
}

/** A target that could not be judged: what it demands, and why it is not judged. */
export function missingItem(briefed: BriefedTarget, lang: Lang): BriefingItem {
  const { reason, verdict } = briefed.assessment;
  const demand = demandOfTarget(briefed, lang);
  const said = reason === null ? verdictWord(verdict, lang) : REASON_WORDS[reason][lang];
  const text = demand
    ? briefingWords(lang).wanted(demand.text, demand.year, said)
    : `${said}${lang === 'zh' ? '。' : '.'}`;
  return { ...namingOf(briefed, lang), text, departments: answering(briefed, lang) };
}
