import { assessmentText } from '@dabiao/domain/assessment-text';
import { demandText } from '@dabiao/domain/demand-text';
import type { Lang } from '@dabiao/domain/number-text';
import { outlookOf } from '@dabiao/domain/outlook';
import { outlookSentence } from '@dabiao/domain/outlook-text';
import type { BriefedTarget } from './model.ts';
import { briefingWords } from './words.ts';

/**
 * What it would take to meet a target that slips: the pace from now on, and where the present pace leads. Null where
 * there is nothing to reckon with: the year is over, or too little is known.
 */
export function neededText(briefed: BriefedTarget, lang: Lang): string | null {
  const { target, indicator, figures, assessment } = briefed;
  const { due, latest } = assessment;
  if (!due || !latest || latest.year >= due.year || assessment.verdict === 'missed') return null;
  const text = assessmentText(target, indicator, assessment, lang);
  const words = briefingWords(lang);
  const { needed: pace, value } = paceOf(briefed, lang);
  if (pace === null || value === null) return null;
  const demand = demandText(target, indicator, due, lang);
  const outlook = outlookOf(target, indicator, figures, assessment.asOf, assessment);
  const leads = 'reason' in outlook.attainment ? '' : outlookSentence(target, indicator, outlook, lang);
  const said = words.needed(due.year, demand, due.year - latest.year, pace, value < 0, text.gap);
  return leads === '' ? said : `${said}${lang === 'zh' ? '' : ' '}${leads}`;
}

/** The pace needed a year: in units for percentages, where a compound rate would mislead, else the compound rate. */
export function paceOf(
  { target, indicator, assessment }: BriefedTarget,
  lang: Lang,
): { needed: string | null; value: number | null } {
  const text = assessmentText(target, indicator, assessment, lang);
  const relative = assessment.paceNeeded !== null && text.unit !== '%' && text.needed !== null;
  return relative
    ? { needed: text.needed, value: assessment.paceNeeded }
    : { needed: text.neededUnits, value: assessment.paceNeededUnits };
}
