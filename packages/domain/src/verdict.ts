/** The nine judged states of a target, best to worst; the order is used for sorting and stacked bars. */
export const VERDICTS = [
  'achieved',
  'ahead',
  'on_track',
  'lagging',
  'far_behind',
  'reversing',
  'missed',
  'not_due',
  'unassessable',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_WORDS: Record<Verdict, { zh: string; en: string }> = {
  achieved: { zh: '已实现', en: 'Achieved' },
  ahead: { zh: '快于预期', en: 'Ahead' },
  on_track: { zh: '符合预期', en: 'On track' },
  lagging: { zh: '滞后', en: 'Lagging' },
  far_behind: { zh: '严重滞后', en: 'Far behind' },
  reversing: { zh: '背离', en: 'Reversing' },
  missed: { zh: '未实现', en: 'Missed' },
  not_due: { zh: '未到期', en: 'Not due' },
  unassessable: { zh: '无法判断', en: 'Cannot be judged' },
};

/** The word shown for a verdict; `early` turns 已实现 into 提前实现 (met before its year). */
export function verdictWord(verdict: Verdict, lang: 'zh' | 'en' = 'zh', early = false): string {
  if (verdict === 'achieved' && early) return lang === 'zh' ? '提前实现' : 'Achieved early';
  return VERDICT_WORDS[verdict][lang];
}

/** Verdicts that call for attention, worst first. */
export const ATTENTION: readonly Verdict[] = ['missed', 'reversing', 'far_behind', 'lagging'];
