import { REASONS } from '@dabiao/domain/assessment';
import { CAVEAT_KINDS, FIGURE_STATUSES } from '@dabiao/domain/figure';
import { COMPARATORS, METHODS, PATH_SHAPES, TARGET_KINDS } from '@dabiao/domain/target';
import { VERDICTS } from '@dabiao/domain/verdict';
import Type, { type Static } from 'typebox';
import { FigureVersion } from './figure.ts';
import { LabelWord } from './label.ts';
import { Forecast, Outlook } from './outlook.ts';
import {
  AsOfQuery,
  Bilingual,
  Nullable,
  OneOf,
  Page,
  PageQuery,
  RegionCode,
  Shape,
  Word,
  YearValue,
} from './schema.ts';

export const JudgedPoint = Shape({
  year: Type.Integer(),
  value: Type.Number(),
  decimals: Type.Integer(),
  status: OneOf(FIGURE_STATUSES),
  caveats: Type.Array(OneOf(CAVEAT_KINDS)),
  from: Type.Optional(Type.Integer({ description: 'first year of what the value is a sum or a mean of' })),
});

export const Assessment = Shape({
  target: Type.String(),
  asOf: Type.Integer(),
  verdict: OneOf(VERDICTS),
  method: Nullable(OneOf(METHODS)),
  reason: Nullable(OneOf(REASONS)),
  early: Type.Boolean(),
  over: Type.Boolean(),
  provisional: Type.Boolean(),
  caveats: Type.Array(OneOf(CAVEAT_KINDS)),
  base: Nullable(YearValue),
  latest: Nullable(JudgedPoint),
  due: Nullable(Shape({ year: Type.Integer(), value: Type.Number(), valueMax: Nullable(Type.Number()) })),
  ratio: Nullable(Type.Number()),
  score: Nullable(Type.Number()),
  lead: Nullable(Type.Number({ description: 'completion less the schedule, percentage points' })),
  completion: Nullable(Type.Number()),
  wayShare: Nullable(Type.Number()),
  gapToPath: Nullable(Type.Number()),
  gapToTarget: Nullable(Type.Number()),
  observedPace: Nullable(Type.Number()),
  requiredPace: Nullable(Type.Number()),
  paceNeeded: Nullable(Type.Number()),
  paceNeededUnits: Nullable(Type.Number()),
  sentence: Bilingual,
});

const Milestone = Shape({
  year: Nullable(Type.Integer()),
  value: Type.Number(),
  valueMax: Type.Optional(Type.Number()),
  wording: Type.Optional(Type.String()),
  yearInferred: Type.Optional(Type.Boolean()),
});

export const DepartmentRole = Shape({ name: Type.String(), role: OneOf(['lead', 'responsible'] as const) });

/** A target with its judgement: a row of every list. Values are in `judgedUnit`. */
export const TargetRow = Shape({
  id: Type.String(),
  document: Shape({ id: Type.String(), shortTitle: Type.String(), label: LabelWord }),
  region: Shape({ code: Type.String(), name: Type.String() }),
  indicator: Shape({
    id: Type.String(),
    name: Type.String(),
    nameEn: Nullable(Type.String()),
    unit: Type.String(),
    measure: OneOf(['stock', 'flow', 'share', 'rate', 'index'] as const),
    direction: OneOf(['more', 'less'] as const),
    naturalLimit: Nullable(Type.Number()),
  }),
  kind: OneOf(TARGET_KINDS),
  comparator: OneOf(COMPARATORS),
  qualifier: Nullable(Type.String()),
  judgedUnit: Type.String(),
  direction: OneOf(['more', 'less'] as const),
  milestones: Type.Array(Milestone),
  everyYear: Type.Boolean(),
  period: Shape({ from: Type.Integer(), to: Type.Integer() }),
  baseline: Nullable(Shape({ year: Type.Integer(), value: Nullable(Type.Number()) })),
  tolerance: Type.Number({ description: 'share of the target value, 0.02 = 2 %' }),
  method: Nullable(OneOf(METHODS)),
  pathShape: OneOf(PATH_SHAPES),
  scheduleCuts: Nullable(Shape({ yellow: Type.Number(), red: Type.Number() })),
  clause: Type.Array(Type.String()),
  quote: Type.String(),
  departments: Type.Array(DepartmentRole),
  restates: Nullable(Type.String()),
  assessment: Assessment,
  /** The judged value of the year before the latest one, for the second mark of a bullet chart. */
  previous: Nullable(YearValue),
  /** The path's value in the year of the latest figure. */
  pathNow: Nullable(Type.Number()),
  /** Verdicts year by year, for the heat strip. */
  history: Type.Array(Shape({ year: Type.Integer(), verdict: OneOf(VERDICTS) })),
});
export type TargetRow = Static<typeof TargetRow>;

/** Everything the target page shows. */
export const TargetDetail = Shape({
  row: TargetRow,
  notes: Nullable(Type.String()),
  definition: Nullable(Type.String()),
  points: Type.Array(JudgedPoint),
  path: Type.Array(YearValue),
  outlook: Outlook,
  forecast: Forecast,
  /** What the other methods say of the same figures. */
  otherVerdicts: Type.Array(
    Shape({
      method: OneOf(METHODS),
      verdict: OneOf(VERDICTS),
      reason: Nullable(OneOf(REASONS)),
      ratio: Nullable(Type.Number()),
      lead: Nullable(Type.Number()),
    }),
  ),
  /** All versions of all figures of the indicator in the region, newest version first within a year. */
  figures: Type.Array(FigureVersion),
  related: Type.Array(TargetRow),
  /** Years that may be asked for with ?year=. */
  years: Type.Array(Type.Integer()),
});
export type TargetDetail = Static<typeof TargetDetail>;

export const TargetsQuery = Shape({
  document: Type.Optional(Word),
  region: Type.Optional(RegionCode),
  department: Type.Optional(Word),
  indicator: Type.Optional(Word),
  verdict: Type.Optional(OneOf(VERDICTS)),
  ...AsOfQuery,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  ...PageQuery,
});
export const TargetsPage = Page(TargetRow);
export type TargetsPage = Static<typeof TargetsPage>;
