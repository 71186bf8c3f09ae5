import type { Catalogue, PublishedFigure } from '@dabiao/domain/catalogue';
import { decimalText } from '@dabiao/domain/decimal';
import type { PolicyDocument } from '@dabiao/domain/document';
import type { Indicator } from '@dabiao/domain/indicator';
import type { Region } from '@dabiao/domain/region';
import type { Target } from '@dabiao/domain/target';
import { appendFigures, figureKey, findFigureVersions } from './figures.ts';
import { newKey, now } from './key.ts';
import { listText } from './lists.ts';
import { insertMeasure } from './measures.ts';
import type { Trx } from './open.ts';

const value = (number: number): string => decimalText(number, 0);

/** Stores regions, parents before those below them. */
export async function putRegions(trx: Trx, regions: readonly Region[]): Promise<void> {
  const waiting = [...regions];
  const known = new Set<string>();
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ parent }) => parent === null || known.has(parent));
    const region = waiting.splice(Math.max(at, 0), 1)[0] as Region;
    const row = { name: region.name, parent: region.parent, aliases: listText(region.aliases) };
    await trx
      .insertInto('region')
      .values({ code: region.code, ...row })
      .onConflict((conflict) => conflict.column('code').doUpdateSet(row))
      .execute();
    known.add(region.code);
  }
}

/** Stores indicators; one that is there already takes what is given now. */
export async function putIndicators(trx: Trx, indicators: readonly Indicator[]): Promise<void> {
  for (const indicator of indicators) {
    const row = {
      name: indicator.name,
      name_en: indicator.nameEn,
      unit: indicator.unit,
      direction: indicator.direction,
      measure: indicator.measure,
      definition: indicator.definition,
      aliases: listText(indicator.aliases),
      natural_limit: indicator.naturalLimit === null ? null : value(indicator.naturalLimit),
    };
    await trx
      .insertInto('indicator')
      .values({ id: indicator.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
}

/** Stores a document without its clauses and targets: those of an earlier version go. */
export async function putDocument(trx: Trx, document: PolicyDocument, position: number): Promise<void> {
  const row = {
    title: document.title,
    short_title: document.shortTitle,
    number: document.number,
    issuer: document.issuer,
    region: document.region,
    issued_on: document.issuedOn,
    effective_from: document.effectiveFrom,
    valid_to: document.validTo,
    period_from: document.period.from,
    period_to: document.period.to,
    draft: document.draft ? (1 as const) : (0 as const),
    notes: document.notes,
    position,
    schedule_yellow: document.scheduleCuts ? value(document.scheduleCuts.yellow) : null,
    schedule_red: document.scheduleCuts ? value(document.scheduleCuts.red) : null,
  };
  await trx
    .insertInto('document')
    .values({ id: document.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await trx.deleteFrom('measure').where('document', '=', document.id).execute();
  await trx.deleteFrom('target').where('document', '=', document.id).execute();
  await trx.deleteFrom('clause').where('document', '=', document.id).execute();
}

const departmentId = (region: string, name: string): string => `${region} ${name}`;

/** Adds a target with its milestones and departments, under a clause that is there. */
export async function insertTarget(trx: Trx, target: Target, position: number, clause: string): Promise<void> {
  await trx
    .insertInto('target')
    .values({
      id: target.id,
      document: target.document,
      region: target.region,
      indicator: target.indicator,
      clause,
      position,
      kind: target.kind,
      comparator: target.comparator,
      qualifier: target.qualifier,
      every_year: target.everyYear ? 1 : 0,
      period_from: target.period.from,
      period_to: target.period.to,
      baseline_year: target.baseline?.year ?? null,
      baseline_value: target.baseline?.value == null ? null : value(target.baseline.value),
      quote: target.quote,
      notes: target.notes,
      restates: target.restates,
      method: target.method,
      tolerance: target.tolerance === null ? null : value(target.tolerance),
      path_shape: target.pathShape === 'straight' ? null : target.pathShape,
    })
    .execute();
  for (const [at, milestone] of target.milestones.entries()) {
    await trx
      .insertInto('milestone')
      .values({
        id: newKey(),
        target: target.id,
        position: at,
        year: milestone.year,
        value: value(milestone.value),
        value_max: milestone.valueMax === undefined ? null : value(milestone.valueMax),
        wording: milestone.wording ?? null,
        year_inferred: milestone.yearInferred ? 1 : 0,
      })
      .execute();
  }
  for (const [at, department] of target.departments.entries()) {
    const id = departmentId(target.region, department.name);
    await trx
      .insertInto('department')
      .values({ id, region: target.region, name: department.name })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    await trx
      .insertInto('target_department')
      .values({ target: target.id, department: id, role: department.role, position: at })
      .execute();
  }
}

/** Published figures not seen before become versions; a seeded one that the catalogue now gives anew, a new version. */
async function putFigures(trx: Trx, figures: readonly PublishedFigure[]): Promise<number> {
  const latest = new Map<string, { value: number; status: string; note: string | null; handedIn: boolean }>();
  for (const version of (await findFigureVersions(trx)).reverse()) {
    latest.set(figureKey(version), { ...version, handedIn: version.submission !== null });
  }
  const news = figures.filter((figure) => {
    const known = latest.get(figureKey(figure));
    if (!known) return true;
    if (known.handedIn) return false;
    return known.value !== figure.value || known.status !== figure.status || known.note !== figure.note;
  });
  await appendFigures(trx, news, now());
  return news.length;
}

/**
 * Loads or refreshes the catalogue; the same catalogue again changes nothing but the states to be judged anew.
 * Figures that were handed in are never touched.
 * @returns how many figure versions were appended.
 */
export async function putCatalogue(trx: Trx, catalogue: Catalogue): Promise<number> {
  await putRegions(trx, catalogue.regions);
  await putIndicators(trx, catalogue.indicators);
  for (const [position, document] of catalogue.documents.entries()) await putDocument(trx, document, position);
  const clauses = new Map<string, string>();
  const clauseOf = (item: { id: string; document: string; clause: readonly string[] }): string => {
    const clause = clauses.get(`${item.document} ${listText(item.clause)}`);
    if (clause === undefined) throw new Error(`${item.id}: clause not in the outline`);
    return clause;
  };
  for (const clause of catalogue.clauses) {
    const id = `${clause.document}#${clause.position}`;
    clauses.set(`${clause.document} ${listText(clause.path)}`, id);
    await trx
      .insertInto('clause')
      .values({ id, document: clause.document, position: clause.position, path: listText(clause.path) })
      .execute();
  }
  for (const [position, target] of catalogue.targets.entries()) {
    await insertTarget(trx, target, position, clauseOf(target));
  }
  for (const [position, measure] of catalogue.measures.entries()) {
    await insertMeasure(trx, measure, position, clauseOf(measure));
  }
  await trx
    .deleteFrom('department')
    .where('id', 'not in', (inner) => inner.selectFrom('target_department').select('department'))
    .execute();
  return putFigures(trx, catalogue.figures);
}
