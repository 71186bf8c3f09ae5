import { type AssessmentText, assessmentText } from '@dabiao/domain/assessment-text';
import type { Lang } from '@dabiao/domain/number-text';
import { ATTENTION, VERDICT_WORDS, VERDICTS, type Verdict } from '@dabiao/domain/verdict';
import type { BriefedTarget, BriefingInput } from './model.ts';
import type { BriefingWords } from './word-list.ts';
import { briefingWords } from './words.ts';

const NAMED = 6;
const WORST = 3;

/** How many targets have each verdict; verdicts without a target are left out. */
export function countVerdicts(targets: readonly BriefedTarget[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { assessment } of targets) counts[assessment.verdict] = (counts[assessment.verdict] ?? 0) + 1;
  return counts;
}

/** Targets that call for attention: gravest verdict first, within it the smallest completion. */
export function slippingTargets(targets: readonly BriefedTarget[]): BriefedTarget[] {
  const rank = ({ assessment }: BriefedTarget) => ATTENTION.indexOf(assessment.verdict);
  const share = ({ assessment }: BriefedTarget) => assessment.completion ?? Number.POSITIVE_INFINITY;
  const least = (a: BriefedTarget, b: BriefedTarget) => (share(a) === share(b) ? 0 : share(a) - share(b));
  return targets.filter((each) => rank(each) !== -1).sort((a, b) => rank(a) - rank(b) || least(a, b));
}

/** The name of an indicator in `lang`. */
export function indicatorName({ indicator }: Pick<BriefedTarget, 'indicator'>, lang: Lang): string {
  return lang === 'en' ? (indicator.nameEn ?? indicator.name) : indicator.name;
}

/** The summary: how many stand how, what is achieved, what slips and by how much, what is not known. */
export function summarise(input: BriefingInput): string[] {
  const { subject, year, targets, lang } = input;
  const words = briefingWords(lang);
  const counts = countVerdicts(targets);
  const unjudged = (counts.unassessable ?? 0) + (counts.not_due ?? 0);
  const lines = [
    words.overview(year, words.whose(subject, subject.title ?? ''), targets.length, countedText(targets, lang)),
    achievedLine(targets, words, lang),
    slippingLine(targets, words, lang),
    unjudged > 0 ? words.unknown(unjudged) : '',
  ];
  return lines.filter((line) => line !== '');
}

/** 已实现3项（其中提前实现1项）、滞后2项: how many of which verdict, best first. */
export function countedText(targets: readonly BriefedTarget[], lang: Lang): string {
  const words = briefingWords(lang);
  const counts = countVerdicts(targets);
  const early = targets.filter(({ assessment }) => assessment.verdict === 'achieved' && assessment.early).length;
  return VERDICTS.filter((verdict) => (counts[verdict] ?? 0) > 0)
    .map((verdict) =>
      words.count(VERDICT_WORDS[verdict][lang], counts[verdict] ?? 0, verdict === 'achieved' ? early : 0),
    )
    .join(words.listSeparator);
}

function achievedLine(targets: readonly BriefedTarget[], words: BriefingWords, lang: Lang): string {
  const names = targets
    .filter(({ assessment }) => assessment.verdict === 'achieved')
    .map((each) => indicatorName(each, lang));
  if (names.length === 0) return '';
  const shown = names.slice(0, NAMED).join(words.listSeparator);
  return words.achieved(shown, names.length > NAMED ? names.length : 0);
}

function slippingLine(targets: readonly BriefedTarget[], words: BriefingWords, lang: Lang): string {
  const slipping = slippingTargets(targets);
  if (slipping.length === 0) {
    const judged = targets.some(({ assessment: { verdict } }) => verdict !== 'unassessable' && verdict !== 'not_due');
    return judged ? words.noneSlipping : '';
  }
  const list = slipping.slice(0, WORST).map((each) => {
    const text = assessmentText(each.target, each.indicator, each.assessment, lang);
    return words.worstItem(indicatorName(each, lang), text.completion, gapWords(text, lang));
  });
  return words.worst(
    slipping.length,
    `${list.join(words.listSeparator)}${slipping.length > WORST ? words.listed : ''}`,
  );
}

/** 还差88家, 超出0.3个百分点: the distance from the target where it is not met. */
function gapWords({ gap, short, direction }: AssessmentText, lang: Lang): string | null {
  if (gap === null || !short) return null;
  if (lang === 'en') return gap;
  return direction === 'less' ? `超出${gap}` : `还差${gap}`;
}
