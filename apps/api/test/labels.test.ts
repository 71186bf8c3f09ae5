import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Label } from '@dabiao/domain/label';
import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { look, send, stationsFile, step } from './handing.ts';
import { signInAs } from './labelled.ts';
import { type Running, runningApp } from './running-app.ts';

const STATIONS = '5g-base-stations';
const JINAN = '370100';
const VALUE = 60431;

const putLabel = (running: Running, cookie: string, kind: string, id: string, label: Label, reason?: string) =>
  running.app.inject({
    method: 'PUT',
    url: '/api/v1/labels',
    headers: { cookie },
    payload: { kind, id, label, ...(reason ? { reason } : {}) },
  });

const lastAudit = async ({ store }: Running, action: string) =>
  (await findAudit(store.read, 1, undefined, { action }))[0];

/** A statistician and a reviewer of each clearance, and the administrator of labels. */
async function people(running: Running) {
  const who = (name: string, roles: string[], clearance: Label) =>
    signInAs(running, { name, roles, clearance, ...(roles.includes('statistician') ? { region: JINAN } : {}) });
  return {
    maker: await who('maker', ['statistician'], 'sensitive'),
    plainMaker: await who('plain-maker', ['statistician'], 'public'),
    cleared: await who('cleared', ['reviewer'], 'sensitive'),
    uncleared: await who('uncleared', ['reviewer'], 'internal'),
    security: await who('security', ['security_admin'], 'public'),
  };
}

describe('a submission with a label', () => {
  it('is for a reviewer below it as if it were not there, and its figures keep the label', async () => {
    const running = await runningApp({ REVIEW: 'required' });
    const { maker, cleared, uncleared } = await people(running);
    const sent = await send(running, maker.cookie, stationsFile(VALUE), { query: '?label=sensitive' });
    expect(sent.json()).toMatchObject({ label: 'sensitive' });
    const { id } = sent.json() as { id: string };
    await step(running, maker.cookie, id, 'submit', { reason: '核对无误' });

    const ways = ['', '/figures', '/effects', '/sheets', '/file', '/marked.xlsx'];
    for (const way of ways) {
      const unknown = await look(running, uncleared.cookie, `/submissions/0190${id.slice(4)}x${way}`);
      const hidden = await look(running, uncleared.cookie, `/submissions/${id}${way}`);
      expect([way, hidden.statusCode, hidden.json().code]).toEqual([way, 404, unknown.json().code]);
      expect((await look(running, cleared.cookie, `/submissions/${id}${way}`)).statusCode).toBe(200);
    }
    expect((await look(running, uncleared.cookie, '/submissions')).json()).toMatchObject({ items: [], total: 0 });
    expect((await look(running, cleared.cookie, '/submissions')).json().total).toBe(1);
    expect((await step(running, uncleared.cookie, id, 'approve')).statusCode).toBe(404);
    const cells = (await look(running, uncleared.cookie, '/completeness?year=2025&limit=500')).json().items;
    const cell = (items: { region: string; indicator: string; state: string }[]) =>
      items.find((one) => one.region === JINAN && one.indicator === STATIONS)?.state;
    expect(cell(cells)).toBe('missing');

    expect((await step(running, cleared.cookie, id, 'approve')).json()).toMatchObject({ state: 'approved' });
    const figures = `/figures?indicator=${STATIONS}&region=${JINAN}&from=2025`;
    expect((await look(running, cleared.cookie, figures)).json().items).toMatchObject([
      { value: VALUE, label: 'sensitive' },
    ]);
    expect((await look(running, uncleared.cookie, figures)).json().total).toBe(0);
    expect((await running.app.inject(`/api/v1${figures}`)).json().total).toBe(0);
  });

  it('bears no label above the clearance of who hands it in', async () => {
    const running = await runningApp();
    const { plainMaker } = await people(running);
    const sent = await send(running, plainMaker.cookie, stationsFile(VALUE), { query: '?label=internal' });
    expect([sent.statusCode, sent.json().code]).toEqual([403, 'label_too_high']);
  });

  it('says nothing of figures above its own label, and a new version is never below the one before', async () => {
    const running = await runningApp();
    const { maker, plainMaker, security, cleared } = await people(running);
    const first = (await send(running, maker.cookie, stationsFile(VALUE))).json() as { id: string };
    await step(running, maker.cookie, first.id, 'submit', { reason: '核对' });
    await putLabel(running, security.cookie, 'figure', `${STATIONS} ${JINAN} 2025`, 'sensitive');

    // Ten times as much: who sees the published figure is warned of the jump, who does not sees nothing.
    const low = (await send(running, plainMaker.cookie, stationsFile(VALUE * 10))).json();
    expect(low.label).toBe('public');
    expect(JSON.stringify(low)).not.toContain(String(VALUE).slice(0, 4).concat('"'));
    expect(low.figures[0].earlier).toBeNull();
    const high = (await send(running, maker.cookie, stationsFile(VALUE * 10 + 1))).json();
    expect(high.label).toBe('sensitive');
    expect(high.figures[0].earlier).toMatchObject({ value: VALUE });

    await step(running, plainMaker.cookie, low.id, 'submit', { reason: '核对' });
    const versions = (
      await look(running, cleared.cookie, `/figures/history?indicator=${STATIONS}&region=${JINAN}&year=2025`)
    ).json().versions as { label: string; value: number }[];
    expect(versions.map(({ label, value }) => [label, value])).toEqual([
      ['sensitive', VALUE * 10],
      ['sensitive', VALUE],
    ]);
  });
});

