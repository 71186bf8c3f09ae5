import { REASON_WORDS } from './assessment.ts';
import type { AssessmentText, Unworded } from './assessment-text.ts';
import { demandText } from './demand-text.ts';
import type { Indicator } from './indicator.ts';
import { isYearly } from './milestones.ts';
import { caveatText, changeText, statementText } from './statement-text.ts';
import type { Target } from './target.ts';
import type { Verdict } from './verdict.ts';

const PROGRESS: Partial<Record<Verdict, string>> = {
  ahead: '进度快于预期',
  on_track: '进度符合预期',
  lagging: '进度滞后',
  far_behind: '进度严重滞后',
  reversing: '与目标背离',
};

/** What the distance from the target is called: 缺88家, 还差1.2个百分点, 超出0.3个百分点. */
function gapPhrase({ direction, gap, short }: AssessmentText, over: boolean): string | null {
  if (!gap || !short) return null;
  if (direction === 'less') return `超出目标${gap}`;
  return over ? `缺${gap}` : `距目标还差${gap}`;
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('，');
}

/** 年均增长8.5%, 年均下降2.1%, 年均零增长. */
function pacePhrase(pace: number, text: string): string {
  if (pace === 0) return '年均零增长';
  return pace < 0 ? `年均下降${text}` : `年均增长${text}`;
}

/** How the method sees it: pace against pace, value against path, completion against schedule. */
function methodPhrase(found: Unworded, text: AssessmentText, demand: string): string | null {
  const { method, base, observedPace, requiredPace, due } = found;
  if ((method === 'required_pace' || method === 'direction_only') && base && text.observed && observedPace !== null) {
    // Compound growth of a percentage is relative to it, not 个百分点.
    const relative = text.unit === '%' && observedPace !== 0 ? '（按比例计）' : '';
    const seen = `${base.year}年以来${pacePhrase(observedPace, text.observed)}${relative}`;
    if (method === 'direction_only' || !text.required || requiredPace === null || !due) return seen;
    return `${seen}，实现${due.year}年${demand}的目标需${pacePhrase(requiredPace, text.required)}`;
  }
  if (method === 'schedule' && text.lead !== null) {
    return text.abovePath ? `完成率比序时进度高${text.lead}` : `完成率比序时进度低${text.lead}`;
  }
  // In the year of a milestone the path is the milestone, of which the second sentence speaks.
  const atMilestone = due !== null && due.year === found.latest?.year;
  if (!atMilestone && method === 'path' && text.path && text.pathGap) {
    const [above, below] = text.unit === '%' ? ['高', '低'] : ['多', '少'];
    if (found.gapToPath === 0) return `与当年路径值${text.path}持平`;
    return `比当年路径值${text.path}${text.abovePath ? above : below}${text.pathGap}`;
  }
  return null;
}

/** 2025年: the due year, where it is the one after the latest figure; null where more years are left. */
function lastYear({ due, latest }: Unworded): string | null {
  return due && latest && due.year - latest.year === 1 ? `${due.year}年` : null;
}

/** 此后年均需新增34个, 2025年需提高3.0个百分点: the change needed a year, in units. */
function unitsPhrase(target: Target, found: Unworded, text: AssessmentText): string | null {
  const { paceNeededUnits } = found;
  if (paceNeededUnits === null || !text.neededUnits) return null;
  const when = lastYear(found) ?? '此后';
  const need = when === '此后' ? '年均需' : '需';
  const up = paceNeededUnits >= 0;
  if (target.kind === 'cumulative_increment') return up ? `${when}${need}新增${text.neededUnits}` : null;
  if (target.kind === 'reduction_vs_baseline') return `${when}降幅${need}${up ? '扩大' : '缩小'}${text.neededUnits}`;
  if (target.kind === 'growth_vs_baseline') return `${when}增幅${need}${up ? '扩大' : '缩小'}${text.neededUnits}`;
  return `${when}${need}${up ? '提高' : '下降'}${text.neededUnits}`;
}

/** 此后需年均增长22.5%, or 2025年需增长22.5% where one year is left. */
function growthPhrase(found: Unworded, pace: number, text: string): string {
  const when = lastYear(found);
  return when ? `${when}需${pacePhrase(pace, text).slice(2)}` : `此后需${pacePhrase(pace, text)}`;
}

/** The second sentence of a target that is behind: how far it is and what it would take. */
function outlook(target: Target, found: Unworded, text: AssessmentText, demand: string): string {
  const { due, paceNeeded, method } = found;
  const said = method === 'required_pace' && found.observedPace !== null && found.requiredPace !== null;
  const goal = due && !said ? `${due.year}年目标为${demand}` : null;
  const relative = paceNeeded !== null && text.unit !== '%' && text.needed;
  const needed = relative ? growthPhrase(found, paceNeeded, relative) : unitsPhrase(target, found, text);
  const parts = joined([
    goal,
    text.completion ? `已完成目标的${text.completion}` : null,
    gapPhrase(text, false),
    needed,
  ]);
  return parts === '' ? '' : `${parts}。`;
}

/** 实现2025年达到60,000个的目标, with how it was met or missed. */
function outcome(target: Target, found: Unworded, text: AssessmentText, demand: string): string {
  const { due, latest, early, verdict } = found;
  if (!due || !latest) return '';
  const over = found.over ? '高于目标上限' : null;
  const completion = text.completion ? `完成目标的${text.completion}` : null;
  if (verdict === 'missed') {
    const which = isYearly(target) ? `未实现当年${demand}的目标` : `未实现${due.year}年${demand}的目标`;
    return joined([which, completion, gapPhrase(text, true)]);
  }
  if (isYearly(target)) return joined([`符合当年${demand}的要求`, '实施期内各年均达到要求', over]);
  const years = due.year - latest.year;
  const how = early && years > 0 ? `提前${years}年实现` : '实现';
  return joined([`${how}${due.year}年${demand}的目标`, completion, over]);
}

/** What is said of a target that has no verdict on its progress. */
function unjudged(target: Target, found: Unworded): string {
  const { from, to } = target.period;
  if (found.reason === 'period_not_started') return `实施期（${from}—${to}年）尚未开始，暂不研判。`;
  if (found.verdict === 'not_due') return `${found.asOf}年尚无数据，暂不研判。`;
  if (found.reason === 'narrative') return '没有数值，不作研判。';
  return `无法判断（${found.reason ? REASON_WORDS[found.reason].zh : '数据不足'}）。`;
}

/** One or two Chinese sentences of an assessment, ending in 。 */
export function chineseSentence(target: Target, indicator: Indicator, found: Unworded, text: AssessmentText): string {
  const stated = statementText(target, indicator, found, text, 'zh');
  const first = stated ? `${stated}${caveatText(found, 'zh')}` : null;
  if (found.verdict === 'not_due' || found.verdict === 'unassessable') {
    return `${first ? `${first}。` : `${indicator.name}：`}${unjudged(target, found)}`;
  }
  const demand = found.due ? demandText(target, indicator, found.due, 'zh') : '';
  if (found.verdict === 'achieved' || found.verdict === 'missed') {
    return `${joined([first, outcome(target, found, text, demand)])}。`;
  }
  const progress = PROGRESS[found.verdict] ?? null;
  if (isYearly(target)) return `${joined([first, `符合当年${demand}的要求`, progress])}。`;
  const change = changeText(target, found, text.unit, 'zh');
  const lead = `${joined([first, change, methodPhrase(found, text, demand), progress])}。`;
  return `${lead}${found.due ? outlook(target, found, text, demand) : ''}`;
}
