import type { Measure } from '@dabiao/domain/measure';
import type { Condition } from './measure-condition.ts';

type Sums = Pick<Measure, 'amount' | 'share' | 'ceiling' | 'notes'> & Condition;

/** From 0.95 down for every thing that the words do not say themselves, as for a target. */
export function sureness(measure: Sums, { condition }: { condition: string }, sure: boolean): number {
  let left = 0.95;
  if (!sure) left -= 0.2;
  if (condition === '') left -= 0.25;
  if (measure.beneficiary === measure.purpose || measure.beneficiary.length > 40) left -= 0.1;
  if (!measure.amount && !measure.share && !measure.ceiling) left -= 0.3;
  return Math.round(Math.max(0.2, left) * 100) / 100;
}

export function reasonsOf({ amount, share, ceiling, notes, level }: Sums, named: string, sure: boolean): string[] {
  return [
    named === '' ? '未写明是奖励还是补助' : `“${named}”是给付`,
    ...(amount ? [`“${amount.value}${amount.unit}”是金额`] : []),
    ...(share ? [`“${share.percent}%”是比例${share.of ? `，按“${share.of}”` : '，未写明以何为基数'}`] : []),
    ...(ceiling ? [`“${ceiling.value}${ceiling.unit}”是上限`] : []),
    ...(amount || share || ceiling ? [] : ['未写金额']),
    ...(level ? [`级别：${level}`] : []),
    ...(notes ? [notes] : []),
    ...(sure ? [] : ['几个金额分别对应什么，需逐项核对']),
  ];
}
