import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runningApp, upload } from './running-app.ts';

interface Parameter {
  name: string;
  in: string;
  schema: { type?: string; enum?: unknown; minimum?: number; pattern?: string };
}

interface OpenApi {
  paths: Record<string, Record<string, { parameters?: Parameter[]; requestBody?: unknown }>>;
}

describe('an address', () => {
  it('is decoded once', async () => {
    const { app } = await runningApp();
    const status = async (url: string) => (await app.inject(`/api/v1${url}`)).statusCode;
    expect([await status('/documents/%6cinyi'), await status('/documents/%256cinyi')]).toEqual([200, 404]);
    const found = async (q: string) => (await app.inject(`/api/v1/targets?limit=1&q=${q}`)).json().total;
    const [letters, once, twice] = [await found('5G'), await found('%35G'), await found('%2535G')];
    expect(letters).toBeGreaterThan(0);
    expect([once, twice]).toEqual([letters, 0]);
  });

  it('with a parameter given twice is refused, on every route and for every parameter', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician', 'reviewer'], '370000');
    const { paths } = (await running.app.inject('/api/openapi.json')).json() as OpenApi;
    const asked: string[] = [];
    for (const [path, { get }] of Object.entries(paths)) {
      if (!get || path.includes('{') || !path.startsWith('/api/v1/')) continue;
      for (const { name } of get.parameters?.filter((one) => one.in === 'query') ?? []) {
        const url = `${path}?${name}=2024&${name}=2025`;
        const { statusCode, body } = await running.app.inject({ url, headers: { cookie } });
        // Refused for who asks, before the parameters are looked at.
        if (statusCode === 403) continue;
        asked.push(path);
        expect([url, statusCode, JSON.parse(body).code]).toEqual([url, 400, 'query_invalid']);
      }
    }
    expect(new Set(asked).size).toBeGreaterThan(8);
    expect(asked.length).toBeGreaterThan(40);
  });
});

describe('what is handed in', () => {
  it.each([
    ['/api/v1/submissions', 'a.svg', null],
    ['/api/v1/submissions', 'a.csv', null],
    // Read as the words in it, and told as JSON.
    ['/api/v1/readings', 'a.svg', 'application/json; charset=utf-8'],
    ['/api/v1/readings', 'a.docx', 'application/json; charset=utf-8'],
  ])('at %s is never an image with programs in it, whatever its name (%s)', async (url, name, toldAs) => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician', 'reviewer'], '370000');
    const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const body = upload(svg, name);
    const answer = await running.app.inject({ method: 'POST', url, ...body, headers: { cookie, ...body.headers } });
    expect(Math.floor(answer.statusCode / 100)).toBe(toldAs === null ? 4 : 2);
    expect(answer.headers).toMatchObject({
      'content-type': toldAs ?? 'application/problem+json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect(readdirSync(running.config.dataDir)).not.toContain('uploads');
  });
});

describe('accounts', () => {
  it('have no hints or questions for forgotten passwords in anything that is taken or told', async () => {
    const { app } = await runningApp();
    const described = (await app.inject('/api/openapi.json')).body;
    expect(described).toContain('"password"');
    expect(described).not.toMatch(/"[a-z_]*(hint|question|reminder|secretAnswer)[A-Za-z_]*"\s*:\s*\{/i);
  });
});
