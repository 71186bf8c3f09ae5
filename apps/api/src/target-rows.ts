import type { DocumentSummary } from '@dabiao/contract/document';
import type { TargetRow } from '@dabiao/contract/target';
import type { PolicyDocument } from '@dabiao/domain/document';
import { countVerdicts, groupAchieved, groupScore } from '@dabiao/domain/overview';
import type { Region } from '@dabiao/domain/region';
import { DEFAULT_TOLERANCE, isCounted, judgedDirection, judgedUnit, type Target } from '@dabiao/domain/target';
import { VERDICTS } from '@dabiao/domain/verdict';
import { findDocuments } from '@dabiao/store/documents';
import { findJudgedTargets, type JudgedTarget } from '@dabiao/store/dossier';
import type { Db } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import type { AsOf } from './as-of.ts';

const regionOf = (regions: ReadonlyMap<string, Region>, code: string) => ({
  code,
  name: regions.get(code)?.name ?? code,
});

function toRow(
  judged: JudgedTarget,
  regions: ReadonlyMap<string, Region>,
  documents: ReadonlyMap<string, PolicyDocument>,
): TargetRow {
  const { target, indicator, state, history } = judged;
  return {
    id: target.id,
    document: {
      id: target.document,
      shortTitle: documents.get(target.document)?.shortTitle ?? target.document,
      label: documents.get(target.document)?.label ?? 'public',
    },
    region: regionOf(regions, target.region),
    indicator: {
      id: indicator.id,
      name: indicator.name,
      nameEn: indicator.nameEn,
      unit: indicator.unit,
      measure: indicator.measure,
      direction: indicator.direction,
      naturalLimit: indicator.naturalLimit,
    },
    kind: target.kind,
    comparator: target.comparator,
    qualifier: target.qualifier,
    judgedUnit: judgedUnit(target.kind, indicator),
    direction: judgedDirection(target, indicator),
    milestones: target.milestones,
    everyYear: target.everyYear,
    period: target.period,
    baseline: target.baseline,
    tolerance: target.tolerance ?? DEFAULT_TOLERANCE,
    method: target.method,
    pathShape: target.pathShape,
    scheduleCuts: target.scheduleCuts,
    clause: target.clause,
    quote: target.quote,
    departments: target.departments,
    restates: target.restates,
    assessment: state.assessment,
    previous: state.previous,
    pathNow: state.pathNow,
    history,
  };
}

/** Targets with their judgement, as every list shows them. */
export async function targetRows(db: Db, targets: readonly Target[], asOf: AsOf): Promise<TargetRow[]> {
  const regions = new Map((await findRegions(db)).map((region) => [region.code, region]));
  const documents = new Map((await findDocuments(db)).map((document) => [document.id, document]));
  return (await findJudgedTargets(db, targets, asOf.year, asOf.knownAt)).map((judged) =>
    toRow(judged, regions, documents),
  );
}

/** Rows that count: a restatement of another target does not, nor does a narrative goal. */
export const standingAlone = (rows: readonly TargetRow[]): TargetRow[] => rows.filter(isCounted);

/** Counts by verdict, best first; verdicts that no target has are left out. */
export function verdictCounts(rows: readonly TargetRow[]): DocumentSummary['counts'] {
  const counts = countVerdicts(rows.map(({ assessment }) => assessment));
  return VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => ({ verdict, count: counts[verdict] }));
}

/** Mean score and achievement of a group of targets (progress.md §3). */
export function groupOf(rows: readonly TargetRow[]): Pick<DocumentSummary, 'score' | 'scored' | 'achieved'> {
  const assessments = rows.map(({ assessment }) => assessment);
  return {
    score: groupScore(assessments),
    scored: assessments.filter(({ score }) => score !== null).length,
    achieved: groupAchieved(assessments),
  };
}

/** A document's head with the counts of its targets' verdicts. */
export function summarize(
  document: PolicyDocument,
  rows: readonly TargetRow[],
  regions: readonly Region[],
): DocumentSummary {
  const own = standingAlone(rows.filter((row) => row.document.id === document.id));
  return {
    ...document,
    label: document.label ?? 'public',
    region: {
      code: document.region,
      name: regions.find(({ code }) => code === document.region)?.name ?? document.region,
    },
    total: own.length,
    counts: verdictCounts(own),
    ...groupOf(own),
  };
}
