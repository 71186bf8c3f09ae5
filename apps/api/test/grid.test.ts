import { describe, expect, it } from 'vitest';
import { look, stationsOf, step } from './handing.ts';
import { type Running, runningApp } from './running-app.ts';

const ROW = { indicator: '5g-base-stations', region: '370100', year: 2025, value: 60_500, status: 'final' };

const type = (running: Running, cookie: string, rows: object[], more: { key?: string; name?: string } = {}) =>
  running.app.inject({
    method: 'POST',
    url: '/api/v1/submissions',
    headers: { cookie, ...(more.key === undefined ? {} : { 'idempotency-key': more.key }) },
    payload: { rows, ...(more.name === undefined ? {} : { name: more.name }) },
  });

async function statistician() {
  const running = await runningApp();
  const { cookie } = await running.signIn('li', ['statistician'], '370100');
  return { running, cookie };
}

describe('typing figures into a grid', () => {
  it('stages and publishes them as those of a file', async () => {
    const { running, cookie } = await statistician();
    const staged = await type(running, cookie, [ROW], { name: '六月快报' });
    expect(staged.statusCode).toBe(201);
    expect(staged.json()).toMatchObject({
      kind: 'rows',
      state: 'draft',
      fileName: '六月快报',
      problems: [],
      figures: [{ value: 60_500, sheet: '填报表', cell: 'D1', row: 1, raw: '60500' }],
      may: ['submit', 'recheck', 'withdraw', 'file'],
    });
    expect(await stationsOf(running)).toEqual([]);
    await step(running, cookie, staged.json().id, 'submit');
    expect(await stationsOf(running)).toMatchObject([{ value: 60_500, version: 1 }]);
  });

  it('keeps digits as typed, and takes names for ids', async () => {
    const { running, cookie } = await statistician();
    const share = { indicator: '数字经济规模占GDP比重', region: '济南市', year: 2025, status: 'final' };
    const [text, number] = [
      (await type(running, cookie, [{ ...share, value: '51.00' }])).json(),
      (await type(running, cookie, [{ ...share, value: 51.0 }])).json(),
    ];
    expect(text.figures).toMatchObject([{ value: 51, decimals: 2, region: '370100', unit: '%' }]);
    expect(number.figures).toMatchObject([{ value: 51, decimals: 0 }]);
  });

  it('converts units exactly and says so', async () => {
    const { running, cookie } = await statistician();
    const { figures, problems } = (await type(running, cookie, [{ ...ROW, value: '6.05', unit: '万个' }])).json();
    expect(figures).toMatchObject([{ value: 60_500, rawUnit: '万个', raw: '6.05' }]);
    expect(problems).toMatchObject([{ code: 'unit_converted', cell: 'E1', needsReason: false }]);
  });

  it.each([
    ['null', { value: null }],
    ['nothing', { value: undefined }],
    ['an empty text', { value: '' }],
    ['words', { value: '若干' }],
    ['an exponent', { value: '1e3' }],
    ['a list', { value: [1] }],
    ['true', { value: true }],
    ['a year as text', { year: '2025' }],
    ['half a year', { year: 2025.5 }],
    ['a field it does not know', { note: 'x' }],
    ['a status it does not know', { status: 'maybe' }],
    ['no region', { region: undefined }],
  ])('never makes a value of %s', async (_what, more) => {
    const { running, cookie } = await statistician();
    const refused = await type(running, cookie, [ROW, { ...ROW, year: 2024, ...more }]);
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'body_invalid']);
    expect(refused.json().errors[0].field).toContain('rows.1');
    expect((await look(running, cookie, '/submissions')).json().total).toBe(0);
  });

  it.each([
    ['an unknown indicator', { indicator: '月球基站' }, 'indicator_unknown', 'A2'],
    ['an unknown region', { region: '月球市' }, 'region_unknown', 'B2'],
    ['an unknown unit', { unit: '光年儿' }, 'unit_unknown', 'E2'],
    ['a unit of something else', { unit: '亿元' }, 'unit_inconvertible', 'E2'],
    ['too many digits', { value: '1234567890.1234567' }, 'value_too_precise', 'D2'],
    ['another’s region', { region: '370300' }, 'region_not_yours', 'D2'],
    ['a year to come', { year: 2099 }, 'year_out_of_range', 'D2'],
    ['a negative count', { value: -1 }, 'value_negative', 'D2'],
  ])('keeps the row of %s out alone, with its row and column', async (_what, more, code, cell) => {
    const { running, cookie } = await statistician();
    const answer = await type(running, cookie, [ROW, { ...ROW, year: 2024, ...more }]);
    const { figures, problems } = answer.json();
    expect(figures.map(({ row }: { row: number }) => row)).toEqual([1]);
    const found = problems.find((problem: { code: string }) => problem.code === code);
    expect(found, JSON.stringify(problems)).toMatchObject({ severity: 'error', sheet: '填报表', row: 2, cell });
    expect(found.message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('offers the nearest names', async () => {
    const { running, cookie } = await statistician();
    const { problems } = (await type(running, cookie, [{ ...ROW, indicator: '5G基站个数' }])).json();
    expect(problems[0].suggestions).toContainEqual({ id: '5g-base-stations', name: '5G基站数' });
  });

  it('stores the same rows, or the same request, once', async () => {
    const { running, cookie } = await statistician();
    const first = (await type(running, cookie, [ROW], { key: 'a' })).json();
    expect((await type(running, cookie, [ROW], { key: 'a' })).json()).toEqual(first);
    expect((await type(running, cookie, [ROW], { key: 'b' })).json()).toMatchObject({ id: first.id, repeated: true });
    expect((await type(running, cookie, [{ ...ROW, value: 1 }], { key: 'a' })).json().code).toBe('key_reused');
    expect((await look(running, cookie, '/submissions')).json().total).toBe(1);
  });

  it('has bounds', async () => {
    const { running, cookie } = await statistician();
    expect((await type(running, cookie, [])).statusCode).toBe(400);
    const many = Array.from({ length: 5001 }, (_, at) => ({ ...ROW, value: at }));
    expect((await type(running, cookie, many)).statusCode).toBe(400);
    const long = [{ ...ROW, indicator: 'x'.repeat(3_000_000) }];
    expect((await type(running, cookie, long)).statusCode).toBe(413);
    expect((await type(running, cookie, [ROW], { name: '../x' })).statusCode).toBe(400);
  });

  it('needs the role', async () => {
    const running = await runningApp();
    const reviewer = await running.signIn('zhao', ['reviewer']);
    expect((await type(running, reviewer.cookie, [ROW])).statusCode).toBe(403);
    expect((await type(running, '', [ROW])).statusCode).toBe(401);
  });

  it('is checked again like a file', async () => {
    const { running, cookie } = await statistician();
    const { id } = (await type(running, cookie, [ROW])).json();
    const again = (await step(running, cookie, id, 'recheck')).json();
    expect(again).toMatchObject({ id, state: 'draft', figures: [{ value: 60_500 }] });
    expect((await step(running, cookie, id, 'corrections', { shapes: [], sheets: [] })).json().code).toBe(
      'submission_state',
    );
  });
});
