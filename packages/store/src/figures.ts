import { decimalText, readDecimal } from '@dabiao/domain/decimal';
import type { CaveatKind, Figure, FigureSource, FigureVersion } from '@dabiao/domain/figure';
import type { Selectable } from 'kysely';
import { newKey } from './key.ts';
import { listText, readList } from './lists.ts';
import type { Db, Trx } from './open.ts';
import { findWorkspaceKind } from './settings.ts';
import type { Tables } from './tables.ts';

/** Which figures are asked for; an absent field asks for all. */
export interface FigureFilter {
  indicator?: string;
  indicators?: readonly string[];
  region?: string;
  regions?: readonly string[];
  from?: number;
  to?: number;
  submission?: string;
  /** ISO 8601: only what was recorded until then. */
  knownAt?: string;
}

const toVersion = (row: Selectable<Tables['figure']> & { recorder: string | null }): FigureVersion => {
  const read = readDecimal(row.value);
  if (typeof read === 'string') throw new Error(`figure ${row.id} holds no decimal`);
  return {
    id: row.id,
    indicator: row.indicator,
    region: row.region,
    year: row.year,
    value: read.value,
    decimals: read.decimals,
    status: row.status,
    caveats: readList<CaveatKind>(row.caveats),
    note: row.note,
    version: row.version,
    source: {
      title: row.source_title,
      publisher: row.source_publisher,
      date: row.source_date,
      address: row.source_address,
    },
    quote: row.quote,
    submission: row.submission,
    recordedAt: row.recorded_at,
    recordedBy: row.recorder,
    demo: row.demo === 1,
  };
};

/** All versions, by indicator, region, year and version (newest version first). */
export async function findFigureVersions(db: Db, filter: FigureFilter = {}): Promise<FigureVersion[]> {
  if ([filter.indicators, filter.regions].some((list) => list?.length === 0)) return [];
  let query = db
    .selectFrom('figure')
    .leftJoin('user', 'user.id', 'figure.recorded_by')
    .selectAll('figure')
    .select('user.display_name as recorder');
  if (filter.indicator !== undefined) query = query.where('figure.indicator', '=', filter.indicator);
  if (filter.indicators) query = query.where('figure.indicator', 'in', filter.indicators);
  if (filter.region !== undefined) query = query.where('figure.region', '=', filter.region);
  if (filter.regions) query = query.where('figure.region', 'in', filter.regions);
  if (filter.from !== undefined) query = query.where('figure.year', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('figure.year', '<=', filter.to);
  if (filter.submission !== undefined) query = query.where('figure.submission', '=', filter.submission);
  if (filter.knownAt !== undefined) query = query.where('figure.recorded_at', '<=', filter.knownAt);
  const rows = await query.orderBy('indicator').orderBy('region').orderBy('year').orderBy('version', 'desc').execute();
  return rows.map(toVersion);
}

/** The version that counts of each (indicator, region, year): the latest. */
export async function findFigures(db: Db, filter: FigureFilter = {}): Promise<FigureVersion[]> {
  const versions = await findFigureVersions(db, filter);
  return versions.filter(
    (figure, at) => at === 0 || figureKey(figure) !== figureKey(versions[at - 1] as FigureVersion),
  );
}

/** What a figure is of; its versions share it. */
export const figureKey = (figure: Pick<Figure, 'indicator' | 'region' | 'year'>): string =>
  `${figure.indicator} ${figure.region} ${figure.year}`;

/** What is published of the indicators, to look one figure up; null where it is not published. */
export async function publishedFigures(
  db: Db,
  indicators: Iterable<string>,
): Promise<(indicator: string, region: string, year: number) => FigureVersion | null> {
  const figures = await findFigures(db, { indicators: [...new Set(indicators)] });
  const found = new Map(figures.map((figure) => [figureKey(figure), figure]));
  return (indicator, region, year) => found.get(figureKey({ indicator, region, year })) ?? null;
}

export interface NewFigure extends Figure {
  source: FigureSource;
  quote?: string | null;
  submission?: string | null;
  recordedBy?: string | null;
}

/**
 * Appends one version of each figure; nothing is overwritten. The figures bear the store's own kind: in a
 * demonstration workspace each one is marked as made up.
 * @returns the versions' numbers, in the order given.
 */
export async function appendFigures(trx: Trx, figures: readonly NewFigure[], recordedAt: string): Promise<number[]> {
  const demo = (await findWorkspaceKind(trx)) === 'demo' ? 1 : 0;
  const numbers: number[] = [];
  for (const figure of figures) {
    const { version } = await trx
      .selectFrom('figure')
      .select(({ fn }) => fn.max('version').as('version'))
      .where('indicator', '=', figure.indicator)
      .where('region', '=', figure.region)
      .where('year', '=', figure.year)
      .executeTakeFirstOrThrow();
    const next = Number(version ?? 0) + 1;
    await trx
      .insertInto('figure')
      .values({
        id: newKey(),
        indicator: figure.indicator,
        region: figure.region,
        year: figure.year,
        version: next,
        value: decimalText(figure.value, figure.decimals),
        status: figure.status,
        caveats: listText(figure.caveats),
        note: figure.note,
        source_title: figure.source.title,
        source_publisher: figure.source.publisher,
        source_date: figure.source.date,
        source_address: figure.source.address,
        quote: figure.quote ?? null,
        submission: figure.submission ?? null,
        recorded_at: recordedAt,
        recorded_by: figure.recordedBy ?? null,
        demo,
      })
      .execute();
    numbers.push(next);
  }
  return numbers;
}
