import type { Assessment } from '@dabiao/domain/assessment';
import type { FigureVersion } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import { highestLabel, type Label } from '@dabiao/domain/label';
import { regionAndBelow } from '@dabiao/domain/region';
import { isCounted, type Target } from '@dabiao/domain/target';
import type { Verdict } from '@dabiao/domain/verdict';
import { judge, verdictsByYear } from './assessments.ts';
import type { BriefingScope } from './briefings.ts';
import { findDocuments } from './documents.ts';
import { findJudgedTargets } from './dossier.ts';
import { figureKey, findFigures } from './figures.ts';
import { findIndicators } from './indicators.ts';
import type { Db } from './open.ts';
import { findRegions } from './regions.ts';
import type { StoredSubmission } from './submissions.ts';
import { findTargets, type TargetFilter } from './targets.ts';
import { unreleasedFigures } from './unreleased-figures.ts';

/** What a briefing is asked for: everything, a list of targets, or all targets of one thing. */
export type BriefingSubjectQuery =
  | { scope: 'whole' }
  | { scope: 'targets'; ids: readonly string[] }
  | { scope: Exclude<BriefingScope, 'whole' | 'targets'>; value: string };

/** What the briefing is of, by its names. */
export interface BriefingSubject {
  scope: BriefingScope;
  /** Short name, code or name; null for a list and for the whole. */
  value: string | null;
  /** Short and full name, in Chinese; null for a list and for the whole. */
  name: string | null;
  title: string | null;
  /** 文号 of a document. */
  number: string | null;
}

/** A judged target with its names and figures. */
export interface BriefingDataTarget {
  target: Target;
  indicator: Indicator;
  assessment: Assessment;
  history: { year: number; verdict: Verdict }[];
  /** Latest versions, by year. */
  figures: FigureVersion[];
  documentTitle: string;
  regionName: string;
  /** The highest label of its document and figures. */
  label: Label;
}

