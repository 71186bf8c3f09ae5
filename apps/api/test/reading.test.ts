import { findTargets } from '@dabiao/store/targets';
import { describe, expect, it } from 'vitest';
import { runningApp } from './running-app.ts';

describe('released data', () => {
  it('answers the overview with counts that add up', async () => {
    const { app } = await runningApp();
    const answer = await app.inject('/api/v1/overview');
    expect(answer.statusCode).toBe(200);
    const { year, total, counts, documents, attention } = answer.json();
    expect(year).toBe(2025);
    expect(documents.map(({ id }: { id: string }) => id).sort()).toEqual([
      'jinan',
      'linyi',
      'linzi',
      'luozhuang',
      'zibo',
    ]);
    const sum = (list: { count: number }[]) => list.reduce((all, { count }) => all + count, 0);
    expect(sum(counts)).toBe(total);
    expect(documents.reduce((all: number, one: { total: number }) => all + one.total, 0)).toBe(total);
    for (const row of attention)
      expect(['missed', 'reversing', 'far_behind', 'lagging']).toContain(row.assessment.verdict);
  });

  it('limits the overview to a region and those below it', async () => {
    const { app } = await runningApp();
    const { documents } = (await app.inject('/api/v1/overview?region=371300')).json();
    expect(documents.map(({ id }: { id: string }) => id).sort()).toEqual(['linyi', 'luozhuang']);
    expect((await app.inject('/api/v1/overview?region=999999')).statusCode).toBe(404);
  });

  it('shows a target with its figures, sources, path and verdict', async () => {
    const { app } = await runningApp();
    const list = (await app.inject('/api/v1/targets?document=jinan&q=5G')).json();
    const target = list.items.find((row: { indicator: { name: string } }) => row.indicator.name.includes('5G基站'));
    const detail = (await app.inject(`/api/v1/targets/${target.id}?year=2024`)).json();
    expect(detail.row.quote).toContain('5G基站');
    expect(detail.row.assessment.asOf).toBe(2024);
    const latest = detail.figures.find((figure: { year: number }) => figure.year === 2024);
    expect(latest).toMatchObject({ value: 49_000, unit: '个', caveats: expect.arrayContaining(['part_year']) });
    expect(latest.source.publisher).not.toBe('');
  });

  it('shows beside a target those on its indicator and those that say it again, and no others', async () => {
    const { app, store } = await runningApp();
    const all = await findTargets(store.read);
    const judged = all.filter(({ kind }) => kind !== 'narrative');
    let found = 0;
    for (const one of judged.filter((_, at) => at % 5 === 0 || all[at]?.restates)) {
      const { related } = (await app.inject(`/api/v1/targets/${one.id}`)).json() as { related: { id: string }[] };
      const wanted = all.filter(
        (other) =>
          other.id !== one.id &&
          (other.indicator === one.indicator || other.restates === one.id || one.restates === other.id),
      );
      expect(related.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
      found += wanted.length;
    }
    expect(found).toBeGreaterThan(0);
  });

  it('shows goals in words in their document and by themselves, and counts and lists them nowhere', async () => {
    const { app } = await runningApp();
    const { document, targets } = (await app.inject('/api/v1/documents/zibo?year=2024')).json();
    const goals = targets.filter(({ kind }: { kind: string }) => kind === 'narrative');
    expect(goals.length).toBeGreaterThan(0);
    expect(document.total).toBe(targets.length - goals.length);
    const detail = (await app.inject(`/api/v1/targets/${goals[0].id}`)).json();
    expect(detail).toMatchObject({ figures: [], points: [], path: [], related: [] });
    expect(detail.row.assessment).toMatchObject({ verdict: 'unassessable', reason: 'narrative' });
    const list = (await app.inject('/api/v1/targets?document=zibo')).json().items;
    expect(list.length).toBe(document.total);
    expect((await app.inject('/api/v1/indicators/narrative')).statusCode).toBe(404);
    const indicators = (await app.inject('/api/v1/indicators?limit=500')).json().items;
    expect(indicators.map(({ id }: { id: string }) => id)).not.toContain('narrative');
  });

  it('pages lists and refuses a cursor of nowhere', async () => {
    const { app } = await runningApp();
    const first = (await app.inject('/api/v1/targets?limit=5')).json();
    const second = (await app.inject(`/api/v1/targets?limit=5&cursor=${encodeURIComponent(first.next)}`)).json();
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(10);
    const nowhere = await app.inject('/api/v1/targets?cursor=nowhere');
    expect(nowhere.statusCode).toBe(400);
    expect(nowhere.json()).toMatchObject({ code: 'cursor_invalid', status: 400 });
  });

  it.each(['/overview', '/documents', '/documents/linyi', '/targets', '/indicators', '/figures', '/measures'])(
    '%s answers 304 to whoever holds it, and anew after a release',
    async (path) => {
      const { app, store } = await runningApp();
      const first = await app.inject(`/api/v1${path}`);
      const held = { 'if-none-match': String(first.headers.etag) };
      const again = await app.inject({ url: `/api/v1${path}`, headers: held });
      expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, '']);
      const { markReleased } = await import('@dabiao/store/settings');
      await store.transact(markReleased);
      expect((await app.inject({ url: `/api/v1${path}`, headers: held })).statusCode).toBe(200);
    },
  );

  it('is closed to strangers where VIEW=signed-in', async () => {
    const { app, signIn } = await runningApp({ VIEW: 'signed-in' });
    expect((await app.inject('/api/v1/overview')).json().code).toBe('sign_in_needed');
    const headers = await signIn('mayor', ['viewer']);
    expect((await app.inject({ url: '/api/v1/overview', headers })).statusCode).toBe(200);
  });

  it('answers searches literally', async () => {
    const { app } = await runningApp();
    for (const q of ["' OR 1=1--", '%', '_', '\\', '"']) {
      const answer = await app.inject(`/api/v1/targets?q=${encodeURIComponent(q)}&document=${encodeURIComponent(q)}`);
      expect([answer.statusCode, answer.json().items]).toEqual([200, []]);
    }
  });
});

