import { TemplateQuery } from '@dabiao/contract/template';
import type { Region } from '@dabiao/domain/region';
import { isCounted } from '@dabiao/domain/target';
import { sha256 } from '@dabiao/store/key';
import type { Db } from '@dabiao/store/open';
import { findRegions } from '@dabiao/store/regions';
import { findTargets } from '@dabiao/store/targets';
import type { Template } from '@dabiao/workbook/template';
import { attachment } from '../attachment.ts';
import { type Deps, defaultYear, thisYear } from '../deps.ts';
import { gatherTemplate } from '../gather-template.ts';
import { mayRead } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import type { Routes } from './routes.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The region asked for; else the user's own; else the only one with targets, as a guess among several would mislead. */
async function regionFor(db: Db, asked: string | null, regions: readonly Region[]): Promise<Region> {
  const needing =
    asked === null ? [...new Set((await findTargets(db)).filter(isCounted).map((one) => one.region))] : [];
  const code = asked ?? (needing.length === 1 ? needing[0] : undefined);
  if (code === undefined) {
    throw new Problem(
      'query_invalid',
      { zh: '请用 region 指明地区（六位行政区划代码）', en: 'Name the region by its six-digit code in region' },
      [{ field: 'region', message: 'GB/T 2260' }],
    );
  }
  const region = regions.find((one) => one.code === code);
  if (!region) throw new Problem('not_found', { zh: `地区目录中没有 ${code}`, en: `There is no region ${code}` });
  return region;
}

/** The year asked for, or the latest that is over. @throws Problem for one whose figures would be refused. */
function yearFor(asked: number | undefined, deps: Deps): number {
  const last = thisYear(deps) + 1;
  if (asked === undefined || asked <= last) return asked ?? defaultYear(deps);
  throw new Problem(
    'query_invalid',
    { zh: `${asked}年的数据还不能填报`, en: `Figures of ${asked} cannot be handed in yet` },
    [{ field: 'year', message: `<= ${last}` }],
  );
}

function disposition({ region, year, demo }: Template): string {
  const name = `达标填报表_${region.name}_${year}年${demo ? '_演示数据' : ''}.xlsx`;
  return attachment(name, `figures-${region.code}-${year}.xlsx`);
}

/** The workbook to fill in. */
export const templateRoutes: Routes = (app, deps, config) => {
  const db = deps.store.read;

  app.get(
    '/templates/figures.xlsx',
    {
      onRequest: mayRead(config),
      schema: { querystring: TemplateQuery, produces: [XLSX] },
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const year = yearFor(request.query.year, deps);
      const regions = await findRegions(db);
      const region = await regionFor(db, request.query.region ?? request.user?.region ?? null, regions);
      const template = await gatherTemplate(db, region, regions, { year, asOf: deps.today() });
      if (template.rows.length === 0)
        throw new Problem('template_empty', {
          zh: `${region.name}：没有带指标的目标`,
          en: `${region.name}: no target with an indicator`,
        });
      // without a region in the address the answer depends on who asks: the tag is that of the content
      const tag = `W/"${sha256(JSON.stringify([deps.version, template])).slice(0, 32)}"`;
      reply.header('etag', tag).header('cache-control', 'private, no-cache').header('vary', 'Cookie');
      const held = request.headers['if-none-match'];
      if (held?.split(',').some((one) => one.trim() === tag)) return reply.code(304).send();
      reply.type(XLSX).header('content-disposition', disposition(template));
      // Loaded when first asked for: the library that writes workbooks takes longer to load than the server to start.
      const { writeTemplate } = await import('@dabiao/workbook/write-template');
      return reply.send(Buffer.from(await writeTemplate(template)));
    },
  );
};
