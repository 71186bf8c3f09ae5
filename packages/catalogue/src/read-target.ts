import { type Indicator, NARRATIVE_INDICATOR } from '@dabiao/domain/indicator';
import { judgedUnit, type Milestone, type Target } from '@dabiao/domain/target';
import { parseUnit } from '@dabiao/domain/unit';
import { checkMilestones } from './check-milestones.ts';
import type { CheckedFile, ReportAt } from './check-shape.ts';
import { checkValue } from './check-value.ts';
import type { DocumentFile, NarrativeShape, TargetShape } from './file-shapes.ts';
import type { Known } from './known.ts';
import { reportTwice } from './report-twice.ts';

const NEEDS_BASELINE = new Set(['growth_vs_baseline', 'reduction_vs_baseline', 'multiple_of_baseline']);

/**
 * One target of a document, checked against its indicator, its region and its own quote.
 * `restates` is checked when all documents have been read.
 */
export function readTarget(file: CheckedFile<DocumentFile>, shape: TargetShape, index: number, known: Known): Target {
  const document = file.value;
  const report: ReportAt = (field, code, message) => file.report(['targets', index, ...field], code, message);
  const period = shape.period ?? document.period;
  if (period.from > period.to) report(['period'], 'period_order', '目标期的起始年晚于截止年');
  checkId(document, shape.id, report);
  checkReferences(shape, known, report);
  checkKind(shape, known.indicators?.get(shape.indicator), report);
  checkMilestones(file, index, shape, period);
  checkBaseline(file, index, shape, period.to);
  checkDepartments(shape.departments, report);
  checkQualifier(shape, report);
  return toTarget(document, shape, period);
}

/** One goal in words of a document: what its file leaves out is what such a goal has not. */
export function readNarrative(file: CheckedFile<DocumentFile>, shape: NarrativeShape, index: number): Target {
  const document = file.value;
  const report: ReportAt = (field, code, message) => file.report(['narratives', index, ...field], code, message);
  checkId(document, shape.id, report);
  checkDepartments(shape.departments, report);
  return {
    id: shape.id,
    document: document.id,
    region: document.region,
    indicator: NARRATIVE_INDICATOR.id,
    kind: 'narrative',
    comparator: 'eq',
    qualifier: null,
    milestones: [],
    everyYear: false,
    period: document.period,
    baseline: null,
    clause: shape.clause,
    quote: shape.quote,
    departments: shape.departments,
    notes: shape.notes ?? null,
    restates: null,
    method: null,
    tolerance: null,
    pathShape: 'straight',
    scheduleCuts: null,
  };
}

function checkId(document: DocumentFile, id: string, report: ReportAt): void {
  if (!id.startsWith(`${document.id}-`)) report(['id'], 'id_prefix', `目标编号应以“${document.id}-”开头`);
}

function toTarget(document: DocumentFile, shape: TargetShape, period: Target['period']): Target {
  return {
    id: shape.id,
    document: document.id,
    region: shape.region ?? document.region,
    indicator: shape.indicator,
    kind: shape.kind,
    comparator: shape.comparator,
    qualifier: shape.qualifier,
    milestones: shape.milestones.map(toMilestone),
    everyYear: shape.every_year ?? false,
    period,
    baseline: shape.baseline ?? null,
    clause: shape.clause,
    quote: shape.quote,
    departments: shape.departments,
    notes: shape.notes ?? null,
    restates: shape.restates ?? null,
    method: shape.method ?? null,
    tolerance: shape.tolerance ?? null,
    pathShape: shape.path_shape ?? 'straight',
    scheduleCuts: document.schedule_cuts ?? null,
  };
}

function toMilestone(shape: TargetShape['milestones'][number]): Milestone {
  const milestone: Milestone = { year: shape.year, value: shape.value, wording: shape.wording };
  if (shape.value_max !== undefined) milestone.valueMax = shape.value_max;
  if (shape.year_inferred !== undefined) milestone.yearInferred = shape.year_inferred;
  return milestone;
}

function checkReferences(shape: TargetShape, known: Known, report: ReportAt): void {
  if (known.indicators && !known.indicators.has(shape.indicator)) {
    report(['indicator'], 'unknown_indicator', `指标“${shape.indicator}”不在 indicators.yaml 中`);
  }
  if (shape.region !== undefined && known.regions && !known.regions.has(shape.region)) {
    report(['region'], 'unknown_region', `地区“${shape.region}”不在 regions.yaml 中`);
  }
}

/** Kind, unit and indicator must fit: what is judged is measured in the judged unit (target.ts). */
function checkKind(shape: TargetShape, indicator: Indicator | undefined, report: ReportAt): void {
  const unit = parseUnit(shape.unit);
  if (!unit) {
    report(['unit'], 'unknown_unit', `不认识单位“${shape.unit}”`);
    return;
  }
  if (shape.kind === 'share' && unit.dimension !== '%') {
    report(['unit'], 'share_without_percent', `占比类目标的单位应为 %，现为“${shape.unit}”`);
  }
  if (indicator && unit.name !== judgedUnit(shape.kind, indicator)) {
    const expected = judgedUnit(shape.kind, indicator);
    report(['unit'], 'unit_mismatch', `单位应为“${expected}”（由目标类型和指标决定），现为“${shape.unit}”`);
  }
  const everyYear = shape.every_year ?? false;
  if (shape.kind === 'annual_flow' && !everyYear) {
    report(['every_year'], 'missing_field', '“每年”类目标（annual_flow）应写明 every_year: true');
  }
}

function checkBaseline(file: CheckedFile<DocumentFile>, index: number, shape: TargetShape, last: number): void {
  const field = ['targets', index, 'baseline'];
  if (!shape.baseline) {
    if (NEEDS_BASELINE.has(shape.kind)) {
      file.report(field, 'baseline_missing', '与基期比较的目标应写明基期年份（数值不详时写 null）');
    }
    return;
  }
  if (shape.baseline.value !== null) checkValue(file, [...field, 'value']);
  const firstDue = Math.min(...shape.milestones.map((milestone) => milestone.year ?? last));
  if (shape.baseline.year >= firstDue) {
    file.report([...field, 'year'], 'baseline_order', `基期（${shape.baseline.year}年）应早于目标年（${firstDue}年）`);
  }
}

function checkDepartments(departments: TargetShape['departments'], report: ReportAt): void {
  reportTwice(
    { report },
    departments,
    (department) => `${department.name}（${department.role}）`,
    (at) => ['departments', at],
  );
}

/** The comparing word must be the document's: every part of it (力争…突破) stands in the quote. */
function checkQualifier(shape: TargetShape, report: ReportAt): void {
  const missing = (shape.qualifier ?? '').split('…').filter((part) => !shape.quote.includes(part));
  if (missing.length > 0) {
    report(['qualifier'], 'qualifier_not_in_quote', `引文中没有“${missing.join('、')}”，限定词应按原文写`);
  }
}
