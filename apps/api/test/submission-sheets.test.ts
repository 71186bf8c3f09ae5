import type { CellMark, SheetView } from '@dabiao/domain/sheet-view';
import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { look, send, stationsOf, step } from './handing.ts';
import { type Running, runningApp } from './running-app.ts';

/** A table whose quantity has a name that is in no catalogue. */
const file = (name: string, year: number, value: number) =>
  `地区,指标,计量单位,${year}年\n济南市,${name},个,${value}\n济南市,市级以上绿色工厂数,家,${value - 40_000}\n`;
const FILE = file('第五代移动通信站点', 2025, 60_500);

async function sheetOf(running: Running, cookie: string, id: string): Promise<SheetView> {
  const { items } = (await look(running, cookie, `/submissions/${id}/sheets`)).json();
  expect(items).toHaveLength(1);
  return items[0];
}

/** What a page sends: this name means that indicator. */
const naming = ({ shape, names }: SheetView, label: string, indicator: string | null) => ({
  shapes: [{ shape, names, indicators: [{ label, indicator }] }],
  sheets: [],
});

async function statistician(name = 'li', region = '370100', running?: Running) {
  const app = running ?? (await runningApp());
  const { cookie } = await app.signIn(name, ['statistician'], region);
  return { running: app, cookie };
}

describe('how a file was understood', () => {
  it('is shown over the sheet, to its maker and reviewers', async () => {
    const { running, cookie } = await statistician();
    const { id, problems } = (await send(running, cookie, FILE)).json();
    expect(problems.map(({ code }: { code: string }) => code)).toContain('indicator_unknown');
    const view = await sheetOf(running, cookie, id);
    expect(view.cells[1]?.slice(0, 4)).toEqual(['济南市', '第五代移动通信站点', '个', '60500']);
    const mark = view.marks.find(({ label }: CellMark) => label === '第五代移动通信站点');
    expect(mark).toMatchObject({ role: 'indicator', indicator: null, row: 1, column: 1 });
    const reviewer = await running.signIn('zhao', ['reviewer']);
    expect(await sheetOf(running, reviewer.cookie, id)).toEqual(view);
    const stranger = await running.signIn('wang', ['statistician'], '370300');
    expect((await look(running, stranger.cookie, `/submissions/${id}/sheets`)).statusCode).toBe(404);
  });

  it('is put right, read anew, and remembered for the next file of the shape', async () => {
    const { running, cookie } = await statistician();
    const { id } = (await send(running, cookie, FILE)).json();
    const view = await sheetOf(running, cookie, id);
    const body = naming(view, '第五代移动通信站点', '5g-base-stations');
    const corrected = await step(running, cookie, id, 'corrections', body);
    expect(corrected.statusCode).toBe(200);
    expect(corrected.json()).toMatchObject({ id, state: 'draft', revision: 2 });
    const stations = corrected
      .json()
      .figures.find(({ indicator }: { indicator: string }) => indicator === '5g-base-stations');
    expect(stations).toMatchObject({ value: 60_500, cell: 'D2' });
    expect((await sheetOf(running, cookie, id)).corrections?.from).toBe('given');
    expect((await findAudit(running.store.read, 1))[0]).toMatchObject({ action: 'submission.reread', object: id });

    const next = (await send(running, cookie, file('第五代移动通信站点', 2024, 50_700))).json();
    expect(next.figures.map(({ indicator }: { indicator: string }) => indicator)).toContain('5g-base-stations');
    expect((await sheetOf(running, cookie, next.id)).corrections?.from).toBe('remembered');
    await step(running, cookie, id, 'submit', { reason: '年报' });
    expect(await stationsOf(running)).toMatchObject([{ value: 60_500 }]);
  });

  it('is remembered for the office alone, with who and when, until it is forgotten', async () => {
    const { running, cookie } = await statistician();
    const zibo = await statistician('wang', '370300', running);
    const { id } = (await send(running, cookie, FILE)).json();
    const view = await sheetOf(running, cookie, id);
    await step(running, cookie, id, 'corrections', naming(view, '第五代移动通信站点', '5g-base-stations'));
    const layouts = (await look(running, cookie, '/layouts')).json();
    expect(layouts).toMatchObject({ total: 1, items: [{ shape: view.shape, by: 'li', at: expect.any(String) }] });
    expect((await look(running, zibo.cookie, '/layouts')).json().items).toEqual([]);

    const forget = (who: string) =>
      running.app.inject({
        method: 'DELETE',
        url: `/api/v1/layouts/${encodeURIComponent(view.shape)}`,
        headers: { cookie: who },
      });
    expect((await forget(zibo.cookie)).statusCode).toBe(404);
    expect((await forget(cookie)).statusCode).toBe(204);
    expect((await look(running, cookie, '/layouts')).json().items).toEqual([]);
    const next = (await send(running, cookie, file('第五代移动通信站点', 2023, 40_700))).json();
    expect(next.problems.map(({ code }: { code: string }) => code)).toContain('indicator_unknown');
  });

  it('keeps what was said when it is checked again', async () => {
    const { running, cookie } = await statistician();
    const { id } = (await send(running, cookie, FILE)).json();
    const view = await sheetOf(running, cookie, id);
    await step(running, cookie, id, 'corrections', {
      ...naming(view, '第五代移动通信站点', '5g-base-stations'),
      sheets: [{ sheet: view.sheet, columns: [{ column: 3, year: 2024 }] }],
    });
    const again = (await step(running, cookie, id, 'recheck')).json();
    expect(again).toMatchObject({ state: 'draft', revision: 3 });
    const years = again.figures.map(({ year }: { year: number }) => year);
    expect([...new Set(years)]).toEqual([2024]);
  });

  it.each([
    ['an unknown field', { shapes: [], sheets: [], more: 1 }],
    ['a null', { shapes: null, sheets: [] }],
    ['a shape without a name', { shapes: [{ names: [] }], sheets: [] }],
    ['a year as text', { shapes: [], sheets: [{ sheet: 'a', year: '2025' }] }],
  ])('refuses %s', async (_what, body) => {
    const { running, cookie } = await statistician();
    const { id } = (await send(running, cookie, FILE)).json();
    const refused = await step(running, cookie, id, 'corrections', body);
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'body_invalid']);
    expect(refused.json().errors.length).toBeGreaterThan(0);
    expect((await look(running, cookie, `/submissions/${id}`)).json().revision).toBe(1);
  });

  it('is its maker’s to change, and only before it is handed on', async () => {
    const running = await runningApp({ REVIEW: 'required' });
    const { cookie } = await statistician('li', '370100', running);
    const colleague = await statistician('wang', '370100', running);
    const { id } = (await send(running, cookie, FILE)).json();
    const body = naming(await sheetOf(running, cookie, id), '第五代移动通信站点', '5g-base-stations');
    expect((await step(running, colleague.cookie, id, 'corrections', body)).statusCode).toBe(404);
    await step(running, cookie, id, 'submit', { problems: 'skip', reason: '年报' });
    for (const [verb, payload] of [
      ['corrections', body],
      ['recheck', {}],
    ] as const) {
      const refused = await step(running, cookie, id, verb, payload);
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'submission_state']);
    }
  });

  it('is changed by one of two at the same time', async () => {
    const { running, cookie } = await statistician();
    const { id } = (await send(running, cookie, FILE)).json();
    const both = await Promise.all([step(running, cookie, id, 'recheck'), step(running, cookie, id, 'recheck')]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const [refused] = both.filter(({ statusCode }) => statusCode === 409);
    expect(refused?.json().code).toBe('submission_changed');
  });
});