describe('labels', () => {
  it('are raised by reviewers up to their clearance, and lowered by the security administrator alone', async () => {
    const running = await runningApp();
    const { uncleared, maker, security } = await people(running);
    const code = async (answer: ReturnType<typeof putLabel>) => {
      const { statusCode, body } = await answer;
      return statusCode === 200 ? 200 : (JSON.parse(body) as { code: string }).code;
    };
    expect(await code(putLabel(running, uncleared.cookie, 'document', 'linyi', 'sensitive'))).toBe('label_too_high');
    expect(await code(putLabel(running, uncleared.cookie, 'document', 'linyi', 'internal', '内部掌握'))).toBe(200);
    expect(await lastAudit(running, 'label.set')).toMatchObject({
      user: 'uncleared',
      object: 'linyi',
      detail: expect.stringContaining('"before":"public","after":"internal","reason":"内部掌握"'),
    });
    expect(await code(putLabel(running, uncleared.cookie, 'document', 'linyi', 'public'))).toBe('label_lowered');
    // A statistician labels what is of the own region, or the own.
    expect(await code(putLabel(running, maker.cookie, 'document', 'linyi', 'sensitive'))).toBe('role_missing');
    expect(await code(putLabel(running, maker.cookie, 'figure', `${STATIONS} 371300 2022`, 'internal'))).toMatch(
      /role_missing|not_found/,
    );
    expect((await running.app.inject('/api/v1/documents/linyi')).statusCode).toBe(404);
    expect(await code(putLabel(running, security.cookie, 'document', 'linyi', 'sensitive'))).toBe(200);
    // What one may not read is not there to be labelled either.
    expect(await code(putLabel(running, uncleared.cookie, 'document', 'linyi', 'sensitive'))).toBe('not_found');
    expect(await code(putLabel(running, security.cookie, 'document', 'linyi', 'public'))).toBe(200);
    expect((await running.app.inject('/api/v1/documents/linyi')).statusCode).toBe(200);
  });

  it('are listed to the security administrator by name, without values', async () => {
    const running = await runningApp();
    const { security, cleared } = await people(running);
    const figure = await running.store.read
      .selectFrom('figure')
      .select(['indicator', 'region', 'year', 'value'])
      .where('value', 'like', '_____%')
      .executeTakeFirstOrThrow();
    const id = `${figure.indicator} ${figure.region} ${figure.year}`;
    await putLabel(running, cleared.cookie, 'figure', id, 'sensitive');
    const listed = await look(running, security.cookie, '/labels');
    expect(listed.json().items).toContainEqual({ kind: 'figure', id, name: expect.any(String), label: 'sensitive' });
    expect(listed.body).not.toContain(figure.value);
    // To administer labels is not to read: the figure itself stays hidden.
    const history = `/figures/history?indicator=${figure.indicator}&region=${figure.region}&year=${figure.year}`;
    expect((await look(running, security.cookie, history)).statusCode).toBe(404);
  });
});

