import type { Level } from '@dabiao/domain/label';
import type { OperationNode } from 'kysely';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';

type Filter = (db: Db, level: Level) => { toOperationNode(): OperationNode };

/** Keys of what a clearance does not reach. Labelled things are few: these are short lists, found by an index. */
const hiddenDocuments = (db: Db, level: Level) => db.selectFrom('document').select('id').where('label', '>', level);
const hiddenTargets = (db: Db, level: Level) =>
  db.selectFrom('target').select('id').where('document', 'in', hiddenDocuments(db, level));
const hiddenSubmissions = (db: Db, level: Level) => db.selectFrom('submission').select('id').where('label', '>', level);
const hiddenReadings = (db: Db, level: Level) => db.selectFrom('reading').select('id').where('label', '>', level);

/** Indicators that only documents above the clearance speak of, and of which no figure may be seen either. */
const hiddenIndicators = (db: Db, level: Level) =>
  db
    .selectFrom('target')
    .select('indicator')
    .where('document', 'in', hiddenDocuments(db, level))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('target as other')
            .select('other.id')
            .whereRef('other.indicator', '=', 'target.indicator')
            .where('other.document', 'not in', hiddenDocuments(db, level)),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('figure')
            .select('figure.id')
            .whereRef('figure.indicator', '=', 'target.indicator')
            .where('figure.label', '<=', level),
        ),
      ),
    );

/** Departments that only targets above the clearance name. */
const hiddenDepartments = (db: Db, level: Level) =>
  db
    .selectFrom('target_department as named')
    .select('named.department')
    .where('named.target', 'in', hiddenTargets(db, level))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('target_department as other')
            .select('other.target')
            .whereRef('other.department', '=', 'named.department')
            .where('other.target', 'not in', hiddenTargets(db, level)),
        ),
      ),
    );

/**
 * The one place that says what a reader of a clearance sees of each table; a table without a line is seen whole.
 * Applied to every query of a reading handle by `readAs` (read-as.ts).
 */
export const VISIBLE: { [table in keyof Tables]?: Filter } = {
  document: (db, level) => db.selectFrom('document').selectAll().where('label', '<=', level),
  figure: (db, level) => db.selectFrom('figure').selectAll().where('label', '<=', level),
  submission: (db, level) => db.selectFrom('submission').selectAll().where('label', '<=', level),
  reading: (db, level) => db.selectFrom('reading').selectAll().where('label', '<=', level),
  briefing: (db, level) => db.selectFrom('briefing').selectAll().where('label', '<=', level),
  clause: (db, level) => db.selectFrom('clause').selectAll().where('document', 'not in', hiddenDocuments(db, level)),
  target: (db, level) => db.selectFrom('target').selectAll().where('document', 'not in', hiddenDocuments(db, level)),
  measure: (db, level) => db.selectFrom('measure').selectAll().where('document', 'not in', hiddenDocuments(db, level)),
  milestone: (db, level) => db.selectFrom('milestone').selectAll().where('target', 'not in', hiddenTargets(db, level)),
  target_department: (db, level) =>
    db.selectFrom('target_department').selectAll().where('target', 'not in', hiddenTargets(db, level)),
  assessment: (db, level) =>
    db
      .selectFrom('assessment')
      .selectAll()
      .where('clearance', '<=', level)
      .where('target', 'not in', hiddenTargets(db, level)),
  indicator: (db, level) => db.selectFrom('indicator').selectAll().where('id', 'not in', hiddenIndicators(db, level)),
  department: (db, level) =>
    db.selectFrom('department').selectAll().where('id', 'not in', hiddenDepartments(db, level)),
  submission_figure: (db, level) =>
    db.selectFrom('submission_figure').selectAll().where('submission', 'not in', hiddenSubmissions(db, level)),
  submission_problem: (db, level) =>
    db.selectFrom('submission_problem').selectAll().where('submission', 'not in', hiddenSubmissions(db, level)),
  submission_step: (db, level) =>
    db.selectFrom('submission_step').selectAll().where('submission', 'not in', hiddenSubmissions(db, level)),
  submission_sheet: (db, level) =>
    db.selectFrom('submission_sheet').selectAll().where('submission', 'not in', hiddenSubmissions(db, level)),
  reading_candidate: (db, level) =>
    db.selectFrom('reading_candidate').selectAll().where('reading', 'not in', hiddenReadings(db, level)),
  reading_step: (db, level) =>
    db.selectFrom('reading_step').selectAll().where('reading', 'not in', hiddenReadings(db, level)),
};
