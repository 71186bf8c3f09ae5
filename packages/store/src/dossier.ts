import type { Assessment } from '@dabiao/domain/assessment';
import type { PolicyDocument } from '@dabiao/domain/document';
import type { FigureVersion } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import { isCounted, type Target } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';
import { findHistories, findStates, type JudgedState, judge, verdictsByYear } from './assessments.ts';
import { findDocument } from './documents.ts';
import { findFigures } from './figures.ts';
import { findTargetIndicators } from './indicators.ts';
import type { Db } from './open.ts';
import { findRegions } from './regions.ts';
import { findTargets } from './targets.ts';

/** A target with all that is known of it as of a year. */
export interface JudgedTarget {
  target: Target;
  indicator: Indicator;
  state: JudgedState;
  history: { year: number; verdict: Verdict }[];
}

/** Judged anew with the figures known at a time, instead of from the stored states. */
async function judgeAsKnown(
  db: Db,
  targets: readonly Target[],
  year: number,
  knownAt: string,
): Promise<JudgedTarget[]> {
  const indicators = await findTargetIndicators(db);
  const figures = new Map<string, FigureVersion[]>();
  for (const figure of await findFigures(db, { indicators: [...indicators.keys()], knownAt })) {
    const key = `${figure.indicator} ${figure.region}`;
    const list = figures.get(key);
    if (list) list.push(figure);
    else figures.set(key, [figure]);
  }
  return targets.flatMap((target) => {
    const indicator = indicators.get(target.indicator);
    if (!indicator) return [];
    const own = figures.get(`${target.indicator} ${target.region}`) ?? [];
    const history = verdictsByYear(target, indicator, own, year);
    return [{ target, indicator, state: judge(target, indicator, own, year), history }];
  });
}

/**
 * The judged states of targets as of `year`, from the store; a year that is not stored is judged on the spot.
 * Targets keep their order; one whose indicator is gone is left out.
 * @param knownAt ISO 8601 UTC: judged with the figures recorded until then; absent: with those that count now
 */
export async function findJudgedTargets(
  db: Db,
  targets: readonly Target[],
  year: number,
  knownAt?: string,
): Promise<JudgedTarget[]> {
  if (knownAt !== undefined) return judgeAsKnown(db, targets, year, knownAt);
  const indicators = await findTargetIndicators(db);
  const ids = targets.map(({ id }) => id);
  const states = await findStates(db, ids, year);
  const histories = await findHistories(db, ids, year);
  const judged: JudgedTarget[] = [];
  for (const target of targets) {
    const indicator = indicators.get(target.indicator);
    if (!indicator) continue;
    const state =
      states.get(target.id) ??
      judge(target, indicator, await findFigures(db, { indicator: target.indicator, region: target.region }), year);
    const history = (histories.get(target.id) ?? []).filter(
      (cell) => cell.year >= target.period.from && cell.year <= target.period.to,
    );
    judged.push({ target, indicator, state, history });
  }
  return judged;
}

/** What a briefing on one document is made from. */
export interface Dossier {
  document: PolicyDocument;
  /** Name of the document's region. */
  region: string;
  /** Judged as of the end of this year. */
  year: number;
  targets: {
    target: Target;
    indicator: Indicator;
    assessment: Assessment;
    history: { year: number; verdict: Verdict }[];
    /** Latest versions, by year. */
    figures: FigureVersion[];
  }[];
}

/**
 * The targets that count: a narrative one does not, nor one that says another again, but that lends the other its
 * departments where it has none.
 */
function standingAlone(targets: readonly Target[]): Target[] {
  const said = new Map(
    targets.flatMap((target) => (target.restates === null ? [] : [[target.restates, target] as const])),
  );
  return targets
    .filter(isCounted)
    .map((target) =>
      target.departments.length > 0 ? target : { ...target, departments: said.get(target.id)?.departments ?? [] },
    );
}

/** Everything known of a document's targets as of `year`; null where there is no such document. */
export async function findDossier(db: Db, documentId: string, year: number): Promise<Dossier | null> {
  const document = await findDocument(db, documentId);
  if (!document) return null;
  const regions = await findRegions(db);
  const targets = await findTargets(db, { documents: [documentId] });
  const judged = await findJudgedTargets(db, standingAlone(targets), year);
  const figures = await findFigures(db, {
    indicators: [...new Set(judged.map(({ indicator }) => indicator.id))],
    to: year,
  });
  return {
    document,
    region: regions.find(({ code }) => code === document.region)?.name ?? document.region,
    year,
    targets: judged.map(({ target, indicator, state, history }) => ({
      target,
      indicator,
      assessment: state.assessment,
      history,
      figures: figures.filter((figure) => figure.indicator === indicator.id && figure.region === target.region),
    })),
  };
}