/** What a briefing is made from. */
export interface BriefingData {
  subject: BriefingSubject;
  year: number;
  targets: BriefingDataTarget[];
  /** The highest label of what is in it. */
  label: Label;
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

/** Which targets are asked for; a region's are those of the regions below it as well, as everywhere. */
async function filterOf(db: Db, query: BriefingSubjectQuery): Promise<TargetFilter> {
  if (query.scope === 'whole') return {};
  if (query.scope === 'targets') return { ids: query.ids };
  const { scope, value } = query;
  if (scope === 'document') return { documents: [value] };
  if (scope === 'region') return { regions: [...regionAndBelow(value, await findRegions(db))] };
  return { [scope]: value };
}

/** The names of what is asked for; null where there is no such thing. */
async function findSubject(db: Db, query: BriefingSubjectQuery): Promise<BriefingSubject | null> {
  const none = { value: null, name: null, title: null, number: null };
  if (query.scope === 'whole' || query.scope === 'targets') return { scope: query.scope, ...none };
  const { scope, value } = query;
  if (scope === 'document') {
    const found = (await findDocuments(db)).find(({ id }) => id === value);
    return found ? { scope, value, name: found.shortTitle, title: found.title, number: found.number } : null;
  }
  if (scope === 'region') {
    const found = (await findRegions(db)).find(({ code }) => code === value);
    return found ? { scope, value, name: found.name, title: found.name, number: null } : null;
  }
  if (scope === 'indicator') {
    const found = (await findIndicators(db)).find(({ id }) => id === value);
    return found ? { scope, value, name: found.name, title: found.name, number: null } : null;
  }
  return { scope, value, name: value, title: value, number: null };
}

/** In the order asked for, where one was asked for. */
function inOrder(targets: readonly Target[], query: BriefingSubjectQuery): Target[] {
  if (query.scope !== 'targets') return [...targets];
  const place = new Map(query.ids.map((id, index) => [id, index]));
  return targets.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/**
 * Everything known of the targets asked for as of `year`; null where there is nothing of that name.
 * @param unreleased a submission whose figures count as if they were published
 */
export async function findBriefingData(
  db: Db,
  query: BriefingSubjectQuery,
  year: number,
  unreleased: StoredSubmission | null = null,
): Promise<BriefingData | null> {
  const subject = await findSubject(db, query);
  if (!subject) return null;
  const targets = inOrder(standingAlone(await findTargets(db, await filterOf(db, query))), query);
  const judged = await findJudgedTargets(db, targets, year);
  const documents = new Map((await findDocuments(db)).map((one) => [one.id, one]));
  const regions = new Map((await findRegions(db)).map(({ code, name }) => [code, name]));
  const byPlace = new Map<string, FigureVersion[]>();
  const indicators = [...new Set(judged.map(({ indicator }) => indicator.id))];
  for (const figure of await findFigures(db, { indicators, to: year })) {
    const place = `${figure.indicator} ${figure.region}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), figure]);
  }
  const drafts = unreleased ? await unreleasedFigures(db, unreleased) : null;
  const known = judged.map(({ target, indicator, state, history }): BriefingDataTarget => {
    const place = `${target.indicator} ${target.region}`;
    const published = byPlace.get(place) ?? [];
    const names = {
      documentTitle: documents.get(target.document)?.shortTitle ?? target.document,
      regionName: regions.get(target.region) ?? target.region,
    };
    const labelWith = (figures: readonly FigureVersion[]) =>
      highestLabel([documents.get(target.document)?.label ?? 'public', ...figures.map(({ label }) => label)]);
    const draft = drafts?.(published, place) ?? null;
    if (draft === null)
      return {
        ...{ target, indicator, assessment: state.assessment, history, figures: published },
        ...names,
        label: labelWith(published),
      };
    const figures = draft.filter((figure) => figure.year <= year);
    return {
      target,
      indicator,
      assessment: judge(target, indicator, figures, year).assessment,
      history: verdictsByYear(target, indicator, figures, year),
      figures,
      ...names,
      label: labelWith(figures),
    };
  });
  const label = highestLabel([...known.map((one) => one.label), unreleased?.label ?? 'public']);
  return { subject, year, targets: known, label };
}

/** The documents and series that a briefing speaks of; a label one of them gets is the briefing's as well. */
export const sourcesOf = ({ targets }: BriefingData): { documents: string[]; series: string[] } => ({
  documents: targets.map(({ target }) => target.document),
  series: targets.map(({ target }) => `${target.indicator} ${target.region}`),
});

/** How many different figures a briefing is made from, and when the newest of them was recorded. */
export function figuresUsed({ targets }: BriefingData): { count: number; newest: string | null } {
  const used = new Map<string, string>();
  for (const { figures } of targets) for (const figure of figures) used.set(figureKey(figure), figure.recordedAt);
  return { count: used.size, newest: [...used.values()].toSorted().at(-1) ?? null };
}

/** What briefings can be asked for: everything that has a target of its own. */
export async function findBriefingSubjects(
  db: Db,
): Promise<Record<'documents' | 'regions' | 'departments' | 'indicators', { value: string; label: string }[]>> {
  const targets = standingAlone(await findTargets(db));
  const used = (key: 'document' | 'region' | 'indicator') => new Set(targets.map((target) => target[key]));
  const [documents, regions, indicators] = [used('document'), used('region'), used('indicator')];
  const departments = new Set(targets.flatMap((target) => target.departments.map(({ name }) => name)));
  return {
    documents: (await findDocuments(db))
      .filter(({ id }) => documents.has(id))
      .map(({ id, shortTitle }) => ({ value: id, label: shortTitle })),
    regions: (await findRegions(db))
      .filter(({ code }) => regions.has(code))
      .map(({ code, name }) => ({ value: code, label: name })),
    departments: [...departments].map((name) => ({ value: name, label: name })),
    indicators: (await findIndicators(db))
      .filter(({ id }) => indicators.has(id))
      .map(({ id, name }) => ({ value: id, label: name })),
  };
}
