import { checkFigures } from '@dabiao/domain/check-figures';
import type { FigureStatus } from '@dabiao/domain/figure';
import { FIGURE_STATUS_WORDS, FIGURE_STATUSES } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import { readWorkbook } from '@dabiao/ingest/read-workbook';
import { findIndicators } from '@dabiao/store/indicators';
import { findRegions } from '@dabiao/store/regions';
import { numberRule } from '@dabiao/workbook/number-rule';
import type { Template, TemplateFigure } from '@dabiao/workbook/template';
import { writeTemplate } from '@dabiao/workbook/write-template';
import { read, utils, type WorkSheet, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runningApp, upload } from './running-app.ts';

const URL = '/api/v1/templates/figures.xlsx';
const DEMO_LINE = '演示数据，非真实统计';

interface Entry {
  value: number | string;
  status?: FigureStatus;
}

function addressOf(sheet: WorkSheet, name: string, word: RegExp): string {
  const { e } = utils.decode_range(sheet['!ref'] ?? 'A1');
  const at = (r: number, c: number) => String(sheet[utils.encode_cell({ r, c })]?.v ?? '');
  const rows = Array.from({ length: e.r + 1 }, (_, r) => r);
  const columns = Array.from({ length: e.c + 1 }, (_, c) => c);
  const header = rows.find((r) => at(r, 0) === '指标') ?? 0;
  const c = columns.find((own) => word.test(at(header, own)));
  const r = rows.find((own) => own > header && at(own, 0) === name);
  if (c === undefined || r === undefined) throw new Error(`${name}, ${word}: not in the form`);
  return utils.encode_cell({ r, c });
}

/** The form as a person with another program saves it: values typed, the rest as it came. */
function filled(bytes: Uint8Array, entries: ReadonlyMap<string, Entry>): Uint8Array {
  const book = read(bytes, { type: 'buffer', cellStyles: true, cellNF: true });
  const [sheet] = Object.values(book.Sheets);
  if (!sheet) throw new Error('no sheet');
  for (const [name, { value, status }] of entries) {
    sheet[addressOf(sheet, name, /^\d{4}年值$/)] = { t: typeof value === 'number' ? 'n' : 's', v: value };
    if (status) sheet[addressOf(sheet, name, /^状态$/)] = { t: 's', v: FIGURE_STATUS_WORDS[status].zh };
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }));
}

const indicatorOf = (number: number, more: Partial<Indicator> = {}): Indicator => ({
  id: `made-${number}`,
  name: `试验指标第${number}号`,
  nameEn: null,
  unit: '家',
  direction: 'more',
  measure: 'stock',
  definition: null,
  aliases: [],
  naturalLimit: null,
  ...more,
});

const LINYI = { code: '371300', name: '临沂市', parent: null, aliases: [] };

const templateOf = (indicators: readonly Indicator[], more: Partial<Template> = {}): Template => ({
  region: LINYI,
  year: 2025,
  rows: indicators.map((indicator) => ({ indicator, lastYear: null, thisYear: null, documents: ['某文件'] })),
  asOf: '2026-06-30',
  demo: false,
  ...more,
});

