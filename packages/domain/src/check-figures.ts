import {
  type Check,
  type CheckContext,
  type Checked,
  type Finding,
  figurePlace,
  type KnownValue,
  placed,
  placeText,
  shown,
} from './check-finding.ts';
import { checkJump } from './check-jump.ts';
import { checkRegionTotals } from './check-region-totals.ts';
import { SINGLE_CHECKS } from './check-single.ts';
import { PROBLEMS_LISTED, type ReadFigure, type UploadProblem, unlistedProblems, uploadProblem } from './problem.ts';

export type { CheckContext } from './check-finding.ts';

/** Years before a figure's own that are looked at. */
const YEARS_BACK = 10;

const CHECKS: readonly Check[] = [...SINGLE_CHECKS, checkJump];

/** Figures of one indicator, region and year: the first of them, and the first with another value than that one. */
interface SamePlace {
  first: ReadFigure;
  rival: ReadFigure | null;
}

function bySamePlace(figures: readonly ReadFigure[]): Map<string, SamePlace> {
  const places = new Map<string, SamePlace>();
  for (const figure of figures) {
    const id = figurePlace(figure.indicator, figure.region, figure.year);
    const same = places.get(id);
    if (!same) places.set(id, { first: figure, rival: null });
    else if (figure.value !== same.first.value) same.rival ??= figure;
  }
  return places;
}

/** Of equal values the first stands; of different ones none, as nothing says which is right. */
function checkDuplicate(figure: ReadFigure, { first, rival }: SamePlace): Finding | null {
  if (rival) {
    const other = figure.value === first.value ? rival : first;
    const text = () => {
      const [place, own, its] = [placeText(other), shown(figure, figure.unit), shown(other, other.unit)];
      return {
        zh: `与${place.zh}是同一指标、同一地区、同一年份，数值却不同（${own.zh}与${its.zh}），请核对并只保留一行。`,
        en: `Same indicator, region and year as ${place.en}, but another value (${own.en} here, ${its.en} there); check them and keep only one row.`,
      };
    };
    return { severity: 'error', code: 'duplicate_row', text };
  }
  if (first === figure) return null;
  const text = () => {
    const place = placeText(first);
    return {
      zh: `与${place.zh}是同一指标、同一地区、同一年份，请只保留一行。`,
      en: `Same indicator, region and year as ${place.en}; keep only one row.`,
    };
  };
  return { severity: 'error', code: 'duplicate_row', text };
}

/** The value known of one year: that of the file, else the published one. */
function knownValue(
  { indicator, region }: ReadFigure,
  year: number,
  same: ReadonlyMap<string, SamePlace>,
  context: CheckContext,
): KnownValue | null {
  const known = same.get(figurePlace(indicator, region, year))?.first ?? context.earlier(indicator, region, year);
  return known && { year, value: known.value, decimals: known.decimals };
}

function historyOf(figure: ReadFigure, look: (year: number) => KnownValue | null): KnownValue[] {
  const years = Array.from({ length: YEARS_BACK }, (_, index) => figure.year - YEARS_BACK + index);
  return years.flatMap((year) => look(year) ?? []);
}

function latestBefore(figure: ReadFigure, look: (year: number) => KnownValue | null): KnownValue | null {
  for (let back = 1; back <= YEARS_BACK; back += 1) {
    const known = look(figure.year - back);
    if (known) return known;
  }
  return null;
}

/** Figures that are examined before the caller may do something else. */
const SLICE = 500;

/** Calls `report` with everything the checks find, in the order of the figures; yields how many were examined. */
function* examine(
  figures: readonly ReadFigure[],
  context: CheckContext,
  today: number,
  report: (figure: ReadFigure, finding: Finding) => void,
): Generator<number, void> {
  const same = bySamePlace(figures);
  yield 0;
  const indicators = new Map(context.indicators.map((indicator) => [indicator.id, indicator]));
  const first = new Map([...same].map(([place, own]) => [place, own.first]));
  const totals = checkRegionTotals(figures, context, indicators, first);
  for (const [at, figure] of figures.entries()) {
    if (at % SLICE === 0) yield at;
    const look = (year: number) => knownValue(figure, year, same, context);
    const checked: Checked = {
      figure,
      indicator: indicators.get(figure.indicator),
      context,
      today,
      before: latestBefore(figure, look),
      history: () => historyOf(figure, look),
    };
    const own = same.get(figurePlace(figure.indicator, figure.region, figure.year));
    const duplicate = own ? checkDuplicate(figure, own) : null;
    if (duplicate) report(figure, duplicate);
    for (const check of CHECKS) {
      const found = check(checked);
      if (found) report(figure, found);
    }
    const total = totals.get(figure);
    if (total) report(figure, total);
  }
}

