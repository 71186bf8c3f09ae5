import { parseUnit } from '@dabiao/domain/unit';
import type { CheckedFile, ReportAt } from './check-shape.ts';
import { checkValue } from './check-value.ts';
import type { DocumentFile, TargetShape } from './file-shapes.ts';
import { readWording } from './quantity-wording.ts';

type MilestoneShape = TargetShape['milestones'][number];

/** Checks years, ranges and values of a target's milestones; every value is read again from its wording. */
export function checkMilestones(
  file: CheckedFile<DocumentFile>,
  index: number,
  shape: TargetShape,
  period: { from: number; to: number },
): void {
  if (shape.milestones.length === 0) checkWithoutValue(file, index, shape);
  let before: number | null = null;
  shape.milestones.forEach((milestone, at) => {
    const place = ['targets', index, 'milestones', at];
    const report: ReportAt = (field, code, message) => file.report([...place, ...field], code, message);
    checkValue(file, [...place, 'value']);
    if (milestone.value_max !== undefined) checkValue(file, [...place, 'value_max']);
    checkYear(milestone, before, shape.milestones.length, period, report);
    checkRange(shape, milestone, report);
    checkWording(shape, milestone, report);
    before = milestone.year;
  });
}

/** Only a level or a share may lack a value, and only where the text says which way it is to go. */
function checkWithoutValue(file: CheckedFile<DocumentFile>, index: number, shape: TargetShape): void {
  const at = ['targets', index];
  if (shape.method !== 'direction_only') {
    const message = '至少要有1项；没有数值、只要求变化方向的目标，应写明 method: direction_only';
    file.report([...at, 'milestones'], 'empty', message);
    return;
  }
  if (shape.kind !== 'level' && shape.kind !== 'share') {
    file.report([...at, 'kind'], 'direction_unclear', '没有数值的目标只能是水平（level）或占比（share）');
  }
  if (shape.comparator !== 'gt' && shape.comparator !== 'lt') {
    file.report([...at, 'comparator'], 'direction_unclear', '没有数值的目标应写明方向：提高为 gt，降低为 lt');
  }
}

function checkYear(
  milestone: MilestoneShape,
  before: number | null,
  count: number,
  period: { from: number; to: number },
  report: ReportAt,
): void {
  const { year } = milestone;
  if (year === null) {
    if (count > 1) report(['year'], 'milestone_without_year', '有多个里程碑时，每个都应有年份');
    if (milestone.year_inferred) report(['year_inferred'], 'milestone_without_year', '没有年份，不能标为推定年份');
    return;
  }
  if (year < period.from || year > period.to) {
    report(['year'], 'milestone_outside_period', `年份应在目标期${period.from}—${period.to}年之内`);
  }
  if (before !== null && year <= before) {
    report(['year'], 'milestone_order', `里程碑应按年份从早到晚排列，${year}年不应排在${before}年之后`);
  }
}

function checkRange(shape: TargetShape, milestone: MilestoneShape, report: ReportAt): void {
  const { value, value_max: valueMax } = milestone;
  if (shape.comparator === 'range' && valueMax === undefined) {
    report(['value_max'], 'range_without_max', '区间目标（range）应写明上限 value_max');
  }
  if (shape.comparator !== 'range' && valueMax !== undefined) {
    report(['value_max'], 'max_without_range', '只有区间目标（range）才有上限 value_max');
  }
  if (valueMax !== undefined && valueMax <= value) report(['value_max'], 'range_order', '区间上限应大于下限');
  if (shape.kind === 'share' && Math.max(value, valueMax ?? value) > 100) {
    report(['value'], 'above_limit', '占比不应超过100%');
  }
}

function checkWording(shape: TargetShape, milestone: MilestoneShape, report: ReportAt): void {
  const { wording } = milestone;
  if (!shape.quote.includes(wording)) {
    report(['wording'], 'wording_not_in_quote', `引文中没有“${wording}”，应按原文写`);
  }
  // An unknown unit has been reported at the unit itself.
  if (!parseUnit(shape.unit)) return;
  const worded = readWording(wording, shape.unit);
  if (!worded) {
    const expected = '应为如 1万亿元、6万个、47% 的数量';
    report(['wording'], 'quantity_unreadable', `“${wording}”不能换算成${shape.unit}，${expected}`);
    return;
  }
  if (worded.value !== milestone.value) {
    report(['value'], 'quantity_mismatch', `“${wording}”是${worded.value}${shape.unit}，与所写${milestone.value}不符`);
  }
  if (worded.valueMax !== null && worded.valueMax !== milestone.value_max) {
    report(['value_max'], 'quantity_mismatch', `“${wording}”的上限是${worded.valueMax}${shape.unit}`);
  }
}
