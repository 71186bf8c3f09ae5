import { clauseLine } from '@dabiao/domain/document';
import type { Measure, Money } from '@dabiao/domain/measure';
import { findMeasures } from '@dabiao/store/measures';
import type { Db } from '@dabiao/store/open';
import type { Table } from '@dabiao/workbook/table';

/** The policy measures as `export measures --format json` gives them. */
export async function measureObjects(db: Db) {
  return (await findMeasures(db)).map(({ share, clause, ...measure }) => ({
    ...measure,
    clause: clauseLine(clause),
    share: share && { percent: share.percent, of: share.of, at_most: share.atMost },
  }));
}

const moneyCells = (money: Money | null) => [money?.value ?? null, money?.unit ?? null];

const toRow = (measure: Measure): Table['rows'][number] => [
  measure.id,
  measure.document,
  clauseLine(measure.clause),
  measure.beneficiary,
  measure.purpose,
  measure.form,
  ...moneyCells(measure.amount),
  measure.share?.percent ?? null,
  measure.share?.of ?? null,
  measure.share ? Number(measure.share.atMost) : null,
  ...moneyCells(measure.ceiling),
  measure.ceiling?.of ?? null,
  measure.per,
  measure.years?.from ?? null,
  measure.years?.count ?? null,
  measure.level,
  measure.departments.map(({ name, role }) => (role === 'lead' ? `${name}（牵头）` : name)).join('、'),
  measure.quote,
  measure.notes,
];

/** One row a measure. */
export async function measureTable(db: Db): Promise<Table> {
  return {
    columns: [
      'id',
      'document',
      'clause',
      'beneficiary',
      'purpose',
      'form',
      'amount',
      'amount_unit',
      'share_percent',
      'share_of',
      'share_at_most',
      'ceiling',
      'ceiling_unit',
      'ceiling_of',
      'per',
      'years_from',
      'years_count',
      'level',
      'departments',
      'quote',
      'notes',
    ],
    rows: (await findMeasures(db)).map(toRow),
  };
}