/** Runs steps to their end. */
function finish<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function toProblem(figure: ReadFigure, { severity, code, text }: Finding): UploadProblem {
  return uploadProblem({ severity, code }, placed(figure, text()), figure);
}

/**
 * Checks figures read from a file, before anything is stored: years, rights, repeated rows, limits, signs, counts,
 * totals of regions, the series before, and what is already published. Errors keep a row out, warnings let it in after
 * a look; each names sheet and cell and says what to do. In the order of the figures.
 * @param today the current year
 */
export function checkFigures(figures: readonly ReadFigure[], context: CheckContext, today: number): UploadProblem[] {
  const problems: UploadProblem[] = [];
  finish(examine(figures, context, today, (figure, finding) => problems.push(toProblem(figure, finding))));
  return problems;
}

function cellOf({ sheet, cell }: { sheet: string | null; cell: string | null }): string {
  return `${sheet}\n${cell}`;
}

/** Gathers findings: the first of each kind in words, the rest counted, and the cells that an error keeps out. */
class Findings {
  readonly refused = new Set<string>();
  readonly #problems: UploadProblem[] = [];
  readonly #kinds = new Map<string, { example: UploadProblem; count: number }>();
  readonly #totals: ReadonlySet<string>;

  /** @param read problems of the reading, which come first */
  constructor(read: readonly UploadProblem[]) {
    const totals = read.filter(({ code }) => code === 'total_mismatch');
    this.#totals = new Set(totals.map(cellOf));
    for (const problem of read) {
      if (problem.severity === 'error') this.refused.add(cellOf(problem));
      this.#add(`${problem.severity} ${problem.code}`, problem.sheet === null && problem.cell === null, () => problem);
    }
  }

  /** A total that the sheet itself does not bear out is not said twice. */
  add(figure: ReadFigure, finding: Finding): void {
    if (finding.code === 'total_mismatch' && this.#totals.has(cellOf(figure))) return;
    if (finding.severity === 'error') this.refused.add(cellOf(figure));
    this.#add(`${finding.severity} ${finding.code}`, false, () => toProblem(figure, finding));
  }

  #add(kind: string, ofWholeFile: boolean, make: () => UploadProblem): void {
    const known = this.#kinds.get(kind);
    if (ofWholeFile || !known || known.count < PROBLEMS_LISTED) {
      const problem = make();
      this.#problems.push(problem);
      if (!known && !ofWholeFile) this.#kinds.set(kind, { example: problem, count: 0 });
    }
    const own = this.#kinds.get(kind);
    if (own && !ofWholeFile) own.count += 1;
  }

  listed(): UploadProblem[] {
    const cut = [...this.#kinds.values()].filter(({ count }) => count > PROBLEMS_LISTED);
    return [...this.#problems, ...cut.map(({ example, count }) => unlistedProblems(example, count - PROBLEMS_LISTED))];
  }
}

/** Figures that may be published, and every problem of the reading and of the checks. */
export interface SiftedFigures {
  figures: ReadFigure[];
  problems: UploadProblem[];
}

/**
 * `siftFigures` in steps, for a hundred thousand figures beside other work: yields how many are examined, returns what
 * siftFigures does.
 * @param today the current year
 */
export function* siftSteps(
  read: { figures: readonly ReadFigure[]; problems: readonly UploadProblem[] },
  context: CheckContext,
  today: number,
): Generator<number, SiftedFigures> {
  const findings = new Findings(read.problems);
  yield* examine(read.figures, context, today, (figure, finding) => findings.add(figure, finding));
  const figures = read.figures.filter((figure) => !findings.refused.has(cellOf(figure)));
  return { figures, problems: findings.listed() };
}

/**
 * What a file gives in the end: the figures that may be published, and every problem of the reading and of the checks,
 * long lists of one kind cut after the figures are sifted by all of them.
 * @param today the current year
 */
export function siftFigures(
  read: { figures: readonly ReadFigure[]; problems: readonly UploadProblem[] },
  context: CheckContext,
  today: number,
): SiftedFigures {
  return finish(siftSteps(read, context, today));
}
