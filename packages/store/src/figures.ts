import { decimalText, readDecimal } from '@dabiao/domain/decimal';
import type { CaveatKind, Figure, FigureSource, FigureVersion } from '@dabiao/domain/figure';
import { type Label, type Level, labelAt } from '@dabiao/domain/label';
import type { Insertable, Selectable } from 'kysely';
import { breather } from './breathe.ts';
import { insertRows } from './bulk-insert.ts';
import { keysFor } from './key.ts';
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
  /** Only what readers of this clearance may see. */
  upTo?: Level;
}

/** A version with what became of the figure: one that was withdrawn no longer counts, and neither do those before it. */
export interface KeptVersion extends FigureVersion {
  withdrawn: boolean;
  /** Why this version was published; null where nobody had to say. */
  reason: string | null;
}

/** A stored version as the domain knows it. @throws where its value is no decimal */
export const toVersion = (row: Selectable<Tables['figure']> & { recorder: string | null }): KeptVersion => {
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
    label: labelAt(row.label),
    withdrawn: row.withdrawn === 1,
    reason: row.reason,
  };
};

/** The versions a filter asks for, in no order. */
export function versionQuery(db: Db, filter: FigureFilter) {
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
  if (filter.upTo !== undefined) query = query.where('figure.label', '<=', filter.upTo);
  return query;
}

/** Whether a filter names an empty list: nothing is asked for then. */
export const asksForNothing = ({ indicators, regions }: FigureFilter): boolean =>
  [indicators, regions].some((list) => list?.length === 0);

/** All versions, by indicator, region, year and version (newest version first). */
export async function findFigureVersions(db: Db, filter: FigureFilter = {}): Promise<KeptVersion[]> {
  if (asksForNothing(filter)) return [];
  const query = versionQuery(db, filter);
  const rows = await query.orderBy('indicator').orderBy('region').orderBy('year').orderBy('version', 'desc').execute();
  return rows.map(toVersion);
}

/** The version that counts of each (indicator, region, year): the latest; none where that one withdrew the figure. */
export async function findFigures(db: Db, filter: FigureFilter = {}): Promise<KeptVersion[]> {
  return counting(await findFigureVersions(db, filter));
}

/** Those versions of an ordered list that count: the newest of each figure, unless it withdrew the figure. */
export const counting = (versions: readonly KeptVersion[]): KeptVersion[] =>
  versions.filter(
    (figure, at) =>
      !figure.withdrawn && (at === 0 || figureKey(figure) !== figureKey(versions[at - 1] as FigureVersion)),
  );

/** What a figure is of; its versions share it. */
export const figureKey = (figure: Pick<Figure, 'indicator' | 'region' | 'year'>): string =>
  `${figure.indicator} ${figure.region} ${figure.year}`;

/** What is published of the indicators, to look one figure up; null where it is not published. */
export async function publishedFigures(
  db: Db,
  indicators: Iterable<string>,
  upTo: Level = 2,
): Promise<(indicator: string, region: string, year: number) => FigureVersion | null> {
  const breathe = breather();
  const found = new Map<string, FigureVersion>();
  for (const indicator of new Set(indicators)) {
    for (const figure of await findFigures(db, { indicator, upTo })) found.set(figureKey(figure), figure);
    await breathe();
  }
  return (indicator, region, year) => found.get(figureKey({ indicator, region, year })) ?? null;
}

/** The newest version of a published figure, as stored. */
export type LatestVersion = Pick<
  Selectable<Tables['figure']>,
  'indicator' | 'region' | 'year' | 'version' | 'value' | 'status' | 'caveats' | 'note' | 'withdrawn' | 'label'
>;

/** The highest label of the published figures of some series (indicator and region), as the reader of `db` sees them. */
export async function seriesLabel(db: Db, figures: Iterable<Pick<Figure, 'indicator' | 'region'>>): Promise<Label> {
  const labelled = await db
    .selectFrom('figure')
    .select(({ fn }) => ['indicator', 'region', fn.max('label').as('label')])
    .where('label', '>', 0)
    .groupBy(['indicator', 'region'])
    .execute();
  if (labelled.length === 0) return 'public';
  const levels = new Map(labelled.map(({ indicator, region, label }) => [`${indicator} ${region}`, Number(label)]));
  let highest = 0;
  for (const { indicator, region } of figures) highest = Math.max(highest, levels.get(`${indicator} ${region}`) ?? 0);
  return labelAt(highest);
}

/** More regions than this are not named in a query; all regions of the indicator are looked at then. */
const REGIONS = 200;

/** The newest version of every figure of some indicators and regions, by figureKey: a query for each indicator. */
export async function latestVersions(
  db: Db,
  indicators: Iterable<string>,
  regions: Iterable<string>,
): Promise<Map<string, LatestVersion>> {
  const within = [...new Set(regions)];
  const breathe = breather();
  const found = new Map<string, LatestVersion>();
  for (const indicator of new Set(indicators)) {
    let query = db
      .selectFrom('figure')
      .select(['indicator', 'region', 'year', 'version', 'value', 'status', 'caveats', 'note', 'withdrawn', 'label'])
      .where('indicator', '=', indicator)
      .orderBy('region')
      .orderBy('year')
      .orderBy('version');
    if (within.length <= REGIONS) query = query.where('region', 'in', within);
    for (const version of await query.execute()) found.set(figureKey(version), version);
    await breathe();
  }
  return found;
}

/** A version to be published, as stored; which number it gets and whether it is made up is the store's to say. */
export type NewVersion = Omit<Insertable<Tables['figure']>, 'id' | 'demo' | 'recorded_at'>;

/**
 * Stores versions whose numbers are known. They bear the store's own kind: in a demonstration workspace each one is
 * marked as made up.
 */
export async function insertVersions(
  trx: Trx,
  versions: readonly NewVersion[],
  recordedAt: string,
  onRows?: (done: number) => void,
): Promise<void> {
  const demo = (await findWorkspaceKind(trx)) === 'demo' ? 1 : 0;
  const nextKey = keysFor(versions.length);
  const toRow = (version: NewVersion) => ({ id: nextKey(), ...version, recorded_at: recordedAt, demo }) as const;
  await insertRows(trx, 'figure', versions, toRow, onRows);
}

export interface NewFigure extends Figure {
  source: FigureSource;
  quote?: string | null;
}

/**
 * Appends one version of each figure of the catalogue; nothing is overwritten.
 * @returns the versions' numbers, in the order given.
 */
export async function appendFigures(trx: Trx, figures: readonly NewFigure[], recordedAt: string): Promise<number[]> {
  const latest = await latestVersions(
    trx,
    figures.map(({ indicator }) => indicator),
    figures.map(({ region }) => region),
  );
  const counted = new Map([...latest].map(([key, { version }]) => [key, version]));
  const versions = figures.map((figure): NewVersion => {
    const version = (counted.get(figureKey(figure)) ?? 0) + 1;
    counted.set(figureKey(figure), version);
    return {
      indicator: figure.indicator,
      region: figure.region,
      year: figure.year,
      version,
      value: decimalText(figure.value, figure.decimals),
      status: figure.status,
      caveats: listText(figure.caveats),
      note: figure.note,
      source_title: figure.source.title,
      source_publisher: figure.source.publisher,
      source_date: figure.source.date,
      source_address: figure.source.address,
      quote: figure.quote ?? null,
      submission: null,
      recorded_by: null,
      withdrawn: 0,
      reason: null,
      label: latest.get(figureKey(figure))?.label ?? 0,
    };
  });
  await insertVersions(trx, versions, recordedAt);
  return versions.map(({ version }) => version);
}