describe('problems', () => {
  it.each([
    ['/api/v1/targets/nowhere', 404, 'not_found'],
    ['/api/v1/documents/nowhere?year=2025', 404, 'not_found'],
    ['/api/v1/targets?limit=0', 400, 'query_invalid'],
    ['/api/v1/targets?limit=1000000000', 400, 'query_invalid'],
    ['/api/v1/overview?year=abc', 400, 'query_invalid'],
    ['/api/v1/overview?colour=red', 400, 'query_invalid'],
    ['/api/v1/figures?known_at=yesterday', 400, 'query_invalid'],
    ['/api/v1/nothing', 404, 'not_found'],
    ['/api/v1/audit', 401, 'sign_in_needed'],
    ['/api/v1/documents/%', 404, 'not_found'],
    ['/%00', 404, 'not_found'],
    ['//elsewhere.example', 404, 'not_found'],
    ['/.git/config', 404, 'not_found'],
    ['/assets/', 404, 'not_found'],
  ])('%s: %i %s as problem+json', async (url, status, code) => {
    const { app } = await runningApp();
    const answer = await app.inject(url);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it('speak Chinese, and English when asked', async () => {
    const { app } = await runningApp();
    const url = '/api/v1/targets/nowhere';
    expect((await app.inject(url)).json().title).toBe('没有找到这项内容');
    expect((await app.inject({ url, headers: { 'accept-language': 'en' } })).json().title).toBe('Not found');
  });

  it('never coerce a body', async () => {
    const { app, signIn } = await runningApp();
    const headers = await signIn('clerk', ['viewer']);
    for (const payload of [
      { document: null },
      { document: 'linyi', year: '2025' },
      { document: 'linyi', colour: 1 },
      [],
    ]) {
      const answer = await app.inject({ method: 'POST', url: '/api/v1/briefings', headers, payload });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'body_invalid']);
    }
  });
});

describe('the description', () => {
  it('lists every path of the interface', async () => {
    const { app } = await runningApp();
    const { openapi, paths } = (await app.inject('/api/openapi.json')).json();
    expect(openapi).toMatch(/^3\./);
    const wanted = [
      '/api/v1/overview',
      '/api/v1/documents',
      '/api/v1/documents/{id}',
      '/api/v1/targets',
      '/api/v1/targets/{id}',
      '/api/v1/indicators',
      '/api/v1/indicators/{id}',
      '/api/v1/figures',
      '/api/v1/measures',
      '/api/v1/submissions',
      '/api/v1/submissions/{id}',
      '/api/v1/submissions/{id}/submit',
      '/api/v1/submissions/{id}/approve',
      '/api/v1/submissions/{id}/return',
      '/api/v1/submissions/{id}/withdraw',
      '/api/v1/briefings',
      '/api/v1/briefings/{id}.pdf',
      '/api/v1/session',
      '/api/v1/audit',
    ];
    for (const path of wanted) expect(Object.keys(paths)).toContain(path);
    const page = await app.inject('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).not.toMatch(/https:|upgrade-insecure|swagger\.io/);
  });

  it.each(['/healthz', '/readyz', '/metrics'])('%s answers', async (url) => {
    const { app } = await runningApp();
    expect((await app.inject(url)).statusCode).toBe(200);
  });

  it('sends the headers that keep pages safe', async () => {
    const { app } = await runningApp();
    const { headers } = await app.inject('/api/v1/overview');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
