import { AsOf } from '@dabiao/contract/document';
import { OneOf, Shape, Word } from '@dabiao/contract/schema';
import { csvText } from '@dabiao/workbook/csv';
import { readAsOf } from '../as-of.ts';
import { attachment } from '../attachment.ts';
import { targetDetail } from '../target-detail.ts';
import { targetTable } from '../target-table.ts';
import type { Routes } from './routes.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv';
const Params = Shape({ id: Word, format: OneOf(['csv', 'xlsx'] as const) });

/** The numbers behind the chart of one target, to be saved. */
export const targetFileRoutes: Routes = (app, deps) => {
  app.get(
    '/targets/:id/figures.:format',
    { schema: { params: Params, querystring: AsOf, produces: [CSV, XLSX] } },
    async (request, reply) => {
      const { id, format } = request.params;
      const detail = await targetDetail(deps, id, readAsOf(request.query, deps));
      const { row } = detail;
      const table = targetTable(detail);
      const name = `${row.region.name}_${row.indicator.name}_${row.assessment.asOf}.${format}`;
      reply.header('content-disposition', attachment(name, `figures-${row.assessment.asOf}.${format}`));
      if (format === 'csv') return reply.type(`${CSV}; charset=utf-8`).send(csvText(table, { mark: true }));
      // Loaded when first asked for, as in templates.ts.
      const { writeTable } = await import('@dabiao/workbook/table');
      return reply.type(XLSX).send(Buffer.from(await writeTable(table, row.indicator.name)));
    },
  );
};
