import type { Milestone, Target, TargetDepartment } from '@dabiao/domain/target';
import type { Selectable } from 'kysely';
import { readScheduleCuts } from './documents.ts';
import { inChunks, readList } from './lists.ts';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

/** Which targets are asked for; an absent field asks for all. */
export interface TargetFilter {
  ids?: readonly string[];
  documents?: readonly string[];
  regions?: readonly string[];
  indicator?: string;
  /** Name of a department, as the document writes it. */
  department?: string;
  /** Other targets on this one's indicator, and those that say it again or that it says again. */
  relatedTo?: Pick<Target, 'id' | 'indicator' | 'restates'>;
}

type TargetRow = Selectable<Tables['target']> &
  Pick<Selectable<Tables['document']>, 'schedule_yellow' | 'schedule_red'> & { path: string };

const toMilestone = (row: Selectable<Tables['milestone']>): Milestone => ({
  year: row.year,
  value: Number(row.value),
  ...(row.value_max === null ? {} : { valueMax: Number(row.value_max) }),
  ...(row.wording === null ? {} : { wording: row.wording }),
  ...(row.year_inferred === 1 ? { yearInferred: true } : {}),
});

function toTarget(row: TargetRow, milestones: Milestone[], departments: TargetDepartment[]): Target {
  return {
    id: row.id,
    document: row.document,
    region: row.region,
    indicator: row.indicator,
    kind: row.kind,
    comparator: row.comparator,
    qualifier: row.qualifier,
    milestones,
    everyYear: row.every_year === 1,
    period: { from: row.period_from, to: row.period_to },
    baseline:
      row.baseline_year === null
        ? null
        : { year: row.baseline_year, value: row.baseline_value === null ? null : Number(row.baseline_value) },
    clause: readList(row.path),
    quote: row.quote,
    departments,
    notes: row.notes,
    restates: row.restates,
    method: row.method,
    tolerance: row.tolerance === null ? null : Number(row.tolerance),
    pathShape: row.path_shape ?? 'straight',
    scheduleCuts: readScheduleCuts(row),
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

async function findMilestones(db: Db, ids: readonly string[]): Promise<Map<string, Milestone[]>> {
  const found = new Map<string, Milestone[]>();
  for (const chunk of inChunks(ids)) {
    const rows = await db
      .selectFrom('milestone')
      .selectAll()
      .where('target', 'in', chunk)
      .orderBy('position')
      .execute();
    for (const row of rows) push(found, row.target, toMilestone(row));
  }
  return found;
}

async function findTargetDepartments(db: Db, ids: readonly string[]): Promise<Map<string, TargetDepartment[]>> {
  const found = new Map<string, TargetDepartment[]>();
  for (const chunk of inChunks(ids)) {
    const rows = await db
      .selectFrom('target_department')
      .innerJoin('department', 'department.id', 'target_department.department')
      .select(['target_department.target', 'target_department.role', 'department.name'])
      .where('target_department.target', 'in', chunk)
      .orderBy('target_department.position')
      .execute();
    for (const row of rows) push(found, row.target, { name: row.name, role: row.role });
  }
  return found;
}

/** Targets in the order of the catalogue (document, then place in the text), whole. */
export async function findTargets(db: Db, filter: TargetFilter = {}): Promise<Target[]> {
  if ([filter.ids, filter.documents, filter.regions].some((list) => list?.length === 0)) return [];
  let query = db
    .selectFrom('target')
    .innerJoin('clause', 'clause.id', 'target.clause')
    .innerJoin('document', 'document.id', 'target.document')
    .selectAll('target')
    .select(['clause.path', 'document.schedule_yellow', 'document.schedule_red'])
    .orderBy('document.position')
    .orderBy('target.position');
  if (filter.ids) query = query.where('target.id', 'in', filter.ids);
  if (filter.documents) query = query.where('target.document', 'in', filter.documents);
  if (filter.regions) query = query.where('target.region', 'in', filter.regions);
  if (filter.indicator !== undefined) query = query.where('target.indicator', '=', filter.indicator);
  const { department, relatedTo } = filter;
  if (relatedTo) {
    query = query
      .where('target.id', '!=', relatedTo.id)
      .where((is) =>
        is.or([
          is('target.indicator', '=', relatedTo.indicator),
          is('target.restates', '=', relatedTo.id),
          is('target.id', '=', relatedTo.restates),
        ]),
      );
  }
  if (department !== undefined) {
    query = query.where('target.id', 'in', (inner) =>
      inner
        .selectFrom('target_department')
        .innerJoin('department', 'department.id', 'target_department.department')
        .select('target_department.target')
        .where('department.name', '=', department),
    );
  }
  const rows = await query.execute();
  const ids = rows.map(({ id }) => id);
  const [milestones, departments] = [await findMilestones(db, ids), await findTargetDepartments(db, ids)];
  return rows.map((row) => toTarget(row, milestones.get(row.id) ?? [], departments.get(row.id) ?? []));
}

export async function findTarget(db: Db, id: string): Promise<Target | null> {
  return (await findTargets(db, { ids: [id] }))[0] ?? null;
}

export async function countTargets(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('target')
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}
