import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Briefing, BriefingJob } from '@dabiao/contract/briefing';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Running, runningApp, upload } from './running-app.ts';

const NOWHERE = '00000000-0000-0000-0000-000000000000';

type Headers = Record<string, string>;

const post = ({ app }: Running, url: string, headers: Headers, payload: object) =>
  app.inject({ method: 'POST', url: `/api/v1/briefings${url}`, headers, payload });

async function made(running: Running, headers: Headers, payload: object): Promise<Briefing> {
  const answer = await post(running, '', headers, payload);
  expect([payload, answer.statusCode, answer.body.slice(0, 200)]).toEqual([payload, 201, expect.any(String)]);
  return answer.json();
}

/** Looks at a job until it has come to an end. */
async function ended({ app }: Running, headers: Headers, id: string): Promise<BriefingJob> {
  for (;;) {
    const { items } = (await app.inject({ url: '/api/v1/briefings/jobs', headers })).json<{ items: BriefingJob[] }>();
    const job = items.find((one) => one.id === id);
    if (!job || job.state === 'done' || job.state === 'failed') return job as BriefingJob;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a briefing', () => {
  it('is made, listed, kept with its data, and downloaded', async () => {
    const running = await runningApp();
    const { app, config, signIn } = running;
    const headers = await signIn('clerk', ['viewer']);
    const { id, bytes, createdBy, pages, figures, dataHash } = await made(running, headers, {
      document: 'linyi',
      year: 2024,
    });
    expect([createdBy, pages === null]).toEqual(['clerk', false]);
    expect(figures).toBeGreaterThan(0);
    const pdf = await app.inject(`/api/v1/briefings/${id}.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''/);
    expect([pdf.rawPayload.length, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([bytes, '%PDF-']);
    const kept = readFileSync(join(config.dataDir, 'briefings', `${id}.json`), 'utf8');
    expect(kept).toContain('5G基站');
    expect(createHash('sha256').update(kept).digest('hex')).toBe(dataHash);
    expect((await app.inject('/api/v1/briefings')).json()).toMatchObject({
      total: 1,
      items: [{ id, year: 2024, document: 'linyi', scope: 'document', form: 'official', draft: false, batch: null }],
    });
  });

  it('is the same to the byte from the same data, as PDF, DOCX and XLSX', async () => {
    const running = await runningApp();
    const headers = await running.signIn('clerk', ['viewer']);
    const hashes = async () => {
      const { id } = await made(running, headers, { document: 'zibo', year: 2024 });
      const found: string[] = [];
      for (const ending of ['pdf', 'docx', 'xlsx']) {
        const { rawPayload, statusCode } = await running.app.inject(`/api/v1/briefings/${id}.${ending}`);
        expect([ending, statusCode]).toEqual([ending, 200]);
        found.push(createHash('sha256').update(rawPayload).digest('hex'));
      }
      return found;
    };
    expect(await hashes()).toEqual(await hashes());
  });

  it('is of a region, a department, an indicator, a list or of everything', async () => {
    const running = await runningApp();
    const headers = await running.signIn('clerk', ['viewer']);
    const choices = (await running.app.inject('/api/v1/briefings/choices')).json();
    const [department, indicator] = [choices.departments[0].value, '5g-base-stations'];
    const targets = ['linyi-5g-base-stations', 'jinan-5g-base-stations'];
    const short = { year: 2024, sections: ['table'], form: 'modern' };
    const bodies = [{ region: '371300' }, { department }, { indicator }, { targets }, {}];
    for (const body of bodies) await made(running, headers, { ...body, ...short });
    const { items } = (await running.app.inject('/api/v1/briefings')).json<{ items: Briefing[] }>();
    expect(items.map(({ scope, scopeValue }) => [scope, scopeValue]).reverse()).toEqual([
      ['region', '371300'],
      ['department', department],
      ['indicator', indicator],
      ['targets', null],
      ['whole', null],
    ]);
    const kept = (id: string) => readFileSync(join(running.config.dataDir, 'briefings', `${id}.json`), 'utf8');
    const [whole, list, , , region] = items.map(({ id }) => JSON.parse(kept(id)));
    const groups = (model: { parts: { kind: string; groups: { rows: unknown[] }[] }[] }) =>
      model.parts.find(({ kind }) => kind === 'table')?.groups.map(({ rows }) => rows.length);
    expect(groups(list)).toEqual([1, 1]);
    expect(groups(whole)).toHaveLength(5);
    // 临沂市 has 罗庄区 below it.
    expect(groups(region)).toHaveLength(2);
    const answers = await Promise.all([
      post(running, '', headers, { document: 'linyi', region: '371300' }),
      post(running, '', headers, { document: 'nowhere' }),
      post(running, '', headers, { region: '999999' }),
      post(running, '', headers, { department: '没有的单位' }),
      post(running, '', headers, { document: 'linyi', sections: ['everything'] }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 404, 404, 422, 400]);
  });

  it('of nothing is refused', async () => {
    const { app } = await runningApp();
    for (const ending of ['pdf', 'docx', 'xlsx'])
      expect((await app.inject(`/api/v1/briefings/${NOWHERE}.${ending}`)).statusCode).toBe(404);
    expect((await app.inject(`/api/v1/briefings/batches/${NOWHERE}.zip`)).statusCode).toBe(404);
    expect((await app.inject('/api/v1/briefings/..%2f..%2fdabiao.db.pdf')).statusCode).toBeGreaterThanOrEqual(400);
  });

  it('is found by what it is of, by year, by maker and by words', async () => {
    const running = await runningApp();
    const first = await running.signIn('clerk', ['viewer']);
    const second = await running.signIn('other', ['viewer']);
    const short = { sections: [] };
    await made(running, first, { document: 'linyi', year: 2024, ...short });
    await made(running, second, { region: '370100', year: 2023, ...short });
    const found = async (query: string) => {
      const answer = await running.app.inject(`/api/v1/briefings?${query}`);
      return answer.json<{ items: Briefing[]; total: number }>();
    };
    expect((await found('scope=region')).items.map(({ scopeName }) => scopeName)).toEqual(['济南市']);
    expect((await found('year=2024')).items.map(({ document }) => document)).toEqual(['linyi']);
    expect((await found('by=other')).total).toBe(1);
    expect((await found(`q=${encodeURIComponent('济南')}`)).total).toBe(1);
    expect((await found('q=%25')).total).toBe(2);
    expect((await found('q=zzz')).total).toBe(0);
    const page = await found('limit=1');
    expect([page.items.length, page.total]).toEqual([1, 2]);
    const choices = (await running.app.inject('/api/v1/briefings/choices')).json();
    expect(choices.makers).toEqual(['clerk', 'other']);
  });
});

describe('twenty asked for at once', () => {
  it('are queued with their places, made one after the other, while the server answers', async () => {
    const running = await runningApp();
    const headers = { ...(await running.signIn('clerk', ['viewer'])), prefer: 'respond-async' };
    const asked = Array.from({ length: 20 }, () =>
      post(running, '', headers, { document: 'zibo', year: 2024, sections: ['table'] }),
    );
    const jobs = (await Promise.all(asked)).map((answer) => {
      expect(answer.statusCode).toBe(202);
      return answer.json<BriefingJob>();
    });
    const { items } = (await running.app.inject({ url: '/api/v1/briefings/jobs', headers })).json();
    expect(Math.max(...items.map(({ ahead }: BriefingJob) => ahead))).toBeGreaterThan(3);
    let answered = 0;
    while ((await running.app.inject('/api/v1/briefings?limit=1')).json().total < 20) {
      answered += Number((await running.app.inject('/api/v1/targets?limit=50')).statusCode === 200);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(answered).toBeGreaterThan(3);
    for (const { id } of jobs) expect((await ended(running, headers, id)).state).toBe('done');
    const stranger = await running.signIn('other', ['viewer']);
    expect((await running.app.inject({ url: '/api/v1/briefings/jobs', headers: stranger })).json().items).toEqual([]);
  });
});

describe('a batch', () => {
  it('makes one for each region and gives them in one archive', async () => {
    const running = await runningApp();
    const headers = await running.signIn('clerk', ['viewer']);
    const answer = await post(running, '/batches', headers, { by: 'region', year: 2024, sections: ['table'] });
    expect(answer.statusCode).toBe(202);
    const { id } = answer.json<BriefingJob>();
    // Who comes later waits for one briefing, not for all of them.
    await made(running, headers, { document: 'zibo', year: 2024, sections: [] });
    expect(await ended(running, headers, id)).toMatchObject({ kind: 'batch', state: 'done', done: 5, total: 5 });
    const zip = await running.app.inject(`/api/v1/briefings/batches/${id}.zip`);
    const files = unzipSync(zip.rawPayload);
    expect(Object.keys(files)).toHaveLength(5);
    expect(Object.keys(files)[0]).toMatch(/^01 .+2024年目标进展情况\.pdf$/);
    for (const bytes of Object.values(files)) expect(strFromU8(bytes.subarray(0, 5))).toBe('%PDF-');
    const books = unzipSync((await running.app.inject(`/api/v1/briefings/batches/${id}.zip?format=xlsx`)).rawPayload);
    expect(Object.keys(books).every((name) => name.endsWith('.xlsx'))).toBe(true);
  });
});

describe('a preview', () => {
  it('shows the pages and keeps nothing', async () => {
    const running = await runningApp();
    const headers = await running.signIn('clerk', ['viewer']);
    const answer = await post(running, '/previews', headers, { document: 'jinan', year: 2024, number: '第7期' });
    const { pages, pictures } = answer.json<{ pages: number; pictures: string[] }>();
    expect(pages).toBeGreaterThan(8);
    expect(pictures).toHaveLength(8);
    for (const svg of pictures) expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 595\.\d+ 841\.\d+"[\s\S]*<\/svg>$/);
    expect(pictures.join('')).not.toContain('<script');
    expect((await running.app.inject('/api/v1/briefings')).json().total).toBe(0);
    expect(
      (await running.app.inject({ method: 'POST', url: '/api/v1/briefings/previews', payload: {} })).statusCode,
    ).toBe(401);
  });
});

describe('a draft of unreleased figures', () => {
  it('says so on every page, and is for its maker and reviewers only', async () => {
    const running = await runningApp({ REVIEW: 'required' });
    const { app, signIn, config } = running;
    const clerk = await signIn('tongji', ['statistician'], '370100');
    const file = upload('地区,指标,年份,数值,单位,数据状态\n济南市,5G基站数,2025,71234,个,年报\n', 'a.csv');
    const handed = await app.inject({
      method: 'POST',
      url: '/api/v1/submissions',
      headers: { ...file.headers, ...clerk },
      payload: file.payload,
    });
    const submission = handed.json().id as string;
    const body = { document: 'jinan', year: 2025, submission };
    const { id, draft } = await made(running, clerk, body);
    expect(draft).toBe(true);
    const model = readFileSync(join(config.dataDir, 'briefings', `${id}.json`), 'utf8');
    expect(model).toContain('71,234');
    expect(JSON.parse(model).notices.draft).toContain('送审稿');
    const reviewer = await signIn('shenhe', ['reviewer']);
    const stranger = await signIn('other', ['viewer']);
    const status = async (headers?: Headers) => {
      const codes: number[] = [];
      for (const ending of ['pdf', 'docx', 'xlsx'])
        codes.push(
          (await app.inject({ url: `/api/v1/briefings/${id}.${ending}`, ...(headers ? { headers } : {}) })).statusCode,
        );
      return codes;
    };
    expect([await status(clerk), await status(reviewer)]).toEqual([
      [200, 200, 200],
      [200, 200, 200],
    ]);
    expect([await status(stranger), await status()]).toEqual([
      [404, 404, 404],
      [404, 404, 404],
    ]);
    expect((await app.inject('/api/v1/briefings')).json().total).toBe(0);
    expect((await app.inject({ url: '/api/v1/briefings', headers: stranger })).json().items).toEqual([]);
    expect((await post(running, '', stranger, body)).statusCode).toBe(404);
    expect((await post(running, '/previews', stranger, body)).statusCode).toBe(404);
  });
});
