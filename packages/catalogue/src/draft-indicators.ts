import type { Indicator } from '@dabiao/domain/indicator';
import type { ProposedTarget } from '@dabiao/domain/proposal';
import { convert } from '@dabiao/domain/unit';
import { onOneLine } from './draft-wording.ts';
import { isRelative } from './propose.ts';

/** The indicators that a proposal's targets stand on: ids target by target, and those the catalogue has not. */
export interface DraftIndicators {
  /** Of each target, in their order; the unit is the indicator's. */
  of: Indicator[];
  added: Indicator[];
}

const nameOf = ({ indicator }: ProposedTarget): string => onOneLine(indicator, 80);

/** Unit of the indicator of a target; growth says nothing of it, so it is % until a person says more. */
const unitOf = (one: ProposedTarget): string => one.indicatorUnit ?? (isRelative(one.kind) ? '%' : one.unit);

const measureOf = (one: ProposedTarget, unit: string): Indicator['measure'] => {
  if (unit === '%') return 'share';
  if (unit === '指数') return 'index';
  return one.kind === 'annual_flow' || unit.endsWith('元') ? 'flow' : 'stock';
};

function newIndicator(id: string, name: string, one: ProposedTarget): Indicator {
  const unit = unitOf(one);
  return {
    id,
    name,
    nameEn: null,
    unit,
    direction: /^lt/.test(one.comparator) || one.kind === 'reduction_vs_baseline' ? 'less' : 'more',
    measure: measureOf(one, unit),
    definition: null,
    aliases: [],
    naturalLimit: unit === '%' && one.kind === 'share' ? 100 : null,
  };
}

/** Whether a target can be measured by an indicator of this unit. */
const fits = (one: ProposedTarget, unit: string): boolean =>
  isRelative(one.kind)
    ? one.indicatorUnit === null || one.indicatorUnit === unit
    : convert(1, unitOf(one), unit) !== null;

/**
 * Matches targets to the catalogue's indicators; a name it has not becomes a new one, one for each name and thing
 * measured. Levels come before growth, so that a growth joins the indicator of the level.
 */
export function draftIndicators(
  targets: readonly ProposedTarget[],
  known: readonly Indicator[],
  prefix: string,
): DraftIndicators {
  const byId = new Map(known.map((one) => [one.id, one]));
  const taken = new Set(known.flatMap(({ name, aliases }) => [name, ...aliases]));
  const added: Indicator[] = [];
  const make = (one: ProposedTarget): Indicator => {
    let number = added.length + 1;
    while (byId.has(`${prefix}-${number}`)) number += 1;
    const name = nameOf(one) || '未命名';
    const own = taken.has(name) ? `${name}（${unitOf(one)}）` : name;
    const made = newIndicator(`${prefix}-${number}`, own.slice(0, 80), one);
    byId.set(made.id, made);
    taken.add(own);
    added.push(made);
    return made;
  };
  const found = new Map<ProposedTarget, Indicator>();
  const named = new Map<string, Indicator[]>();
  for (const one of [...targets].sort((a, b) => Number(isRelative(a.kind)) - Number(isRelative(b.kind)))) {
    const matched = one.match === null ? undefined : byId.get(one.match);
    const name = nameOf(one);
    const same = named.get(name) ?? [];
    const indicator = matched ?? same.find(({ unit }) => fits(one, unit)) ?? make(one);
    if (!matched && !same.includes(indicator)) named.set(name, [...same, indicator]);
    found.set(one, indicator);
  }
  return { of: targets.flatMap((one) => found.get(one) ?? []), added };
}
