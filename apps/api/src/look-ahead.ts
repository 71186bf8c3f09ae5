import type { TargetDetail } from '@dabiao/contract/target';
import type { Assessment } from '@dabiao/domain/assessment';
import type { Figure } from '@dabiao/domain/figure';
import { forecastOf } from '@dabiao/domain/forecast';
import type { Indicator } from '@dabiao/domain/indicator';
import { outlookOf } from '@dabiao/domain/outlook';
import { forecastSentence, outlookSentence } from '@dabiao/domain/outlook-text';
import type { Target } from '@dabiao/domain/target';

/** Paces, year of attainment and forecast of a target as of its assessment's year, each with its sentence. */
export function lookAhead(
  target: Target,
  indicator: Indicator,
  figures: readonly Figure[],
  assessment: Pick<Assessment, 'asOf' | 'due' | 'paceNeeded' | 'paceNeededUnits'>,
): Pick<TargetDetail, 'outlook' | 'forecast'> {
  const outlook = outlookOf(target, indicator, figures, assessment.asOf, assessment);
  const forecast = forecastOf(target, indicator, figures, assessment.asOf);
  const said = <Of>(write: (target: Target, indicator: Indicator, of: Of, lang: 'zh' | 'en') => string, of: Of) => ({
    zh: write(target, indicator, of, 'zh'),
    en: write(target, indicator, of, 'en'),
  });
  return {
    outlook: { ...outlook, sentence: said(outlookSentence, outlook) },
    forecast: { ...forecast, sentence: said(forecastSentence, forecast) },
  };
}
