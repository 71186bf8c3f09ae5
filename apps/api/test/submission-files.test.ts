import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbook } from '@dabiao/ingest/read-workbook';
import { sha256 } from '@dabiao/store/key';
import { uploadPath } from '@dabiao/store/uploads';
import { describe, expect, it } from 'vitest';
import { GOOD, look, send, stationsFile, step } from './handing.ts';
import { runningApp } from './running-app.ts';

describe('the original file', () => {
  it('comes back byte by byte, to be saved and never shown', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(GOOD)]);
    const { id } = (await send(running, cookie, bytes, { name: '济南 2025 (终).csv' })).json();
    const file = await look(running, cookie, `/submissions/${id}/file`);
    expect(file.rawPayload).toEqual(bytes);
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const disposition = String(file.headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; filename="submission"; filename\*=UTF-8''[\w%.-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe('济南 2025 (终).csv');
  });

  it('has a name that breaks no header', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { id } = (await send(running, cookie, GOOD, { name: "a'b;c*(d).csv" })).json();
    const file = await look(running, cookie, `/submissions/${id}/file`);
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="submission"; filename\*=UTF-8''[\w%.-]+$/,
    );
  });

  it('is for its maker and reviewers, and for the auditor once it is published', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { id } = (await send(running, cookie, GOOD)).json();
    const people = {
      reviewer: await running.signIn('zhao', ['reviewer']),
      auditor: await running.signIn('audit', ['auditor']),
      colleague: await running.signIn('wang', ['statistician'], '370100'),
      viewer: await running.signIn('view', ['viewer']),
      admin: await running.signIn('admin', ['system_admin']),
    };
    const statuses = async () =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(people).map(async ([who, one]) => [
            who,
            (await look(running, one.cookie, `/submissions/${id}/file`)).statusCode,
          ]),
        ),
      );
    expect(await statuses()).toEqual({ reviewer: 200, auditor: 404, colleague: 404, viewer: 403, admin: 403 });
    await step(running, cookie, id, 'submit');
    expect(await statuses()).toEqual({ reviewer: 200, auditor: 200, colleague: 404, viewer: 403, admin: 403 });
    expect((await look(running, '', `/submissions/${id}/file`)).statusCode).toBe(401);
  });

  it('is refused where it is damaged or gone', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { id, fileHash } = (await send(running, cookie, GOOD)).json();
    expect(fileHash).toBe(sha256(Buffer.from(GOOD)));
    const path = uploadPath(running.config.dataDir, fileHash);
    writeFileSync(path, stationsFile(1));
    const damaged = await look(running, cookie, `/submissions/${id}/file`);
    expect([damaged.statusCode, damaged.json().code]).toEqual([500, 'file_damaged']);
    expect((await step(running, cookie, id, 'recheck')).json().code).toBe('file_damaged');
    rmSync(path);
    expect((await look(running, cookie, `/submissions/${id}/file`)).json().code).toBe('file_gone');
  });

  it('of rows typed in is what was sent', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const payload = { rows: [{ indicator: '5g-base-stations', region: '370100', year: 2025, value: '60500.0' }] };
    const { id } = (
      await running.app.inject({ method: 'POST', url: '/api/v1/submissions', headers: { cookie }, payload })
    ).json();
    expect((await look(running, cookie, `/submissions/${id}/file`)).json()).toEqual(payload);
  });

  it('of what was refused is not kept', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    await send(running, cookie, '%PDF-1.7', { name: 'a.pdf' });
    expect(readdirSync(running.config.dataDir)).not.toContain('uploads');
    await send(running, cookie, GOOD);
    expect(readdirSync(join(running.config.dataDir, 'uploads'))).toHaveLength(1);
  });
});

