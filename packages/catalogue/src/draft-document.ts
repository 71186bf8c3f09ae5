import type { Indicator } from '@dabiao/domain/indicator';
import type { Proposal, ProposedMilestone, ProposedTarget } from '@dabiao/domain/proposal';
import { judgedUnit } from '@dabiao/domain/target';
import { convert } from '@dabiao/domain/unit';
import { clauseOf, PLACEHOLDER } from './draft-clauses.ts';
import { draftIndicators } from './draft-indicators.ts';
import { onOneLine, wordingIn } from './draft-wording.ts';
import type { OutlineNode } from './file-shapes.ts';

/** Heading paths as the nested outline of the catalogue; the same heading under the same one stands once. */
function toOutline(paths: readonly (readonly string[])[]): OutlineNode[] {
  const top: OutlineNode[] = [];
  for (const path of paths) {
    let level = top;
    for (const [depth, heading] of path.entries()) {
      let node = level.find((one) => one.heading === heading);
      if (!node) {
        node = { heading };
        level.push(node);
      }
      if (depth === path.length - 1) break;
      node.clauses ??= [];
      level = node.clauses;
    }
  }
  return top;
}

function toMilestone(one: ProposedMilestone, target: ProposedTarget, unit: string, quote: string) {
  const { year, value, valueMax, wording, yearInferred } = one;
  const converted = (number: number): number => convert(number, target.unit, unit) ?? number;
  return {
    year,
    value: converted(value),
    ...(valueMax === undefined ? {} : { value_max: converted(valueMax) }),
    wording: wordingIn(quote, wording),
    ...(yearInferred && year !== null ? { year_inferred: true } : {}),
  };
}

/** The first statement that a restatement leads to; null where it stands for itself. */
function originalOf(proposal: Proposal, index: number): number | null {
  const seen = new Set([index]);
  let at = proposal.targets[index]?.restates ?? null;
  while (at !== null) {
    if (seen.has(at) || !proposal.targets[at]) return null;
    seen.add(at);
    const next: number | null = proposal.targets[at]?.restates ?? null;
    if (next === null) return at;
    at = next;
  }
  return null;
}

const numberOf = (proposal: Proposal, index: number): number => (proposal.targets[index]?.number ?? index) + 1;

function toTarget(proposal: Proposal, index: number, indicator: Indicator, prefix: string) {
  const one = proposal.targets[index] as ProposedTarget;
  const judged = judgedUnit(one.kind, indicator);
  const unit = convert(1, one.unit, judged) === null ? one.unit : judged;
  const quote = onOneLine(one.quote);
  const original = originalOf(proposal, index);
  return {
    id: `${prefix}-${numberOf(proposal, index)}`,
    indicator: indicator.id,
    kind: one.kind,
    comparator: one.comparator,
    qualifier: one.qualifier,
    unit,
    milestones: one.milestones.map((milestone) => toMilestone(milestone, one, unit, quote)),
    ...(one.everyYear || one.kind === 'annual_flow' ? { every_year: true } : {}),
    ...(one.baseline ? { baseline: one.baseline } : {}),
    clause: clauseOf(one.clause),
    quote,
    departments: one.departments,
    ...(original === null ? {} : { restates: `${prefix}-${numberOf(proposal, original)}` }),
  };
}

const toIndicator = ({ nameEn, naturalLimit, ...one }: Indicator) => ({
  id: one.id,
  name: one.name,
  name_en: nameEn,
  unit: one.unit,
  direction: one.direction,
  measure: one.measure,
  definition: one.definition,
  aliases: one.aliases,
  natural_limit: naturalLimit,
});

/** Indicators as `indicators.yaml` has them. */
export const indicatorsFile = (indicators: readonly Indicator[]) => ({ indicators: indicators.map(toIndicator) });

/**
 * A proposal in the shapes of the files of `seeds/`: the document, and the indicators that the catalogue has not.
 * Quantities stand in their indicator's unit. What nobody has said yet holds a placeholder, so that it is noticed.
 */
export function draftDocument(proposal: Proposal, known: readonly Indicator[]) {
  const { document } = proposal;
  const measures = (proposal.measures ?? []).map(({ clause }) => clause);
  const id = document.id || PLACEHOLDER;
  const indicators = draftIndicators(proposal.targets, known, document.id ? `${id}-indicator` : 'new');
  const targets = indicators.of.map((indicator, index) => toTarget(proposal, index, indicator, id));
  const title = onOneLine(document.title, 200) || '（文件没有标题）';
  const head = {
    id,
    title,
    short_title: onOneLine(document.shortTitle, 60) || title.slice(0, 60),
    number: document.number,
    issuer: document.issuer,
    region: document.region ?? '000000',
    issued_on: document.issuedOn,
    effective_from: document.effectiveFrom,
    valid_to: document.validTo,
    period: document.period ?? { from: 2000, to: 2000 },
    draft: document.draft,
  };
  const paths = [...proposal.outline.map(clauseOf), ...targets.map(({ clause }) => clause), ...measures.map(clauseOf)];
  return { document: { ...head, outline: toOutline(paths), targets }, added: indicators.added };
}
