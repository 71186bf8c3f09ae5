import type { ProposedMilestone, ProposedTarget } from './proposal.ts';
import { convert } from './unit.ts';

/** A proposed target with its place in the text. */
export interface PlacedProposal {
  start: number;
  end: number;
  target: ProposedTarget;
}

const BOUNDARY = /[、，,；;。]|以及|和|及|与/g;

/** The boundary between statements that is nearest to the middle of the words; null where there is none inside. */
function middleBoundary(words: string): number | null {
  const middle = words.length / 2;
  let best: number | null = null;
  for (const { 0: mark, index } of words.matchAll(BOUNDARY)) {
    const at = index + mark.length;
    if (index === 0 || at >= words.length) continue;
    if (best === null || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
  }
  return best;
}

/** The milestones whose wording stands in the words; all of them where none does. */
function within(milestones: readonly ProposedMilestone[], words: string): ProposedMilestone[] {
  const own = milestones.filter(({ wording }) => words.includes(wording));
  return own.length > 0 ? own : [...milestones];
}

/** A target of one half of the words; its qualifier stays only where that half says it. */
function half(one: PlacedProposal, from: number, to: number): PlacedProposal {
  const quote = one.target.quote.slice(from, to);
  const [before, after] = [
    /^[\s、，；。]+/.exec(quote)?.[0].length ?? 0,
    /[\s、，；。]+$/.exec(quote)?.[0].length ?? 0,
  ];
  const words = quote.slice(before, quote.length - after);
  const { qualifier } = one.target;
  const said = (qualifier ?? '').split('…').every((part) => words.includes(part));
  return {
    start: one.start + from + before,
    end: one.start + to - after,
    target: {
      ...one.target,
      quote: words,
      qualifier: said ? qualifier : null,
      milestones: within(one.target.milestones, words),
    },
  };
}

/**
 * Two or more targets out of one: one for each milestone where there are several, otherwise one for each side of a
 * place in its words.
 * @param at the place in the text; null for the boundary nearest to the middle
 * @returns null where there is no such place
 */
export function divideProposal(one: PlacedProposal, at: number | null): PlacedProposal[] | null {
  const { milestones, quote } = one.target;
  if (at === null && milestones.length > 1) {
    return milestones.map((milestone) => ({ ...one, target: { ...one.target, milestones: [milestone] } }));
  }
  const cut = at === null ? middleBoundary(quote) : at - one.start;
  if (cut === null || cut <= 0 || cut >= quote.length) return null;
  const halves = [half(one, 0, cut), half(one, cut, quote.length)];
  return halves.some(({ start, end }) => end <= start) ? null : halves;
}

function inUnit(one: ProposedMilestone, from: string, to: string): ProposedMilestone | null {
  const value = convert(one.value, from, to);
  if (value === null) return null;
  const valueMax = one.valueMax === undefined ? null : convert(one.valueMax, from, to);
  return { ...one, value, ...(valueMax === null ? {} : { valueMax }) };
}

/**
 * One target out of two: the first one's words for what is measured, the milestones and departments of both; of two
 * milestones in one year the first one's.
 * @param text the text both stand in
 */
export function joinProposals(first: PlacedProposal, second: PlacedProposal, text: string): PlacedProposal {
  const [start, end] = [Math.min(first.start, second.start), Math.max(first.end, second.end)];
  const { target } = first;
  const more = second.target.milestones
    .map((one) => inUnit(one, second.target.unit, target.unit))
    .filter((one) => one !== null)
    .filter(({ year }) => !target.milestones.some((one) => one.year === year));
  const named = new Set(target.departments.map(({ name, role }) => `${role} ${name}`));
  return {
    start,
    end,
    target: {
      ...target,
      milestones: [...target.milestones, ...more].sort((a, b) => (a.year ?? 0) - (b.year ?? 0)),
      departments: [
        ...target.departments,
        ...second.target.departments.filter(({ name, role }) => !named.has(`${role} ${name}`)),
      ],
      baseline: target.baseline ?? second.target.baseline,
      everyYear: target.everyYear || second.target.everyYear,
      quote: text.slice(start, end),
    },
  };
}
