import type { PolicyDocument } from '@dabiao/domain/document';
import type { Target } from '@dabiao/domain/target';
import { checkDate } from './check-date.ts';
import type { CheckedFile } from './check-shape.ts';
import type { DocumentFile, OutlineNode } from './file-shapes.ts';
import type { Known } from './known.ts';
import { readNarrative, readTarget } from './read-target.ts';
import type { Path } from './yaml-text.ts';

export interface ReadDocument {
  document: PolicyDocument;
  clauses: { document: string; path: string[]; position: number }[];
  targets: Target[];
}

/** One file of `documents/`: its head, its outline in order of the text, its targets. */
export function readDocument(file: CheckedFile<DocumentFile>, known: Known): ReadDocument {
  const shape = file.value;
  checkHead(file, known);
  const clauses: ReadDocument['clauses'] = [];
  const places = new Set<string>();
  readOutline(shape.outline, [], ['outline'], (path, field) => {
    const place = JSON.stringify(path);
    if (places.has(place)) file.report(field, 'duplicate_id', `提纲中“${path.join(' / ')}”重复`);
    places.add(place);
    clauses.push({ document: shape.id, path, position: clauses.length + 1 });
  });
  const checkPlace = (clause: string[], field: Path) => {
    if (places.has(JSON.stringify(clause))) return;
    file.report(field, 'clause_not_in_outline', `提纲中没有“${clause.join(' / ')}”，应与 outline 中逐级一致`);
  };
  const targets = shape.targets.map((target, index) => {
    checkPlace(target.clause, ['targets', index, 'clause']);
    return readTarget(file, target, index, known);
  });
  const narratives = (shape.narratives ?? []).map((narrative, index) => {
    checkPlace(narrative.clause, ['narratives', index, 'clause']);
    return readNarrative(file, narrative, index);
  });
  return { document: toDocument(shape), clauses, targets: [...targets, ...narratives] };
}

function toDocument(shape: DocumentFile): PolicyDocument {
  return {
    id: shape.id,
    title: shape.title,
    shortTitle: shape.short_title,
    number: shape.number,
    issuer: shape.issuer,
    region: shape.region,
    issuedOn: shape.issued_on,
    effectiveFrom: shape.effective_from,
    validTo: shape.valid_to,
    period: shape.period,
    draft: shape.draft,
    notes: shape.notes ?? null,
    scheduleCuts: shape.schedule_cuts ?? null,
  };
}

function checkHead(file: CheckedFile<DocumentFile>, known: Known): void {
  const shape = file.value;
  const stem = file.path.replace(/^.*\//, '').replace(/\.yaml$/, '');
  if (shape.id !== stem) file.report(['id'], 'id_prefix', `文件名为“${stem}”，id 应与之一致`);
  if (known.regions && !known.regions.has(shape.region)) {
    file.report(['region'], 'unknown_region', `地区“${shape.region}”不在 regions.yaml 中`);
  }
  checkDate(file, ['issued_on'], shape.issued_on);
  checkDate(file, ['effective_from'], shape.effective_from);
  checkDate(file, ['valid_to'], shape.valid_to);
  if (shape.effective_from !== null && shape.valid_to !== null && shape.effective_from > shape.valid_to) {
    file.report(['valid_to'], 'period_order', '有效期截止日早于施行日');
  }
  if (shape.period.from > shape.period.to) file.report(['period'], 'period_order', '实施期的起始年晚于截止年');
  const cuts = shape.schedule_cuts;
  if (cuts && cuts.red > cuts.yellow) file.report(['schedule_cuts'], 'cut_order', '序时进度的红线应不高于黄线');
}

function readOutline(
  nodes: readonly OutlineNode[],
  above: readonly string[],
  field: Path,
  take: (path: string[], field: Path) => void,
): void {
  nodes.forEach((node, index) => {
    const path = [...above, node.heading];
    take(path, [...field, index, 'heading']);
    if (node.clauses) readOutline(node.clauses, path, [...field, index, 'clauses'], take);
  });
}
