// How many assessments a second, against a bare loop over the same arrays.
import { assessTarget } from '@dabiao/domain/assess';
import type { Figure } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Target, TargetKind } from '@dabiao/domain/target';
import { shown, timed } from './measure.ts';

const TARGETS = 100_000;
const YEARS = 10;
const FIRST_YEAR = 2015;
const AS_OF = FIRST_YEAR + YEARS - 1;

/** Kinds in the proportion in which documents have them. */
const KINDS: readonly TargetKind[] = ['level', 'level', 'share', 'annual_flow', 'cumulative_increment'];

const INDICATOR: Indicator = {
  id: 'measured',
  name: '指标',
  nameEn: 'Measured',
  unit: '个',
  direction: 'more',
  measure: 'stock',
  definition: null,
  aliases: [],
  naturalLimit: null,
};

function makeTarget(number: number): Target {
  return {
    id: `target-${number}`,
    document: 'bench',
    region: '370000',
    indicator: INDICATOR.id,
    kind: KINDS[number % KINDS.length] ?? 'level',
    comparator: 'gte',
    qualifier: null,
    milestones: [{ year: FIRST_YEAR + YEARS, value: 150 + (number % 100) }],
    everyYear: false,
    period: { from: FIRST_YEAR, to: FIRST_YEAR + YEARS },
    baseline: null,
    clause: [],
    quote: '',
    departments: [],
    notes: null,
    restates: null,
    method: null,
    tolerance: null,
  };
}

const makeFigures = (number: number): Figure[] =>
  Array.from({ length: YEARS }, (_, at) => ({
    indicator: INDICATOR.id,
    region: '370000',
    year: FIRST_YEAR + at,
    value: 100 + at * (number % 13) + 0.5,
    decimals: 1,
    status: 'final',
    caveats: [],
    note: null,
  }));

const cases = Array.from({ length: TARGETS }, (_, number) => ({
  target: makeTarget(number),
  figures: makeFigures(number),
}));

/** Looks at every figure once and compares the last with the milestone. */
function bareLoop(): number {
  let met = 0;
  for (const { target, figures } of cases) {
    let last = 0;
    for (const figure of figures) if (figure.year <= AS_OF) last = figure.value;
    if (last >= (target.milestones[0]?.value ?? 0)) met += 1;
  }
  return met;
}

function assessAll(): number {
  let achieved = 0;
  for (const { target, figures } of cases) {
    if (assessTarget(target, INDICATOR, figures, AS_OF).verdict === 'achieved') achieved += 1;
  }
  return achieved;
}

for (const { target, figures } of cases.slice(0, 2000)) assessTarget(target, INDICATOR, figures, AS_OF);
bareLoop();
const bare = await timed(bareLoop);
const assessed = await timed(assessAll);
console.log(`  ${TARGETS} targets × ${YEARS} figures, with both sentences`);
console.log(
  `  ${shown((TARGETS / assessed) * 1000)} assessments a second, ${shown((assessed / TARGETS) * 1000)} µs each`,
);
console.log(`  ${shown(assessed / bare)} × a bare loop over the same arrays (${shown(bare)} ms)`);
