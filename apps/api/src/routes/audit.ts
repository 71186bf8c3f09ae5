import { PageQuery, Shape } from '@dabiao/contract/schema';
import { AuditPage, AuditQuery, CollectQuery } from '@dabiao/contract/session';
import { type AuditLine, auditHead, countAudit, findAudit, findAuditAfter } from '@dabiao/store/audit';
import { csvText } from '@dabiao/workbook/csv';
import { attachment } from '../attachment.ts';
import { nextKey } from '../page.ts';
import { needs } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import type { Routes } from './routes.ts';

const HEAD = ['序号', '时间', '用户', '角色', '操作', '对象', '结果', '说明', '来源地址', '请求'];
/** Most lines of one file; more are asked for by time. */
const MOST = 100_000;

const cellsOf = (line: AuditLine): (string | number)[] => [
  line.seq,
  line.at,
  line.user ?? '',
  line.roles ?? '',
  line.action,
  line.object ?? '',
  line.outcome,
  line.detail ?? '',
  line.address ?? '',
  line.request ?? '',
];

/** The record, for the auditor: to search, and to take out. Nothing here or elsewhere changes or removes a line. */
export const auditRoutes: Routes = (app, deps) => {
  const { store } = deps;
  const guard = { onRequest: needs(store, 'auditor') };

  app.get(
    '/audit',
    { ...guard, schema: { querystring: Shape({ ...PageQuery, ...AuditQuery }), response: { 200: AuditPage } } },
    async (request, reply) => {
      const { limit = 100, cursor, ...search } = request.query;
      if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new Problem('cursor_invalid');
      const items = await findAudit(store.read, limit, cursor === undefined ? undefined : Number(cursor), search);
      reply.header('cache-control', 'no-store');
      const total = await countAudit(store.read, search);
      return { items, next: nextKey(items, limit, ({ seq }) => String(seq)), total };
    },
  );

  /** For a program that collects: the lines after the last one it has, oldest first, one JSON object each. */
  app.get(
    '/audit.jsonl',
    { ...guard, schema: { querystring: Shape(CollectQuery), produces: ['application/x-ndjson'] } },
    async (request, reply) => {
      const { after = 0, limit = 1000 } = request.query;
      const lines = await findAuditAfter(store.read, after, limit);
      const { seq } = await auditHead(store.read);
      reply.header('cache-control', 'no-store').header('x-audit-head', String(seq));
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .send(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    },
  );

  app.get(
    '/audit.csv',
    { ...guard, schema: { querystring: Shape(AuditQuery), produces: ['text/csv'] } },
    async (request, reply) => {
      const lines = await findAudit(store.read, MOST, undefined, request.query);
      const { seq } = await auditHead(store.read);
      const name = `审计记录_至第${seq}行.csv`;
      reply.header('content-disposition', attachment(name, `audit-${seq}.csv`)).header('cache-control', 'no-store');
      return reply
        .type('text/csv; charset=utf-8')
        .send(csvText({ columns: HEAD, rows: lines.reverse().map(cellsOf) }, { mark: true }));
    },
  );
};
