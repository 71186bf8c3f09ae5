import { join, resolve } from 'node:path';
import { openSeeds } from '@dabiao/catalogue/seeds-folder';
import type { Catalogue } from '@dabiao/domain/catalogue';
import type { Indicator } from '@dabiao/domain/indicator';
import { convert } from '@dabiao/domain/unit';
import type { Candidate, Reading } from '@dabiao/reader/reading';
import { Document, isMap, type YAMLMap } from 'yaml';

const root = resolve(import.meta.dirname, '../../..');
/** Name the person who takes the draft over replaces by the document's short name. */
const PLACEHOLDER = 'draft';

interface Proposal {
  id: string;
  candidate: Candidate;
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[“”"（）()、，\s]/g, '')
    .replace(/(?:数量|总数|数)$/, '');

/** The catalogue's indicator of this very name or alias that is measured in the same thing; null where none is sure. */
function matchIndicator(one: Candidate, indicators: readonly Indicator[]): Indicator | null {
  const name = plain(one.indicator);
  const named = indicators.filter(({ name: own, aliases }) => [own, ...aliases].some((word) => plain(word) === name));
  const relative = /growth|reduction|multiple|rate/.test(one.kind);
  const fitting = named.filter(({ unit }) => relative || convert(1, one.unit, unit) !== null);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** A quote on one line: what is kept in YAML has no line breaks. */
const onOneLine = (words: string): string => words.replace(/\s*[\r\n\f]+\s*/g, '').slice(0, 600);
const clauseOf = (one: Candidate): string[] =>
  (one.clause.length > 0 ? one.clause : ['正文']).map((part) => part.slice(0, 200));

function toTarget(one: Candidate, index: number, indicator: string, all: readonly Candidate[]) {
  return {
    id: `${PLACEHOLDER}-${index + 1}`,
    indicator,
    kind: one.kind,
    comparator: one.comparator,
    qualifier: one.qualifier,
    unit: one.unit,
    milestones: one.milestones.map(({ year, value, valueMax, wording, yearInferred }) => ({
      year,
      value,
      ...(valueMax === undefined ? {} : { value_max: valueMax }),
      wording,
      ...(yearInferred ? { year_inferred: true } : {}),
    })),
    ...(one.everyYear ? { every_year: true } : {}),
    ...(one.baseline ? { baseline: one.baseline } : {}),
    clause: clauseOf(one),
    quote: onOneLine(one.quote),
    departments: one.departments,
    ...(one.restates !== undefined && all[one.restates] ? { restates: `${PLACEHOLDER}-${one.restates + 1}` } : {}),
  };
}

interface Node {
  heading: string;
  clauses?: Node[];
}

/** Heading paths as the nested outline of the catalogue. */
function toOutline(paths: readonly string[][]): Node[] {
  const top: Node[] = [];
  for (const path of paths) {
    let level = top;
    for (const heading of path) {
      let node = level.find((one) => one.heading === heading);
      if (!node) {
        node = { heading: heading.slice(0, 200) };
        level.push(node);
      }
      node.clauses ??= [];
      level = node.clauses;
    }
  }
  const prune = (nodes: Node[]): Node[] =>
    nodes.map(({ heading, clauses = [] }) => (clauses.length > 0 ? { heading, clauses: prune(clauses) } : { heading }));
  return prune(top);
}

function head({ document }: Reading, { regions }: Catalogue) {
  const title = document.title ?? '（文件没有标题）';
  const region = regions.find(({ name }) => name === document.region)?.code ?? '000000';
  return {
    id: PLACEHOLDER,
    title,
    short_title: title.slice(0, 60),
    number: document.number,
    issuer: document.issuer,
    region,
    issued_on: document.issuedOn,
    effective_from: document.effectiveFrom,
    valid_to: document.validTo,
    period: document.period ?? { from: 2000, to: 2000 },
    draft: document.draft,
  };
}

const measureOf = (one: Candidate): Indicator['measure'] =>
  one.unit === '%' ? 'share' : one.unit === '指数' ? 'index' : one.unit.endsWith('元') ? 'flow' : 'stock';

/** A new indicator for a name the catalogue has not, to be looked at before it is taken over. */
function toIndicator({ id, candidate }: Proposal) {
  const relative = /growth|reduction|multiple/.test(candidate.kind);
  return {
    id,
    name: candidate.indicator.slice(0, 80) || '未命名',
    name_en: null,
    unit: relative ? '%' : candidate.unit,
    direction: /^lt/.test(candidate.comparator) ? 'less' : 'more',
    measure: measureOf(candidate),
    definition: null,
    aliases: [],
    natural_limit: candidate.unit === '%' && candidate.kind === 'share' ? 100 : null,
  };
}

/**
 * A reading as a draft of a file for `seeds/documents`, the reasons as comments over each target, and the indicators
 * that the catalogue has not as a comment at the end. What a person must still decide is marked 待定.
 */
export async function reviewDraft(reading: Reading): Promise<string> {
  const catalogue = await (await openSeeds(join(root, 'seeds'), null)).read();
  const proposals: Proposal[] = [];
  const targets = reading.candidates.map((candidate, index) => {
    const known = matchIndicator(candidate, catalogue.indicators);
    const proposed = proposals.find(
      ({ candidate: other }) => other.indicator === candidate.indicator && other.unit === candidate.unit,
    );
    const id = known?.id ?? proposed?.id ?? `new-${proposals.length + 1}`;
    if (!known && !proposed) proposals.push({ id, candidate });
    return toTarget(candidate, index, id, reading.candidates);
  });
  const paths = [
    ...reading.outline,
    ...(reading.candidates.some(({ clause }) => clause.length === 0) ? [['正文']] : []),
  ];
  const document = new Document({ ...head(reading, catalogue), outline: toOutline(paths), targets });
  document.commentBefore =
    ' 由程序读出的草稿，逐条核对后方可使用；id、short_title、region（000000 为待定）须由人填写。';
  addReasons(document, reading.candidates);
  const indicators = new Document({ indicators: proposals.map(toIndicator) });
  const proposed =
    proposals.length === 0
      ? ''
      : `\n# 目录中没有的指标（待定，核对后移入 indicators.yaml）：\n${indicators.toString({ lineWidth: 0 }).replace(/^/gm, '# ')}`;
  return `${document.toString({ lineWidth: 0 })}${proposed}`;
}

function addReasons(document: Document, candidates: readonly Candidate[]): void {
  const items = (document.get('targets') as { items: unknown[] }).items;
  candidates.forEach((one, index) => {
    const node = items[index];
    if (!isMap(node)) return;
    (node as YAMLMap).commentBefore =
      ` 把握${one.confidence}；原文第${one.start}—${one.end}字；${one.indicator}；${one.reasons.join('；')}`;
  });
}
