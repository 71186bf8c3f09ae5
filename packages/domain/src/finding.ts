import { REASON_WORDS } from './assessment.ts';
import { type AssessmentText, assessmentText, type Unworded } from './assessment-text.ts';
import { demandText } from './demand-text.ts';
import { CAVEAT_WORDS } from './figure.ts';
import type { Indicator } from './indicator.ts';
import { isYearly } from './milestones.ts';
import { formatValue, type Lang } from './number-text.ts';
import { isNarrative, judgedUnit, type Target, type TargetKind } from './target.ts';

interface Found {
  target: Target;
  found: Unworded;
  text: AssessmentText;
  demand: string;
}

/** What a judged value of each kind is, before its number: 2024年累计新增212家, 2024年比基期下降9.7%. */
const CHINESE_LEADS: Partial<Record<TargetKind, string>> = {
  cumulative_increment: '累计新增',
  growth_vs_baseline: '比基期增长',
  reduction_vs_baseline: '比基期下降',
  multiple_of_baseline: '为基期的',
};

const ENGLISH_LEADS: Partial<Record<TargetKind, string>> = {
  cumulative_increment: 'added so far ',
  growth_vs_baseline: 'growth since the baseline ',
  reduction_vs_baseline: 'reduction since the baseline ',
  multiple_of_baseline: '',
};

function chineseLead(target: Target, indicator: Indicator): string {
  if (target.kind !== 'growth_rate' || indicator.measure === 'rate') return CHINESE_LEADS[target.kind] ?? '';
  return target.everyYear ? '比上年增长' : '年均增长';
}

function chineseWithoutValue({ found }: Found): string {
  if (found.verdict === 'on_track' || found.verdict === 'ahead') return '变化方向和速度符合要求';
  if (found.verdict === 'reversing') return '与要求的方向相反';
  return found.verdict === 'lagging' ? '方向符合要求，速度偏慢' : '方向符合要求，变化很小';
}

function chineseFinding({ target, found, text, demand }: Found): string {
  const { verdict, due, latest, reason } = found;
  if (verdict === 'unassessable') return `无法判断，${reason ? REASON_WORDS[reason].zh : '数据不足'}`;
  if (verdict === 'not_due') return reason === 'period_not_started' ? '实施期未开始' : `${found.asOf}年尚无数据`;
  if (!due || !latest) return chineseWithoutValue({ target, found, text, demand });
  const gap = text.gap && text.short ? `，${text.direction === 'less' ? '超出' : '缺'}${text.gap}` : '';
  if (verdict === 'missed') return `未实现${isYearly(target) ? '当年' : `${due.year}年`}${demand}的目标${gap}`;
  if (isYearly(target)) return verdict === 'achieved' ? `各年均${demand}` : `符合当年${demand}的要求`;
  const early = due.year - latest.year;
  if (verdict === 'achieved') return `${found.early && early > 0 ? `提前${early}年` : '如期'}${demand}`;
  if (verdict === 'ahead') return `进度快于${due.year}年${demand}的要求`;
  if (verdict === 'on_track') return `按目前进度可在${due.year}年${demand}`;
  if (verdict === 'reversing') return `与${due.year}年${demand}的目标背离${gap}`;
  return `${verdict === 'lagging' ? '进度滞后' : '进度严重滞后'}，${due.year}年目标为${demand}${gap && `，还${gap.slice(1)}`}`;
}

function englishWithoutValue({ found }: Found): string {
  if (found.verdict === 'on_track' || found.verdict === 'ahead') return 'moving as demanded';
  if (found.verdict === 'reversing') return 'moving the wrong way';
  return found.verdict === 'lagging' ? 'moving the right way, but slowly' : 'hardly moving';
}

function englishFinding({ target, found, text, demand }: Found): string {
  const { verdict, due, latest, reason } = found;
  if (verdict === 'unassessable') {
    return `cannot be judged, ${reason ? REASON_WORDS[reason].en.toLowerCase() : 'too little is known'}`;
  }
  if (verdict === 'not_due')
    return reason === 'period_not_started' ? 'period not begun' : `no figure for ${found.asOf}`;
  if (!due || !latest) return englishWithoutValue({ target, found, text, demand });
  const gap = text.gap && text.short ? `, ${text.gap} ${text.direction === 'less' ? 'over' : 'short'}` : '';
  const goal = `the target to ${demand} ${isYearly(target) ? 'in' : 'by'} ${due.year}`;
  if (verdict === 'missed') return `missed ${goal}${gap}`;
  if (isYearly(target)) return verdict === 'achieved' ? 'met in every year' : `met the demand of ${due.year}`;
  const early = due.year - latest.year;
  if (verdict === 'achieved') return `met ${goal}${found.early && early > 0 ? ' early' : ''}`;
  if (verdict === 'ahead') return `ahead of ${goal}`;
  if (verdict === 'on_track') return `on course for ${goal}`;
  if (verdict === 'reversing') return `moving away from ${goal}${gap}`;
  return `${verdict === 'lagging' ? 'behind' : 'far behind'} ${goal}${gap}`;
}

/** What kind of number the latest value is, where it is no plain year-end figure: （下限值）, (lower bound). */
function caveatOf({ latest }: Unworded, lang: Lang): string {
  const words = (latest?.caveats ?? []).map((caveat) => CAVEAT_WORDS[caveat][lang]);
  if (words.length === 0) return '';
  return lang === 'zh' ? `（${words.join('、')}）` : ` (${words.join(', ').toLowerCase()})`;
}

/**
 * The title of a target's page: region, indicator, latest value and what was found, without a full stop, as in
 * 济南市5G基站数：2024年49,000个，按目前进度可在2025年达到60,000个.
 */
export function targetFinding(
  regionName: string,
  target: Target,
  indicator: Indicator,
  found: Unworded,
  lang: Lang,
): string {
  if (isNarrative(target)) {
    const [name, mark] = lang === 'zh' ? [indicator.name, '：'] : [`, ${indicator.nameEn ?? indicator.name}`, ': '];
    return `${regionName}${name}${mark}${target.quote}`;
  }
  const text = assessmentText(target, indicator, found, lang);
  const demand = found.due ? demandText(target, indicator, found.due, lang) : '';
  const { latest } = found;
  const caveat = caveatOf(found, lang);
  const value = latest ? formatValue(latest.value, text.decimals, judgedUnit(target.kind, indicator), lang) : null;
  if (lang === 'zh') {
    const stated = latest ? `${latest.year}年${chineseLead(target, indicator)}${value}${caveat}，` : '';
    return `${regionName}${indicator.name}：${stated}${chineseFinding({ target, found, text, demand })}`;
  }
  const stated = latest ? `${ENGLISH_LEADS[target.kind] ?? ''}${value}${caveat} in ${latest.year}, ` : '';
  const name = indicator.nameEn ?? indicator.name;
  return `${regionName}, ${name}: ${stated}${englishFinding({ target, found, text, demand })}`;
}
