import { findDocuments } from '@dabiao/store/documents';
import { findJudgedTargets } from '@dabiao/store/dossier';
import type { Db } from '@dabiao/store/open';
import { findWorkspaceKind } from '@dabiao/store/settings';
import { findTargets } from '@dabiao/store/targets';
import type { Table } from '@dabiao/workbook/table';

/** The judged state of every target as of `year`, with the numbers it rests on. */
export async function assessmentTable(db: Db, year: number): Promise<Table> {
  const titles = new Map((await findDocuments(db)).map(({ id, title }) => [id, title]));
  const judged = await findJudgedTargets(db, await findTargets(db), year);
  const demo = (await findWorkspaceKind(db)) === 'demo' ? 1 : 0;
  return {
    columns: [
      'target',
      'document',
      'document_title',
      'region',
      'indicator',
      'as_of',
      'verdict',
      'method',
      'reason',
      'provisional',
      'latest_year',
      'latest_value',
      'due_year',
      'due_value',
      'completion',
      'ratio',
      'score',
      'gap_to_path',
      'sentence',
      'demo',
    ],
    rows: judged.map(({ target, indicator, state: { assessment } }) => [
      target.id,
      target.document,
      titles.get(target.document) ?? '',
      target.region,
      indicator.name,
      assessment.asOf,
      assessment.verdict,
      assessment.method,
      assessment.reason,
      assessment.provisional ? 1 : 0,
      assessment.latest?.year ?? null,
      assessment.latest?.value ?? null,
      assessment.due?.year ?? null,
      assessment.due?.value ?? null,
      assessment.completion,
      assessment.ratio,
      assessment.score,
      assessment.gapToPath,
      assessment.sentence.zh,
      demo,
    ]),
  };
}