describe('clearance', () => {
  it('is given by the security administrator to others, from the next request on, with a line of the audit', async () => {
    const running = await runningApp();
    const { uncleared, security, cleared } = await people(running);
    await putLabel(running, cleared.cookie, 'document', 'jinan', 'sensitive');
    expect((await look(running, uncleared.cookie, '/documents/jinan')).statusCode).toBe(404);
    const give = (cookie: string, id: string) =>
      running.app.inject({
        method: 'PUT',
        url: `/api/v1/users/${id}/clearance`,
        headers: { cookie },
        payload: { clearance: 'sensitive' },
      });
    expect((await give(security.cookie, security.id)).json().code).toBe('own_account');
    expect((await give(uncleared.cookie, uncleared.id)).json().code).toBe('role_missing');
    expect((await give(security.cookie, uncleared.id)).statusCode).toBe(204);
    expect(await lastAudit(running, 'user.clearance')).toMatchObject({
      user: 'security',
      object: 'uncleared',
      detail: '{"before":"internal","after":"sensitive"}',
    });
    expect((await look(running, uncleared.cookie, '/documents/jinan')).statusCode).toBe(200);
  });

  it('begins with 内部 for those who hand in and review, with 公开 for all others', async () => {
    const running = await runningApp();
    const begins = async (roles: string[]) => {
      const { cookie } = await running.signIn(`new-${roles[0]}`, roles, JINAN);
      return (await look(running, cookie, '/session')).json().user.clearance;
    };
    expect(await begins(['statistician'])).toBe('internal');
    expect(await begins(['reviewer'])).toBe('internal');
    for (const role of ['viewer', 'system_admin', 'security_admin', 'auditor']) {
      expect([role, await begins([role])]).toEqual([role, 'public']);
    }
  });

  it('counts for nothing while its holder is barred', async () => {
    const running = await runningApp();
    const { cleared } = await people(running);
    await putLabel(running, cleared.cookie, 'document', 'jinan', 'sensitive');
    await running.store.transact((trx) =>
      trx.updateTable('user').set({ must_change_password: 1 }).where('id', '=', cleared.id).execute(),
    );
    expect((await look(running, cleared.cookie, '/documents/jinan')).statusCode).toBe(404);
  });
});

describe('held answers', () => {
  it('are held for one clearance only', async () => {
    const running = await runningApp();
    const { cleared, uncleared } = await people(running);
    await putLabel(running, cleared.cookie, 'document', 'jinan', 'sensitive');
    const full = await look(running, cleared.cookie, '/documents');
    const again = await running.app.inject({
      url: '/api/v1/documents',
      headers: { cookie: uncleared.cookie, 'if-none-match': String(full.headers.etag) },
    });
    expect(again.statusCode).toBe(200);
    expect(again.json().items.map(({ id }: { id: string }) => id)).not.toContain('jinan');
    expect(full.headers.vary).toContain('Cookie');
    // Searched by one who sees it first, then by one who does not.
    const found = (cookie: string) => look(running, cookie, '/search?q=%E6%B5%8E%E5%8D%97&kind=document');
    expect((await found(cleared.cookie)).body).toContain('jinan');
    expect((await found(uncleared.cookie)).body).not.toContain('"id":"jinan"');
  });
});

