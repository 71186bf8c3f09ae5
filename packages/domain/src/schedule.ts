import { subtract } from './decimal.ts';
import { cannotJudge, judged, type MethodResult } from './method-result.ts';
import { DEFAULT_SCHEDULE_CUTS, type ScheduleCuts } from './target.ts';

export interface ScheduleInput {
  /** 完成率 in per cent: 81.7. */
  completion: number;
  /** 序时进度 in per cent: 75. It is data, not always time elapsed. */
  scheduleShare: number | null;
  /** Lead in 百分点 from which on it is only `lagging`, e.g. −30. */
  redCut?: number;
}

/**
 * 序时进度 (progress.md §3): lead = completion − schedule share, in 百分点, in decimal. Complete at 100 % is
 * `achieved`, with or without a schedule.
 */
export function schedule({
  completion,
  scheduleShare,
  redCut = DEFAULT_SCHEDULE_CUTS.red,
}: ScheduleInput): MethodResult {
  if (!Number.isFinite(completion) || (scheduleShare !== null && !Number.isFinite(scheduleShare))) {
    return cannotJudge('not_finite');
  }
  const lead = scheduleShare === null ? null : subtract(completion, scheduleShare);
  if (lead !== null && !Number.isFinite(lead)) return cannotJudge('not_finite');
  if (completion >= 100) return judged('achieved', { lead });
  if (lead === null) return cannotJudge('no_schedule');
  if (lead >= 0) return judged('on_track', { lead });
  return judged(lead >= redCut ? 'lagging' : 'far_behind', { lead });
}

/** 黄灯, 红灯: a lead below the document's yellow or red cut; null: no light, however far ahead or a little behind. */
export function scheduleLight(lead: number, cuts: ScheduleCuts | null): 'yellow' | 'red' | null {
  const { yellow, red } = cuts ?? DEFAULT_SCHEDULE_CUTS;
  if (lead < red) return 'red';
  return lead < yellow ? 'yellow' : null;
}
