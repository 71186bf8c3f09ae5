import { REASON_WORDS } from './assessment.ts';
import type { AssessmentText, Unworded } from './assessment-text.ts';
import { demandText } from './demand-text.ts';
import type { Indicator } from './indicator.ts';
import { isYearly } from './milestones.ts';
import { caveatText, changeText, statementText } from './statement-text.ts';
import type { Target } from './target.ts';
import { VERDICT_WORDS } from './verdict.ts';

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

function pacePhrase(pace: number, text: string): string {
  if (pace === 0) return 'no growth';
  return pace < 0 ? `a fall of ${text} a year` : `growth of ${text} a year`;
}

function gapPhrase({ direction, gap, short }: AssessmentText): string | null {
  if (!gap || !short) return null;
  return direction === 'less' ? `${gap} over` : `${gap} short`;
}

/** How the method sees it: pace against pace, value against path. */
function methodPhrase(found: Unworded, text: AssessmentText): string | null {
  const { method, base, observedPace, requiredPace, due, latest } = found;
  const paced = method === 'required_pace' || method === 'direction_only';
  if (paced && base && text.observed && observedPace !== null) {
    const relative = text.unit === '%' ? ' (relative)' : '';
    const seen = `${pacePhrase(observedPace, text.observed)}${relative} since ${base.year}`;
    return text.required && requiredPace !== null ? `${seen} against ${text.required} required` : seen;
  }
  if (method === 'schedule' && text.lead !== null)
    return `${text.lead} ${text.abovePath ? 'ahead of' : 'behind'} schedule`;
  // In the year of a milestone the path is the milestone, of which the second sentence speaks.
  if (!paced && due?.year !== latest?.year && text.path && text.pathGap) {
    if (found.gapToPath === 0) return `on the path of ${text.path}`;
    return `${text.pathGap} ${text.abovePath ? 'above' : 'below'} the path of ${text.path}`;
  }
  return null;
}

/** The second sentence of a target on its way: what is demanded, how far it is and what it would take. */
function outlook(found: Unworded, text: AssessmentText, demand: string): string {
  if (!found.due) return '';
  const { paceNeeded } = found;
  const relative = paceNeeded !== null && text.unit !== '%' && text.needed;
  const units = text.neededUnits ? `a change of ${text.neededUnits} a year` : null;
  const pace = relative ? pacePhrase(paceNeeded, relative) : units;
  const needed = pace ? `${pace} needed from now on` : null;
  const done = text.completion ? `${text.completion} done` : null;
  const rest = joined([done, gapPhrase(text), needed]);
  return ` Target: ${demand} by ${found.due.year}${rest && `; ${rest}`}.`;
}

function outcome(target: Target, found: Unworded, text: AssessmentText, demand: string): string {
  const { due, latest, early, verdict } = found;
  if (!due || !latest) return '';
  const done = text.completion ? `${text.completion} of the target` : null;
  const when = isYearly(target) ? `in ${due.year}` : `by ${due.year}`;
  if (verdict === 'missed') return joined([`missing the target to ${demand} ${when}`, done, gapPhrase(text)]);
  const over = found.over ? 'above the upper end of the target' : null;
  if (isYearly(target)) return joined([`meeting the demand to ${demand} in this and every year of the period`, over]);
  const years = due.year - latest.year;
  const ahead = early && years > 0 ? ` ${years} ${years === 1 ? 'year' : 'years'} early` : '';
  return joined([`meeting the target to ${demand} ${when}${ahead}`, done, over]);
}

function unjudged(target: Target, found: Unworded): string {
  const { from, to } = target.period;
  if (found.reason === 'period_not_started') return `The period (${from}–${to}) has not begun.`;
  if (found.verdict === 'not_due') return `No figure for ${found.asOf} yet.`;
  if (found.reason === 'narrative') return 'without a value, it is not judged.';
  return `Cannot be judged: ${found.reason ? REASON_WORDS[found.reason].en.toLowerCase() : 'too little is known'}.`;
}

/** One or two English sentences of an assessment. */
export function englishSentence(target: Target, indicator: Indicator, found: Unworded, text: AssessmentText): string {
  const stated = statementText(target, indicator, found, text, 'en');
  const first = stated ? `${stated}${caveatText(found, 'en')}` : null;
  if (found.verdict === 'not_due' || found.verdict === 'unassessable') {
    return `${first ? `${first}.` : `${indicator.nameEn ?? indicator.name}:`} ${unjudged(target, found)}`;
  }
  const demand = found.due ? demandText(target, indicator, found.due, 'en') : '';
  if (found.verdict === 'achieved' || found.verdict === 'missed') {
    return `${joined([first, outcome(target, found, text, demand)])}.`;
  }
  const progress = VERDICT_WORDS[found.verdict].en.toLowerCase();
  if (isYearly(target)) return `${joined([first, `meeting the demand to ${demand} that year`])}: ${progress}.`;
  const change = changeText(target, found, text.unit, 'en');
  const lead = `${joined([first, change, methodPhrase(found, text)])}: ${progress}.`;
  return `${lead}${outlook(found, text, demand)}`;
}
