import { describe, expect, it } from 'vitest';
import { GOOD, HEADER, send, stationsOf as stations, step } from './handing.ts';
import { runningApp } from './running-app.ts';

describe('handing in figures', () => {
  it('stages, then publishes: the figure, its source, the judgement', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const staged = await send(running, cookie, GOOD);
    expect(staged.statusCode).toBe(201);
    const submission = staged.json();
    expect(submission).toMatchObject({
      state: 'draft',
      problems: [{ code: 'unit_converted', needsReason: false }],
      counts: { figures: 1, errors: 0, warnings: 1, toConfirm: 0 },
      own: true,
      may: ['submit', 'correct', 'recheck', 'withdraw', 'file'],
    });
    expect(submission.figures).toMatchObject([
      {
        indicatorName: '5G基站数',
        regionName: '济南市',
        year: 2025,
        value: 60_500,
        unit: '个',
        status: 'final',
        raw: '6.05',
        rawUnit: '万个',
        earlier: null,
      },
    ]);
    expect(await stations(running)).toEqual([]);

    const published = await step(running, cookie, submission.id, 'submit');
    expect(published.json()).toMatchObject({
      state: 'approved',
      targetsTouched: expect.arrayContaining([expect.stringContaining('jinan')]),
    });
    expect(await stations(running)).toMatchObject([
      {
        value: 60_500,
        version: 1,
        source: { title: expect.stringContaining('figures.csv') },
        recordedBy: expect.any(String),
      },
    ]);
    const id = published.json().targetsTouched[0];
    const { row } = (await running.app.inject(`/api/v1/targets/${id}`)).json();
    expect(row.assessment).toMatchObject({ verdict: 'achieved', latest: { year: 2025, value: 60_500 } });
  });

  it('keeps the earlier version readable', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    for (const value of ['60500', '60800']) {
      const { id } = (await send(running, cookie, `${HEADER}济南市,5G基站数,2025,${value},个,年报\n`)).json();
      await step(running, cookie, id, 'submit', { reason: '年报数' });
    }
    const target = (await running.app.inject('/api/v1/targets?document=jinan&q=5G基站数')).json().items[0];
    const { figures } = (await running.app.inject(`/api/v1/targets/${target.id}`)).json();
    const versions = figures.filter(({ year }: { year: number }) => year === 2025);
    expect(versions.map(({ value, version }: { value: number; version: number }) => [version, value]).sort()).toEqual([
      [1, 60_500],
      [2, 60_800],
    ]);
  });

  it('stores nothing of a file with a bad cell until the sender decides', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const submission = (await send(running, cookie, `${GOOD}济南市,5G基站数,2024,很多,个,年报\n`)).json();
    expect(submission.figures).toHaveLength(1);
    const errors = submission.problems.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(errors).toMatchObject([{ code: 'value_not_number', cell: 'D3', row: 3 }]);
    expect(errors[0].message).toContain('D3');
    const undecided = await step(running, cookie, submission.id, 'submit');
    expect([undecided.statusCode, undecided.json().code]).toEqual([409, 'problems_undecided']);
    expect(await stations(running)).toEqual([]);
    expect((await step(running, cookie, submission.id, 'submit', { problems: 'skip' })).json().state).toBe('approved');
    expect(await stations(running)).toHaveLength(1);
  });

  it.each([
    ['an unknown indicator', '济南市,月球基站数,2025,1,个,年报', 'indicator_unknown'],
    ['an unknown region', '月球市,5G基站数,2025,1,个,年报', 'region_unknown'],
    ['text for a number', '济南市,5G基站数,2025,若干,个,年报', 'value_not_number'],
    ['a unit that cannot be converted', '济南市,5G基站数,2025,1,亿元,年报', 'unit_inconvertible'],
    ['a year out of range', '济南市,5G基站数,2099,1,个,年报', 'year_out_of_range'],
    ['the same row twice', '济南市,5G基站数,2025,1,个,年报\n济南市,5G基站数,2025,2,个,年报', 'duplicate_row'],
    ['a share above 100', '济南市,数字经济规模占GDP比重,2025,120,%,年报', 'share_above_limit'],
    ["another region's figure", '淄博市,5G基站数,2025,1,个,年报', 'region_not_yours'],
  ])('says where and what to do about %s', async (_what, rows, code) => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { problems } = (await send(running, cookie, `${HEADER}${rows}\n`)).json();
    const problem = problems.find((one: { code: string }) => one.code === code);
    expect(problem, JSON.stringify(problems)).toMatchObject({ severity: 'error' });
    expect(problem.message).toMatch(/[A-Z]\d/);
  });

  it.each([
    ['an empty file', '', 'a.csv', 422],
    ['a picture', '\u0089PNG\r\n\u001a\n0000', 'a.xlsx', 415],
    ['a torn workbook', 'PK\u0003\u0004torn', 'a.xlsx', 422],
    ['no table', 'hello', 'a.csv', 422],
    ['another type', '%PDF-1.7', 'a.pdf', 415],
  ])('refuses %s with a reason', async (_what, content, name, status) => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const answer = await send(running, cookie, content, { name });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().detail).toMatch(/[\u4e00-\u9fff]/);
    expect(answer.body).not.toMatch(/undefined|reading '/);
  });

  it('answers a repeated request the same and stores it once', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const headers = { 'idempotency-key': 'k1' };
    const [first, again] = [
      await send(running, cookie, GOOD, { headers }),
      await send(running, cookie, GOOD, { headers }),
    ];
    expect(again.json()).toEqual(first.json());
    expect((await send(running, cookie, `${GOOD}\n`, { headers })).json().code).toBe('key_reused');
    expect((await running.app.inject({ url: '/api/v1/submissions', headers: { cookie } })).json().total).toBe(1);
  });

  it('stores a request that comes several times at once only once', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const headers = { 'idempotency-key': 'k2' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(running, cookie, GOOD, { headers })));
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
  });

  it('does not overwrite what someone else published meanwhile', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const other = await running.signIn('wang', ['statistician'], '370000');
    const mine = (await send(running, cookie, GOOD)).json();
    const theirs = (await send(running, other.cookie, GOOD.replace('6.05', '6.1'))).json();
    expect((await step(running, other.cookie, theirs.id, 'submit')).statusCode).toBe(200);
    expect((await step(running, cookie, mine.id, 'submit')).json().code).toBe('figure_moved_on');
    expect(await stations(running)).toMatchObject([{ value: 61_000 }]);
  });

  it('hides a submission from other statisticians', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const other = await running.signIn('wang', ['statistician'], '370300');
    const { id } = (await send(running, cookie, GOOD)).json();
    expect((await running.app.inject({ url: `/api/v1/submissions/${id}`, headers: other })).statusCode).toBe(404);
    for (const verb of ['submit', 'withdraw'])
      expect((await step(running, other.cookie, id, verb)).statusCode).toBe(404);
  });

  it.each([
    [
      'breaks off',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n1,2',
      'multipart/form-data; boundary=b',
    ],
    ['has no boundary', 'x', 'multipart/form-data'],
    ['is garbage', 'garbage', 'multipart/form-data; boundary=b'],
    [
      'holds two files',
      `${['a', 'b']
        .map((name) => `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}.csv"\r\n\r\n1\r\n`)
        .join('')}--b--\r\n`,
      'multipart/form-data; boundary=b',
    ],
  ])('refuses a body that %s', async (_how, payload, type) => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const headers = { cookie, 'content-type': type };
    const answer = await running.app.inject({ method: 'POST', url: '/api/v1/submissions', headers, payload });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.headers['content-type']).toContain('problem+json');
  });

  it('takes a decision without a body, but not a null', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { id } = (await send(running, cookie, GOOD)).json();
    const url = `/api/v1/submissions/${id}/submit`;
    const none = await running.app.inject({
      method: 'POST',
      url,
      headers: { cookie, 'content-type': 'application/json' },
      payload: 'null',
    });
    expect(none.json().code).toBe('body_invalid');
    expect((await running.app.inject({ method: 'POST', url, headers: { cookie } })).json().state).toBe('approved');
  });

  it('lists at most 200 problems of a kind and counts the rest', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const rows = Array.from({ length: 500 }, (_, at) => `济南市,5G基站数,2025,${at},个,年报`).join('\n');
    const { problems, figures } = (await send(running, cookie, `${HEADER}${rows}\n`)).json();
    const twice = problems.filter(({ code }: { code: string }) => code === 'duplicate_row');
    expect([twice.length, figures.length]).toEqual([201, 0]);
    expect(twice.at(-1).message).toContain('300');
  });

  it('never takes a magnitude twice', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { figures } = (
      await send(running, cookie, `${HEADER}济南市,规模以上工业营业收入,2025,1.05万亿,亿元,年报\n`)
    ).json();
    expect(figures).toMatchObject([{ value: 10_500, unit: '亿元' }]);
  });

  it('withdraws a draft, once', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { id } = (await send(running, cookie, GOOD)).json();
    expect((await step(running, cookie, id, 'withdraw')).json().state).toBe('withdrawn');
    expect((await step(running, cookie, id, 'submit')).json().code).toBe('submission_state');
    expect((await step(running, cookie, id, 'withdraw')).json().code).toBe('submission_state');
  });

  it('waits for a reviewer where REVIEW=required; nobody approves their own', async () => {
    const running = await runningApp({ REVIEW: 'required' });
    const { cookie } = await running.signIn('li', ['statistician', 'reviewer'], '370100');
    const reviewer = await running.signIn('zhao', ['reviewer']);
    const { id } = (await send(running, cookie, GOOD)).json();
    expect((await step(running, cookie, id, 'submit')).json().state).toBe('submitted');
    expect(await stations(running)).toEqual([]);
    expect((await step(running, cookie, id, 'approve')).json().code).toBe('role_missing');
    expect((await step(running, reviewer.cookie, id, 'approve')).json().state).toBe('approved');
    expect(await stations(running)).toHaveLength(1);
  });
});