describe('the marked copy', () => {
  it('is a workbook with the same cells, and every problem at its own', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const file = stationsFile('若干', '济南市,5G基站数,2024,50700,个,年报\n=1+1,月球站,2024,1,个,年报\n');
    const { id, problems } = (await send(running, cookie, file, { name: '济南.csv' })).json();
    const copy = await look(running, cookie, `/submissions/${id}/marked.xlsx`);
    expect(copy.headers['content-type']).toContain('spreadsheetml');
    expect(decodeURIComponent(String(copy.headers['content-disposition']))).toContain('济南_问题标注.xlsx');
    const sheets = await openWorkbook(copy.rawPayload, '济南_问题标注.xlsx');
    if (!Array.isArray(sheets)) throw new Error(sheets.message);
    const [list, data] = sheets;
    expect(data?.rows.map((row) => row[3])).toEqual(['数值', '若干', '50700', '1']);
    expect(data?.rows[3]?.[0]).toBe('=1+1');
    const listed = JSON.stringify(list?.rows);
    for (const { message } of problems) expect(listed).toContain(message.split('：').at(-1).slice(0, 8));
  });

  it('is in English for those who read that', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const file = stationsFile('若干', '济南市,5G基站数,2024,50700,个,年报\n');
    const { id } = (await send(running, cookie, file, { name: '济南.csv' })).json();
    const headers = { cookie, 'accept-language': 'en' };
    const copy = await running.app.inject({ url: `/api/v1/submissions/${id}/marked.xlsx`, headers });
    expect(decodeURIComponent(String(copy.headers['content-disposition']))).toContain('济南_problems.xlsx');
    const sheets = await openWorkbook(copy.rawPayload, 'a.xlsx');
    if (!Array.isArray(sheets)) throw new Error(sheets.message);
    expect(sheets[0]?.name).toBe('Problems');
    expect(JSON.stringify(sheets[0]?.rows)).toContain('“若干” is not a number');
  });

  it('has the rights of the file itself, and is of files alone', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const other = await running.signIn('wang', ['statistician'], '370100');
    const { id } = (await send(running, cookie, GOOD)).json();
    expect((await look(running, other.cookie, `/submissions/${id}/marked.xlsx`)).statusCode).toBe(404);
    const payload = { rows: [{ indicator: '5g-base-stations', region: '370100', year: 2025, value: 1 }] };
    const grid = await running.app.inject({ method: 'POST', url: '/api/v1/submissions', headers: { cookie }, payload });
    expect((await look(running, cookie, `/submissions/${grid.json().id}/marked.xlsx`)).statusCode).toBe(404);
  });
});

describe('a long submission', () => {
  const rows = Array.from({ length: 70 }, (_, at) => `济南市,5G基站数,${1955 + at},${at + 1},个,年报`).join('\n');
  const file = `地区,指标,年份,数值,单位,状态\n${rows}\n`;

  it('is read row by row, or as many as wanted', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { id, counts, figures } = (await send(running, cookie, file, { query: '?rows=5' })).json();
    expect([counts.figures, figures.length]).toEqual([70, 5]);
    expect((await look(running, cookie, `/submissions/${id}`)).json().figures).toHaveLength(70);
    expect((await look(running, cookie, `/submissions/${id}?rows=0`)).json().figures).toEqual([]);
    const first = (await look(running, cookie, `/submissions/${id}/figures?limit=60`)).json();
    const last = (await look(running, cookie, `/submissions/${id}/figures?limit=60&cursor=${first.next}`)).json();
    expect([first.items.length, last.items.length, last.next, first.total]).toEqual([60, 10, null, 70]);
    expect(last.items.at(-1)).toMatchObject({ year: 2024, row: 71 });
    for (const cursor of ['x', '-1', '1e3'])
      expect((await look(running, cookie, `/submissions/${id}/figures?cursor=${cursor}`)).statusCode).toBe(400);
  });

  it('tells how far it is to the one who sent it, and to nobody else', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const other = await running.signIn('wang', ['statistician'], '370100');
    const headers = { 'idempotency-key': 'long-one' };
    expect((await look(running, cookie, '/submissions/progress/long-one')).json().code).toBe('progress_unknown');
    const { id } = (await send(running, cookie, file, { headers })).json();
    const done = (await look(running, cookie, '/submissions/progress/long-one')).json();
    expect(done).toEqual({ step: 'done', done: 70, total: 70, submission: id });
    expect((await look(running, other.cookie, '/submissions/progress/long-one')).statusCode).toBe(404);
    await step(running, cookie, id, 'submit', { reason: '核过' });
    expect((await look(running, cookie, `/submissions/progress/${id}`)).json()).toMatchObject({ step: 'done' });
  });
});
