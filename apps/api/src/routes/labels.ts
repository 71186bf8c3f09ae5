import { LabelBody, LabelRow, LabelsPage } from '@dabiao/contract/label';
import { insertAudit } from '@dabiao/store/audit';
import { findBriefing } from '@dabiao/store/briefings';
import { findLabel, findLabels, putLabel } from '@dabiao/store/labels';
import type { Db } from '@dabiao/store/open';
import { findSubmission } from '@dabiao/store/submissions';
import type { User } from '@dabiao/store/users';
import { readerOf } from '../briefing-view.ts';
import { thisYear } from '../deps.ts';
import { checkLabelling } from '../label-rights.ts';
import { narrowed } from '../plugins/clearance.ts';
import { needs, signedIn } from '../plugins/sign-in.ts';
import { Problem } from '../problem.ts';
import { neededReading } from '../reading-view.ts';
import { grantedRegions, maySee } from '../region-rights.ts';
import type { Routes } from './routes.ts';

/** Whether somebody who does not administer labels sees the thing at all: by clearance, and by region. */
async function sees(db: Db, user: User, { kind, id }: Pick<LabelBody, 'kind' | 'id'>): Promise<boolean> {
  if (kind === 'briefing') return (await findBriefing(db, id, await readerOf(db, user))) !== null;
  if (kind === 'reading') return neededReading(db, id, user).then(Boolean, () => false);
  if (kind !== 'submission') return (await findLabel(db, kind, id)) !== null;
  const submission = await findSubmission(db, id);
  return submission !== null && maySee(db, submission, user);
}

/**
 * Labels of documents, figures and what is made of them. The one group of routes that is given the store whole: who
 * administers labels sees names of what is labelled, never a value; others only what they may read.
 */
export const labelRoutes: Routes = (app, deps) => {
  const { store } = deps;
  const seen = narrowed(deps).store.read;

  app.get(
    '/labels',
    { onRequest: needs(store, 'security_admin'), schema: { response: { 200: LabelsPage } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { items: await findLabels(store.read) };
    },
  );

  app.put(
    '/labels',
    {
      onRequest: needs(store, 'statistician', 'reviewer', 'security_admin'),
      schema: { body: LabelBody, response: { 200: LabelRow } },
    },
    async (request, reply) => {
      const user = signedIn(request);
      const { kind, id, label, reason = null } = request.body;
      const administers = user.roles.includes('security_admin');
      if (!administers && !(await sees(seen, user, { kind, id }))) throw new Problem('not_found');
      const regions = await grantedRegions(store.read, user);
      await store.transact(async (trx) => {
        const known = await findLabel(trx, kind, id);
        if (!known) throw new Problem('not_found');
        checkLabelling(user, known, label, regions);
        if (known.label === label && kind !== 'submission' && kind !== 'figure') return;
        await putLabel(trx, known, label, thisYear(deps));
        const detail = { kind, before: known.label, after: label, ...(reason ? { reason } : {}) };
        await insertAudit(trx, { user: user.name, action: 'label.set', object: id, detail, address: request.ip });
      });
      reply.header('cache-control', 'no-store');
      return { kind, id, name: id, label };
    },
  );
};