describe('a briefing', () => {
  const ask = (running: Running, cookie: string, body: object) =>
    running.app.inject({ method: 'POST', url: '/api/v1/briefings', headers: { cookie }, payload: body });

  it('bears the highest label of what is in it, prints it, and is hidden below it', { timeout: 60_000 }, async () => {
    const running = await runningApp();
    const { cleared, uncleared } = await people(running);
    await putLabel(running, cleared.cookie, 'document', 'jinan', 'sensitive');
    const form = { length: 'short', sections: ['table'] };
    const whole = (await ask(running, cleared.cookie, form)).json();
    expect(whole.label).toBe('sensitive');
    const kept = JSON.parse(await readFile(join(running.config.dataDir, 'briefings', `${whole.id}.json`), 'utf8'));
    expect(kept.label).toBe('敏感');
    const lower = (await ask(running, uncleared.cookie, form)).json();
    expect(lower.label).toBe('public');
    const keptLower = await readFile(join(running.config.dataDir, 'briefings', `${lower.id}.json`), 'utf8');
    expect(keptLower).not.toContain('工业强市三年行动');

    for (const way of ['', '.pdf', '.docx', '.xlsx']) {
      expect((await look(running, uncleared.cookie, `/briefings/${whole.id}${way}`)).statusCode).toBe(404);
    }
    const listed = (await look(running, uncleared.cookie, '/briefings')).json();
    expect(listed.items.map(({ id }: { id: string }) => id)).toEqual([lower.id]);
    expect((await look(running, cleared.cookie, `/briefings/${whole.id}.pdf`)).headers['cache-control']).toContain(
      'no-store',
    );

    // What it holds is labelled later: so is the briefing.
    await putLabel(running, cleared.cookie, 'document', 'linyi', 'internal');
    expect((await look(running, uncleared.cookie, `/briefings/${lower.id}`)).json().label).toBe('internal');
    expect((await running.app.inject(`/api/v1/briefings/${lower.id}.pdf`)).statusCode).toBe(404);
  });

  it('of a batch is gathered under the clearance of who asked for it', { timeout: 60_000 }, async () => {
    const running = await runningApp();
    const { cleared, uncleared } = await people(running);
    await putLabel(running, cleared.cookie, 'document', 'jinan', 'sensitive');
    const form = { length: 'short', sections: ['table'] };
    // The desk is kept busy by one who sees more while the other's batch waits.
    const busy = ask(running, cleared.cookie, form);
    const batch = await running.app.inject({
      method: 'POST',
      url: '/api/v1/briefings/batches',
      headers: { cookie: uncleared.cookie },
      payload: { by: 'region', ...form },
    });
    expect(batch.statusCode).toBe(202);
    await busy;
    await expect
      .poll(async () => (await look(running, uncleared.cookie, '/briefings/jobs')).json().items[0]?.state, {
        timeout: 50_000,
      })
      .toMatch(/done|failed/);
    const made = (await look(running, cleared.cookie, '/briefings?limit=100')).json().items as {
      createdBy: string;
      label: string;
      scopeValue: string;
    }[];
    const own = made.filter(({ createdBy }) => createdBy === 'uncleared');
    expect(own.length).toBeGreaterThan(1);
    expect(own.map(({ label }) => label)).not.toContain('sensitive');
  });
});

describe('a policy document being read', () => {
  it('is hidden below its label, and becomes a document of that label', async () => {
    const running = await runningApp({ SELF_APPROVAL: 'yes' });
    const { cleared, uncleared } = await people(running);
    const text = '某市工业发展行动计划\n\n到2027年，全市规模以上工业企业达到1000家。\n';
    const handed = await running.app.inject({
      method: 'POST',
      url: '/api/v1/readings?label=sensitive',
      headers: { cookie: cleared.cookie },
      payload: { text, name: '计划' },
    });
    expect(handed.json()).toMatchObject({ label: 'sensitive' });
    const { id } = handed.json() as { id: string };
    for (const way of ['', '/steps', '/check', '/draft.yaml']) {
      expect((await look(running, uncleared.cookie, `/readings/${id}${way}`)).statusCode).toBe(404);
    }
    expect((await look(running, uncleared.cookie, '/readings')).json()).toMatchObject({ items: [], total: 0 });
    expect((await look(running, cleared.cookie, '/readings')).json().total).toBe(1);
  });
});