describe('GET /templates/figures.xlsx', () => {
  it('gives the form of a region and a year as a file with a name', async () => {
    const { app } = await runningApp();
    const answer = await app.inject(`${URL}?region=371300&year=2024`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('spreadsheetml.sheet');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="figures-371300-2024.xlsx"; filename*=UTF-8''${encodeURIComponent('达标填报表_临沂市_2024年.xlsx')}`,
    );
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    const [sheet] = Object.values(read(answer.rawPayload, { type: 'buffer' }).Sheets);
    const texts = Object.values(sheet ?? {}).map((cell) => cell?.v);
    expect(texts).toEqual(expect.arrayContaining(['5G基站数', '2024年值', '上年值（2023年）']));
    expect(texts).not.toContain('定性目标');
    expect(JSON.stringify(texts)).not.toContain(DEMO_LINE);
  });

  it('asks for each indicator of the region once, in the order of its document, and for no other', async () => {
    const { app } = await runningApp();
    const [sheet] = Object.values(
      read((await app.inject(`${URL}?region=371300`)).rawPayload, { type: 'buffer' }).Sheets,
    );
    const column = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 }).map(([name]) => name);
    const asked = column.slice(column.indexOf('甲') + 2);
    const { items } = (await app.inject('/api/v1/targets?document=linyi&limit=500')).json();
    const wanted = items.filter((row: { restates?: string | null }) => !row.restates);
    expect(asked).toEqual([...new Set(wanted.map((row: { indicator: { name: string } }) => row.indicator.name))]);
  });

  it('shows what is published of the year before and of the year', async () => {
    const { app } = await runningApp();
    const { items } = (await app.inject('/api/v1/figures?region=370100&from=2024&to=2024&limit=500')).json();
    const shown = items.filter((one: { region: string }) => one.region === '370100');
    const names = new Map(
      (await app.inject('/api/v1/indicators?limit=500')).json().items.map((one: { id: string }) => [one.id, one]),
    );
    const sheetOf = async (year: number) => {
      const { rawPayload } = await app.inject(`${URL}?region=370100&year=${year}`);
      return Object.values(read(rawPayload, { type: 'buffer', cellNF: true }).Sheets)[0] as WorkSheet;
    };
    const [before, after] = [await sheetOf(2024), await sheetOf(2025)];
    const asked = new Set(Object.values(after).map((cell) => cell?.v));
    let compared = 0;
    for (const { indicator, value } of shown) {
      const { name } = names.get(indicator) as { name: string };
      if (!asked.has(name)) continue;
      expect(after[addressOf(after, name, /^上年值/)]).toMatchObject({ t: 'n', v: value });
      expect(before[addressOf(before, name, /^说明$/)].v).toContain('2024年已发布');
      expect(before[addressOf(before, name, /^2024年值$/)]?.v).toBeUndefined();
      compared += 1;
    }
    expect(compared).toBeGreaterThan(1);
  });

  it('takes the latest year that is over, and the region of whoever asks', async () => {
    const { app, signIn } = await runningApp();
    const headers = await signIn('zhang', ['statistician'], '371311');
    const answer = await app.inject({ url: URL, headers });
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
      '达标填报表_罗庄区_2025年.xlsx',
    );
  });

  it('answers 304 to whoever holds it, and anew when figures change or another asks', async () => {
    const { app, store, signIn } = await runningApp();
    const headers = await signIn('zhang', ['statistician'], '371311');
    const first = await app.inject({ url: URL, headers });
    const tag = String(first.headers.etag);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect((await app.inject({ url: URL, headers: { ...headers, 'if-none-match': tag } })).statusCode).toBe(304);
    const other = await signIn('wang', ['statistician'], '370100');
    expect((await app.inject({ url: URL, headers: { ...other, 'if-none-match': tag } })).statusCode).toBe(200);
    const { appendFigures } = await import('@dabiao/store/figures');
    const [indicator] = (await app.inject('/api/v1/targets?document=luozhuang')).json().items;
    const figure = { indicator: indicator.indicator.id, region: '371311', year: 2024, value: 7, decimals: 0 };
    const source = { title: '试验', publisher: null, date: null, address: null };
    await store.transact((trx) =>
      appendFigures(trx, [{ ...figure, status: 'final', caveats: [], note: null, source }], '2026-06-30T00:00:00Z'),
    );
    expect((await app.inject({ url: URL, headers: { ...headers, 'if-none-match': tag } })).statusCode).toBe(200);
  });

  it.each([
    ['?region=999999', 404, 'not_found'],
    ['?region=3713', 400, 'query_invalid'],
    ['?region=371300&year=abc', 400, 'query_invalid'],
    ['?region=371300&year=1800', 400, 'query_invalid'],
    ['?region=371300&year=2028', 400, 'query_invalid'],
    ['?region=371300&colour=red', 400, 'query_invalid'],
    ['', 400, 'query_invalid'],
    ['?region=370000', 422, 'template_empty'],
  ])('%s: %i %s as problem+json', async (query, status, code) => {
    const { app } = await runningApp();
    const answer = await app.inject(`${URL}${query}`);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status, code });
  });

  it('may be for the year that runs', async () => {
    const { app } = await runningApp();
    expect((await app.inject(`${URL}?region=371300&year=2027`)).statusCode).toBe(200);
  });

  it('is closed to strangers where VIEW=signed-in', async () => {
    const { app } = await runningApp({ VIEW: 'signed-in' });
    expect((await app.inject(`${URL}?region=371300`)).json().code).toBe('sign_in_needed');
  });

  it('is described', async () => {
    const { app } = await runningApp();
    const { paths } = (await app.inject('/api/openapi.json')).json();
    expect(paths['/api/v1/templates/figures.xlsx'].get.parameters.map(({ name }: { name: string }) => name)).toEqual([
      'region',
      'year',
    ]);
  });
});

describe('the form, filled in and handed in', () => {
  it('takes at the keyboard what is taken when it is handed in, and nothing else', async () => {
    const { store } = await runningApp();
    const indicators = await findIndicators(store.read);
    const context = { indicators, regions: null, earlier: () => null };
    for (const indicator of indicators) {
      const [least, most] = numberRule(indicator).formulae;
      for (const value of [-1, 0, 100, 101, 1e9]) {
        const read = {
          indicator: indicator.id,
          region: '371300',
          year: 2024,
          value,
          decimals: 0,
          unit: indicator.unit,
        };
        const place = { sheet: '表', cell: 'E7', row: 7, raw: String(value), rawUnit: null };
        const problems = checkFigures([{ ...read, ...place, status: 'final' }], context, 2026);
        const refused = problems.some(({ severity }) => severity === 'error');
        expect([indicator.id, value, value < least || value > most]).toEqual([indicator.id, value, refused]);
      }
    }
  });

  it('becomes figures, and nothing else is said about it', async () => {
    const { app, signIn } = await runningApp();
    const headers = await signIn('zhang', ['statistician'], '371311');
    const { rawPayload } = await app.inject({ url: URL, headers });
    const [sheet] = Object.values(read(rawPayload, { type: 'buffer' }).Sheets);
    const rows = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 }).map(([name]) => String(name));
    const [, , , last = ''] = rows.slice(rows.indexOf('甲') + 1);
    const body = upload(filled(rawPayload, new Map([[last, { value: 12, status: 'final' }]])), '达标填报表.xlsx');
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/submissions',
      headers: { ...headers, ...body.headers },
      payload: body.payload,
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.json().problems).toEqual([]);
    expect(answer.json().figures).toMatchObject([{ region: '371311', year: 2025, value: 12, status: 'final' }]);
  });

  it('is read whatever rows are filled, in any unit of the catalogue', async () => {
    const { store } = await runningApp();
    const [indicators, regions] = [await findIndicators(store.read), await findRegions(store.read)];
    const entry = fc.record({
      value: fc.oneof(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 9999 }).map((value) => value / 100),
      ),
      status: fc.constantFrom(...FIGURE_STATUSES),
    });
    const entries = fc.array(fc.tuple(fc.constantFrom(...indicators), entry), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(entries, fc.integer({ min: 1990, max: 2030 }), async (list, year) => {
        const typed = new Map(list.map(([{ name }, typedIn]) => [name, typedIn]));
        const region = { code: '371300', name: '临沂市' };
        const bytes = filled(await writeTemplate(templateOf(indicators, { year, region })), typed);
        const { figures, problems } = await readWorkbook(bytes, '表.xlsx', { indicators, regions });
        const byName = new Map(indicators.map((indicator) => [indicator.id, indicator]));
        expect(problems).toEqual([]);
        expect(figures).toHaveLength(typed.size);
        for (const figure of figures) {
          const { name = '', unit } = byName.get(figure.indicator) ?? {};
          expect(figure).toMatchObject({ ...typed.get(name), year, unit, region: '371300' });
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it.each([1, 2, 3, 250, 500])('is read with only row %i of 500 filled, as with all of them', async (only) => {
    const indicators = Array.from({ length: 500 }, (_, at) => indicatorOf(at + 1));
    const bytes = await writeTemplate(templateOf(indicators));
    const vocabulary = { indicators, regions: [LINYI] };
    const one = await readWorkbook(
      filled(bytes, new Map([[`试验指标第${only}号`, { value: only, status: 'final' }]])),
      'x.xlsx',
      vocabulary,
    );
    expect(one.problems).toEqual([]);
    expect(one.figures).toMatchObject([{ indicator: `made-${only}`, value: only, year: 2025, status: 'final' }]);
    const all = await readWorkbook(
      filled(bytes, new Map(indicators.map(({ name }, at) => [name, { value: at, status: 'revised' }]))),
      'x.xlsx',
      vocabulary,
    );
    expect([all.problems, all.figures.length]).toEqual([[], 500]);
  });

  it('does not take values for years, names for headers, or what is published for what is handed in', async () => {
    const names = ['2025年目标数', '数量', '名称', '=A1', '+增速', '-降幅', '@数', '一、二三', '产值（亿元）', '总量'];
    const indicators = names.map((name, at) => indicatorOf(at, { name }));
    const figure: TemplateFigure = { value: 2024, decimals: 0, status: 'final', caveats: [] };
    const template = templateOf(indicators);
    const rows = template.rows.map((row) => ({ ...row, lastYear: figure, thisYear: { ...figure, value: 2023 } }));
    const typed = new Map(names.map((name, at) => [name, { value: 2016 + at, status: 'final' as const }]));
    const bytes = filled(await writeTemplate({ ...template, rows }), typed);
    const { figures, problems } = await readWorkbook(bytes, '2019年.xlsx', { indicators, regions: [LINYI] });
    expect(problems).toEqual([]);
    expect(figures.map(({ indicator, value, year }) => [indicator, value, year])).toEqual(
      names.map((_, at) => [`made-${at}`, 2016 + at, 2025]),
    );
  });

  it('is of the region it names, where two are called the same', async () => {
    const regions = [
      { code: '370000', name: '山东省', parent: null, aliases: [] },
      { code: '370100', name: '济南市', parent: '370000', aliases: [] },
      { code: '370103', name: '市中区', parent: '370100', aliases: [] },
      { code: '370400', name: '枣庄市', parent: '370000', aliases: [] },
      { code: '370402', name: '市中区', parent: '370400', aliases: [] },
    ];
    const indicators = [indicatorOf(1)];
    const region = { code: '370402', name: '枣庄市市中区' };
    const typed = new Map([['试验指标第1号', { value: 5, status: 'final' as const }]]);
    const bytes = filled(await writeTemplate(templateOf(indicators, { region })), typed);
    const { figures, problems } = await readWorkbook(bytes, 'x.xlsx', { indicators, regions });
    expect([problems, figures.map((figure) => figure.region)]).toEqual([[], ['370402']]);
  });

  it('says what a typed cell has wrong, at that cell', async () => {
    const indicators = [indicatorOf(1), indicatorOf(2), indicatorOf(3, { unit: '%', measure: 'share' })];
    const typed = new Map<string, Entry>([
      ['试验指标第1号', { value: '若干', status: 'final' }],
      ['试验指标第2号', { value: '1,234', status: 'final' }],
      ['试验指标第3号', { value: '38.5%', status: 'final' }],
    ]);
    const bytes = filled(await writeTemplate(templateOf(indicators)), typed);
    const { figures, problems } = await readWorkbook(bytes, 'x.xlsx', { indicators, regions: [LINYI] });
    expect(figures.map(({ value }) => value)).toEqual([1234, 38.5]);
    expect(problems).toMatchObject([{ code: 'value_not_number', cell: 'E7' }]);
  });
});
