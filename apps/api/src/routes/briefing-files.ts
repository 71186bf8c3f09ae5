import { zipFiles } from '@dabiao/briefing/settled-zip';
import { OneOf, Shape } from '@dabiao/contract/schema';
import { findBriefing, findBriefings } from '@dabiao/store/briefings';
import Type from 'typebox';
import { attachment } from '../attachment.ts';
import { BRIEFING_FILES, type BriefingFile } from '../briefing-room.ts';
import { readerOf } from '../briefing-view.ts';
import { mayRead } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import type { Routes } from './routes.ts';

const IdParams = Shape({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) });
const MOST_OF_BATCH = 1000;
/** What no file system takes in a name. */
const UNNAMEABLE = /[\\/:*?"<>|\p{Cc}]+/gu;

const fileName = (title: string, ending: string): string =>
  `${title.replace(UNNAMEABLE, ' ').trim().slice(0, 100)}.${ending}`;

/** The files of briefings that were made: as PDF, for a word processor, as workbook, and batches as archives. */
export const briefingFileRoutes: Routes = (app, deps, config) => {
  const { store } = deps;
  const { room } = app.briefings;

  for (const ending of Object.keys(BRIEFING_FILES) as BriefingFile[]) {
    app.get(
      `/briefings/:id.${ending}`,
      { onRequest: mayRead(config), schema: { params: IdParams, produces: [BRIEFING_FILES[ending]] } },
      async (request, reply) => {
        const briefing = await findBriefing(store.read, request.params.id, await readerOf(store.read, request.user));
        if (!briefing) throw new Problem('not_found');
        const bytes = await room.bytes(briefing.id, ending);
        // What only some may open is not for caches that do not know who asks.
        const forAll = briefing.submission === null && briefing.label === 'public';
        const cache = forAll ? 'private, max-age=31536000, immutable' : 'private, no-store';
        return reply
          .type(BRIEFING_FILES[ending])
          .header('content-disposition', attachment(fileName(briefing.title, ending), `briefing.${ending}`))
          .header('cache-control', cache)
          .send(Buffer.from(bytes));
      },
    );
  }

  app.get(
    '/briefings/batches/:id.zip',
    {
      onRequest: mayRead(config),
      schema: {
        params: IdParams,
        querystring: Shape({ format: Type.Optional(OneOf(['pdf', 'docx', 'xlsx'] as const)) }),
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const { format = 'pdf' } = request.query;
      const batch = request.params.id;
      const made = await findBriefings(
        store.read,
        await readerOf(store.read, request.user),
        { batch },
        { limit: MOST_OF_BATCH },
      );
      const [first] = made;
      if (!first) throw new Problem('not_found');
      const files: { name: string; bytes: Uint8Array }[] = [];
      for (const [index, briefing] of made.toReversed().entries()) {
        const place = String(index + 1).padStart(2, '0');
        files.push({
          name: `${place} ${fileName(briefing.title, format)}`,
          bytes: await room.bytes(briefing.id, format),
        });
      }
      return reply
        .type('application/zip')
        .header('content-disposition', attachment(`简报_${first.year}年_${files.length}份.zip`, 'briefings.zip'))
        .send(Buffer.from(zipFiles(files, { packed: false })));
    },
  );
};
