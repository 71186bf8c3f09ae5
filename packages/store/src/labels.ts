import { type Label, labelAt, levelOf } from '@dabiao/domain/label';
import { reassess } from './assessments.ts';
import { inChunks } from './lists.ts';
import type { Db, Trx } from './open.ts';
import { markCatalogue, markReleased } from './settings.ts';

export const LABELLED_KINDS = ['document', 'figure', 'submission', 'reading', 'briefing'] as const;
export type LabelledKind = (typeof LABELLED_KINDS)[number];

/** Something that bears a label; the id of a figure is its indicator, region and year, with spaces between. */
export interface Labelled {
  kind: LabelledKind;
  id: string;
  /** Who handed it in; null for what the catalogue holds. */
  maker: string | null;
  /** Code of the region a document or figure is of; null for all else. */
  region: string | null;
  label: Label;
}

/** What a figure is of, from its id; null where the text is none. */
export function figureOf(id: string): { indicator: string; region: string; year: number } | null {
  const [, indicator, region, year] = /^(\S+) (\d{6}) (\d{4})$/.exec(id) ?? [];
  return indicator && region && year ? { indicator, region, year: Number(year) } : null;
}

async function findLabelledFigure(db: Db, id: string): Promise<Labelled | null> {
  const of = figureOf(id);
  if (!of) return null;
  const row = await db
    .selectFrom('figure')
    .select(['label', 'recorded_by'])
    .where('indicator', '=', of.indicator)
    .where('region', '=', of.region)
    .where('year', '=', of.year)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return row ? { kind: 'figure', id, maker: row.recorded_by, region: of.region, label: labelAt(row.label) } : null;
}

/** The label something bears; null where the reader of `db` sees no such thing. A figure's is its newest version's. */
export async function findLabel(db: Db, kind: LabelledKind, id: string): Promise<Labelled | null> {
  if (kind === 'figure') return findLabelledFigure(db, id);
  if (kind === 'document') {
    const row = await db.selectFrom('document').select(['label', 'region']).where('id', '=', id).executeTakeFirst();
    return row ? { kind, id, maker: null, region: row.region, label: labelAt(row.label) } : null;
  }
  const row = await db.selectFrom(kind).select(['label', 'created_by']).where('id', '=', id).executeTakeFirst();
  return row ? { kind, id, maker: row.created_by, region: null, label: labelAt(row.label) } : null;
}

/**
 * Kept briefings that hold something get its label where theirs is lower. One made before it was noted what a briefing
 * holds is taken to hold everything, but for what is of another document.
 */
async function raiseBriefings(trx: Trx, source: { kind: 'document' | 'series'; object: string }, label: Label) {
  const level = levelOf(label);
  await trx
    .updateTable('briefing')
    .set({ label: level })
    .where('label', '<', level)
    .where(({ or, and, eb, not, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('briefing_source')
            .select('briefing')
            .whereRef('briefing_source.briefing', '=', 'briefing.id')
            .where('kind', '=', source.kind)
            .where('object', '=', source.object),
        ),
        and([
          not(
            exists(
              selectFrom('briefing_source').select('briefing').whereRef('briefing_source.briefing', '=', 'briefing.id'),
            ),
          ),
          ...(source.kind === 'document' ? [or([eb('document', 'is', null), eb('document', '=', source.object)])] : []),
        ]),
      ]),
    )
    .execute();
}

async function labelFigures(trx: Trx, ids: readonly string[], label: Label, thisYear: number): Promise<void> {
  const level = levelOf(label);
  for (const chunk of inChunks(ids)) {
    const of = await trx
      .selectFrom('figure')
      .select(['indicator', 'region'])
      .distinct()
      .where('id', 'in', chunk)
      .execute();
    await trx.updateTable('figure').set({ label: level }).where('id', 'in', chunk).execute();
    for (const { indicator, region } of of) {
      if (level > 0) await raiseBriefings(trx, { kind: 'series', object: `${indicator} ${region}` }, label);
      await reassess(trx, { indicator, regions: [region] }, thisYear);
    }
  }
}

/** Every version of one figure, or the versions that a submission added. */
async function versionsOf(trx: Trx, { kind, id }: Pick<Labelled, 'kind' | 'id'>): Promise<string[]> {
  const of = kind === 'figure' ? figureOf(id) : null;
  let query = trx.selectFrom('figure').select('id').orderBy('id');
  if (of === null) query = query.where('submission', '=', id);
  else {
    query = query.where('indicator', '=', of.indicator).where('region', '=', of.region).where('year', '=', of.year);
  }
  return (await query.execute()).map((row) => row.id);
}

/**
 * Gives something a label, in the caller's transaction. A figure's goes to all its versions, a submission's to the
 * figures it published; what is judged by them is judged anew for every clearance, and kept briefings that hold what
 * is raised are raised.
 */
export async function putLabel(
  trx: Trx,
  { kind, id }: Pick<Labelled, 'kind' | 'id'>,
  label: Label,
  thisYear: number,
): Promise<void> {
  const level = levelOf(label);
  if (kind !== 'figure') await trx.updateTable(kind).set({ label: level }).where('id', '=', id).execute();
  if (kind === 'figure' || kind === 'submission') {
    await labelFigures(trx, await versionsOf(trx, { kind, id }), label, thisYear);
  }
  if (kind === 'document') {
    if (level > 0) await raiseBriefings(trx, { kind, object: id }, label);
    await markCatalogue(trx);
  }
  await markReleased(trx);
}

/** What bears a label above 公开, and every document, as the administrator of labels sees them: names, no values. */
export interface NamedLabel extends Omit<Labelled, 'maker' | 'region'> {
  name: string;
}

export async function findLabels(db: Db): Promise<NamedLabel[]> {
  const documents = await db
    .selectFrom('document')
    .select(['id', 'short_title', 'label'])
    .orderBy('position')
    .execute();
  const figures = await db
    .selectFrom('figure')
    .innerJoin('indicator', 'indicator.id', 'figure.indicator')
    .innerJoin('region', 'region.code', 'figure.region')
    .select(({ fn }) => ['figure.indicator', 'figure.region', 'figure.year', fn.max('figure.label').as('label')])
    .select(['indicator.name as indicatorName', 'region.name as regionName'])
    .where('figure.label', '>', 0)
    .groupBy(['figure.indicator', 'figure.region', 'figure.year', 'indicator.name', 'region.name'])
    .orderBy('figure.indicator')
    .orderBy('figure.region')
    .orderBy('figure.year')
    .execute();
  const named = (kind: 'submission' | 'reading' | 'briefing') =>
    db
      .selectFrom(kind)
      .select(['id', 'label'])
      .select(kind === 'briefing' ? 'title as name' : 'file_name as name')
      .where('label', '>', 0)
      .orderBy('id', 'desc')
      .execute();
  const others: NamedLabel[] = [];
  for (const kind of ['submission', 'reading', 'briefing'] as const) {
    for (const { id, label, name } of await named(kind)) others.push({ kind, id, name, label: labelAt(label) });
  }
  return [
    ...documents.map(({ id, short_title, label }) => ({
      ...{ kind: 'document' as const, id, name: short_title, label: labelAt(label) },
    })),
    ...figures.map((row) => ({
      kind: 'figure' as const,
      id: `${row.indicator} ${row.region} ${row.year}`,
      name: `${row.regionName} ${row.indicatorName} ${row.year}年`,
      label: labelAt(Number(row.label)),
    })),
    ...others,
  ];
}
