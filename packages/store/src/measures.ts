import { decimalText } from '@dabiao/domain/decimal';
import type { Measure } from '@dabiao/domain/measure';
import type { TargetDepartment } from '@dabiao/domain/target';
import type { Selectable } from 'kysely';
import { readList } from './lists.ts';
import type { Db, Trx } from './open.ts';
import type { Tables } from './tables.ts';

type MeasureRow = Selectable<Tables['measure']> & { path: string };

const money = (value: string | null, unit: string | null): Measure['amount'] =>
  value === null || unit === null ? null : { value: Number(value), unit };

function toMeasure(row: MeasureRow): Measure {
  const ceiling = money(row.ceiling, row.ceiling_unit);
  return {
    id: row.id,
    document: row.document,
    clause: readList(row.path),
    beneficiary: row.beneficiary,
    purpose: row.purpose,
    form: row.form,
    amount: money(row.amount, row.amount_unit),
    share:
      row.share === null ? null : { percent: Number(row.share), of: row.share_of, atMost: row.share_at_most === 1 },
    ceiling: ceiling && { ...ceiling, of: row.ceiling_of ?? '' },
    per: row.per,
    years:
      row.years_from === null || row.years_count === null ? null : { from: row.years_from, count: row.years_count },
    level: row.level,
    quote: row.quote,
    departments: JSON.parse(row.departments) as TargetDepartment[],
    notes: row.notes,
  };
}

/** Policy measures in the order of the catalogue (document, then place in the text); those of one document if asked. */
export async function findMeasures(db: Db, filter: { document?: string } = {}): Promise<Measure[]> {
  let query = db
    .selectFrom('measure')
    .innerJoin('clause', 'clause.id', 'measure.clause')
    .innerJoin('document', 'document.id', 'measure.document')
    .selectAll('measure')
    .select('clause.path')
    .orderBy('document.position')
    .orderBy('measure.position');
  if (filter.document !== undefined) query = query.where('measure.document', '=', filter.document);
  return (await query.execute()).map(toMeasure);
}

/** Stores one measure under the key of its clause. */
export async function insertMeasure(trx: Trx, measure: Measure, position: number, clause: string): Promise<void> {
  const { amount, share, ceiling, years } = measure;
  await trx
    .insertInto('measure')
    .values({
      id: measure.id,
      document: measure.document,
      clause,
      position,
      beneficiary: measure.beneficiary,
      purpose: measure.purpose,
      form: measure.form,
      amount: amount && decimalText(amount.value, 0),
      amount_unit: amount?.unit ?? null,
      share: share && decimalText(share.percent, 0),
      share_of: share?.of ?? null,
      share_at_most: share?.atMost ? 1 : 0,
      ceiling: ceiling && decimalText(ceiling.value, 0),
      ceiling_unit: ceiling?.unit ?? null,
      ceiling_of: ceiling?.of ?? null,
      per: measure.per,
      years_from: years?.from ?? null,
      years_count: years?.count ?? null,
      level: measure.level,
      quote: measure.quote,
      departments: JSON.stringify(measure.departments),
      notes: measure.notes,
    })
    .execute();
}
