// How many assessments a second, against a bare loop over the same arrays.
import { assessTarget, judgeTarget } from '@dabiao/domain/assess';
import type { Figure } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Target, TargetKind } from '@dabiao/domain/target';
import { shown, timed } from './measure.ts';

const TARGETS = 100_000;
const YEARS = 10;
const FIRST_YEAR = 2015;
const AS_OF = FIRST_YEAR + YEARS - 1;

/** Kinds in the proportion in which documents have them. */
const KINDS: readonly TargetKind[] = [
  ...Array<TargetKind>(10).fill('level'),
  ...Array<TargetKind>(3).fill('share'),
  ...Array<TargetKind>(3).fill('annual_flow'),
  'cumulative_increment',
  'cumulative_increment',
  'multiple_of_baseline',
  'growth_vs_baseline',
];

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
    baseline: number % 4 === 0 || number % KINDS.length > 17 ? { year: FIRST_YEAR, value: null } : null,
    clause: [],
    quote: '',
    departments: [],
    notes: null,
    restates: null,
    method: null,
    tolerance: null,
    pathShape: 'straight',
    scheduleCuts: null,
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

function all(assess: typeof judgeTarget): number {
  let achieved = 0;
  for (const { target, figures } of cases) {
    if (assess(target, INDICATOR, figures, AS_OF).verdict === 'achieved') achieved += 1;
  }
  return achieved;
}

async function measure(name: string, assess: typeof judgeTarget, bare: number): Promise<void> {
  for (const { target, figures } of cases.slice(0, 5000)) assess(target, INDICATOR, figures, AS_OF);
  const took = await timed(() => all(assess));
  const rate = `${shown((TARGETS / took) * 1000)} assessments a second, ${shown(took)} ms for all`;
  console.log(`  ${name}: ${rate}, ${shown(took / bare)} × the bare loop`);
}

bareLoop();
const bare = await timed(bareLoop);
console.log(`  ${TARGETS} targets × ${YEARS} figures; a bare loop over the same arrays: ${shown(bare)} ms`);
await measure('judged', judgeTarget, bare);
await measure('judged, with both sentences', assessTarget, bare);
