import { siftFigures } from '@dabiao/domain/check-figures';
import type { Figure } from '@dabiao/domain/figure';
import type { Indicator } from '@dabiao/domain/indicator';
import { UPLOAD_PROBLEM_CODES, type UploadProblem, unlistedProblems } from '@dabiao/domain/problem';
import type { Region } from '@dabiao/domain/region';
import type { Hints } from '@dabiao/ingest/hints';
import { readWorkbook } from '@dabiao/ingest/read-workbook';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { send, stationsFile } from './handing.ts';
import { runningApp } from './running-app.ts';
import { numbersOf, unquotedChinese } from './two-languages.ts';

const indicator = (id: string, name: string, nameEn: string | null, more: Partial<Indicator>): Indicator => ({
  id,
  name,
  nameEn,
  unit: '个',
  direction: 'more',
  measure: 'stock',
  definition: null,
  aliases: [],
  naturalLimit: null,
  ...more,
});

const indicators = [
  indicator('stations', '5G基站数', '5G base stations', { definition: '年末累计建成数' }),
  indicator('revenue', '营业收入', 'Operating revenue', { unit: '亿元', measure: 'flow' }),
  indicator('share', '研发占比', null, { unit: '%', measure: 'share', naturalLimit: 100 }),
  indicator('growth', '增速', 'Growth', { unit: '%', measure: 'rate' }),
  indicator('people', '常住人口', 'Residents', { unit: '万人' }),
  indicator('energy', '单位能耗', 'Energy intensity', { unit: '吨标准煤/万元', measure: 'flow' }),
  indicator('one', '甲指标', 'First one', { aliases: ['双名'] }),
  indicator('other', '乙指标', 'Other one', { aliases: ['双名'] }),
];
const region = (code: string, name: string, parent: string | null): Region => ({ code, name, parent, aliases: [] });
const regions = [
  region('370000', '甲省', null),
  region('370100', '济南市', '370000'),
  region('370200', '青岛市', '370000'),
  region('370102', '历下区', '370100'),
  region('370103', '市中区', '370100'),
  region('370203', '市中区', '370200'),
];
const HEADER = '地区,指标,年份,数值,单位,状态';

/** Published: 50,000 stations of Jinan in 2023 and 2022. */
const published = (id: string, code: string, year: number): Figure | null =>
  id === 'stations' && code === '370100' && (year === 2022 || year === 2023)
    ? {
        indicator: id,
        region: code,
        year,
        value: 50_000,
        decimals: 0,
        status: 'final',
        caveats: [],
        note: null,
      }
    : null;

async function problemsOf(
  bytes: string | Uint8Array,
  { name = 'a.csv', hints = {}, own = null }: { name?: string; hints?: Hints; own?: ReadonlySet<string> | null } = {},
): Promise<UploadProblem[]> {
  const read = await readWorkbook(Buffer.from(bytes), name, { indicators, regions }, hints);
  const context = { indicators, regions: own, catalogueRegions: regions, earlier: published };
  return siftFigures(read, context, 2026).problems;
}

/** Rows of the long layout. */
const rows = (...lines: string[]): string => [HEADER, ...lines].join('\n');
const workbook = (sheets: Record<string, unknown[][]>, hidden: string[] = []): Uint8Array => {
  const names = Object.keys(sheets);
  const Sheets = Object.fromEntries(names.map((own) => [own, utils.aoa_to_sheet(sheets[own] ?? [])]));
  const Workbook = { Sheets: names.map((own) => ({ Hidden: hidden.includes(own) ? (1 as const) : (0 as const) })) };
  return new Uint8Array(write({ SheetNames: names, Sheets, Workbook }, { type: 'buffer', bookType: 'xlsx' }));
};

/** Files with something wrong, and what is said of them. */
const CASES: [string, () => Promise<UploadProblem[]>][] = [
  ['no workbook', () => problemsOf('%PDF-1.7')],
  ['a picture', () => problemsOf('GIF89a')],
  ['another extension', () => problemsOf('a', { name: 'a.exe' })],
  ['a web page', () => problemsOf('<html><body>')],
  ['a CSV named .xlsx', () => problemsOf('a,b', { name: 'a.xlsx' })],
  ['an empty file', () => problemsOf('')],
  ['no text', () => problemsOf('a\0b')],
  ['an open quotation mark', () => problemsOf('a,b\nc,"d\n')],
  ['an unknown encoding', () => problemsOf(new Uint8Array([0x41, 0xff, 0xff, 0x01]))],
  ['21 MB', () => problemsOf(new Uint8Array(21 * 1024 * 1024))],
  ['600 columns', () => problemsOf(Array.from({ length: 600 }, () => '1').join(','))],
  [
    'a password',
    () =>
      problemsOf(
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.from('EncryptedPackage\0', 'utf16le'),
        ]),
        { name: 'a.xls' },
      ),
  ],
  ['empty and hidden sheets', () => problemsOf(workbook({ 空表: [], 藏: [['a']] }, ['藏']), { name: 'a.xlsx' })],
  ['no header', () => problemsOf('随便写的\n两行')],
  [
    'names',
    () =>
      problemsOf(
        rows(
          '济南市,5G基站个数,2024,5,个,年报',
          '济南市,双名,2024,5,个,年报',
          '月球,5G基站数,2024,1,个,年报',
          '市中区,5G基站数,2024,1,个,年报',
          '合计,5G基站数,2024,1,个,年报',
          ',5G基站数,2024,1,个,年报',
          '济南市,,2024,1,个,年报',
          '济南市,霓虹灯箱,2024,1,个,年报',
        ),
      ),
  ],
  [
    'years',
    () =>
      problemsOf(
        rows(
          '济南市,5G基站数,某年,5,个,年报',
          '济南市,5G基站数,2023年1-9月,5,个,年报',
          '济南市,5G基站数,,5,个,年报',
          '济南市,5G基站数,2099,5,个,年报',
        ),
      ),
  ],
  [
    'values',
    () =>
      problemsOf(
        rows(
          '济南市,5G基站数,2024,若干,个,年报',
          '济南市,5G基站数,2025,1234567890.1234567,个,年报',
          '济南市,5G基站数,2021,,个,年报',
          '济南市,5G基站数,2020,…,个,年报',
          '济南市,5G基站数,2019,-5,个,年报',
          '青岛市,5G基站数,2018,1.5,个,年报',
        ),
      ),
  ],
  [
    'a broken formula',
    () =>
      problemsOf(
        workbook({
          表: [HEADER.split(','), ['济南市', '5G基站数', 2024, { t: 'e', v: 0x17, w: '#REF!' }, '个', '年报']],
        }),
        { name: 'a.xlsx' },
      ),
  ],
  [
    'units',
    () =>
      problemsOf(
        rows(
          '济南市,营业收入,2024,5,光年儿,年报',
          '济南市,营业收入,2023,5,个,年报',
          '济南市,营业收入,2022,2.5,万亿元,年报',
          '济南市,营业收入,2021,5万,亿元,年报',
          '济南市,营业收入,2020,25000亿,亿元,年报',
          '济南市,5G基站数,2020,5,,年报',
        ),
      ),
  ],
  ['status', () => problemsOf(rows('济南市,5G基站数,2024,5,个,大概', '济南市,5G基站数,2025,60000,个,'))],
  [
    'repeated rows',
    () =>
      problemsOf(
        rows(
          '青岛市,5G基站数,2024,50000,个,年报',
          '青岛市,5G基站数,2024,50000,个,年报',
          '青岛市,营业收入,2024,5.5,亿元,年报',
          '青岛市,营业收入,2024,6.5,亿元,年报',
        ),
      ),
  ],
  [
    'limits',
    () =>
      problemsOf(
        rows(
          '济南市,研发占比,2024,120.5,%,年报',
          '济南市,增速,2024,350,%,年报',
          '济南市,增速,2023,-120,%,年报',
          '济南市,常住人口,2024,200000,万人,年报',
          '济南市,单位能耗,2024,-0.52,吨标准煤/万元,年报',
        ),
      ),
  ],
  ['another’s region', () => problemsOf(rows('青岛市,5G基站数,2024,5,个,年报'), { own: new Set(['370100']) })],
  [
    'published figures',
    () => problemsOf(rows('济南市,5G基站数,2023,49000,个,年报', '济南市,5G基站数,2022,50000,个,年报')),
  ],
  [
    'a fall of what is cumulative',
    () => problemsOf(rows('济南市,5G基站数,2024,109000,个,年报', '济南市,5G基站数,2025,98000,个,年报')),
  ],
  [
    'jumps',
    () =>
      problemsOf(
        rows(
          '青岛市,营业收入,2021,100,亿元,年报',
          '青岛市,营业收入,2022,1500,亿元,年报',
          '青岛市,营业收入,2023,15000000,亿元,年报',
          '青岛市,营业收入,2024,1500,亿元,年报',
          '青岛市,研发占比,2022,36.5,%,年报',
          '青岛市,研发占比,2023,0.38,%,年报',
        ),
      ),
  ],
  [
    'jumps from a series',
    () =>
      problemsOf(
        rows(
          ...[100, 110, 121, 133, 146, 292].map((value, at) => `青岛市,营业收入,${2019 + at},${value},亿元,年报`),
          ...[5, 6, 5.5, 6.2, 5.8, 60].map((value, at) => `青岛市,增速,${2019 + at},${value},%,年报`),
        ),
      ),
  ],
  [
    'totals of regions',
    () =>
      problemsOf(
        rows(
          '甲省,营业收入,2024,100.5,亿元,年报',
          '济南市,营业收入,2024,60.25,亿元,年报',
          '青岛市,营业收入,2024,70.5,亿元,年报',
        ),
      ),
  ],
  [
    'totals of a sheet',
    () =>
      problemsOf('单位：亿元\n地区,2024年营业收入\n济南市,60.5\n青岛市,70.5\n合计,140\n', {
        hints: { status: 'final' },
      }),
  ],
  [
    'remembered corrections',
    async () => {
      const file = '地区,项目,2022年,2023年\n济南市,基站总数,5,6\n';
      const { sheets } = await readWorkbook(Buffer.from(file), 'a.csv', { indicators, regions });
      const [view] = sheets;
      if (!view) throw new Error('no sheet');
      const label = { label: '基站总数', indicator: 'stations' };
      const headers = [{ row: 40, rows: 1, text: '没有的表头' }];
      const columns = [{ column: 9, text: '没有的列', use: 'note' as const }];
      const shapes = [{ shape: view.shape, names: view.names, indicators: [label], headers, columns }];
      return problemsOf(file, { hints: { remembered: shapes } });
    },
  ],
];

/** Everything wrong with the sentences of a problem; empty where nothing is. */
function faults({ code, message, messageEn }: UploadProblem, people: readonly string[] = []): string[] {
  const en = people.reduce((text, name) => text.replaceAll(name, ''), messageEn ?? '');
  const [own, theirs] = [numbersOf(en), numbersOf(message)];
  return [
    ...(en.trim().length < 20 ? ['it is hardly said'] : []),
    ...unquotedChinese(en),
    ...(JSON.stringify(own) === JSON.stringify(theirs) ? [] : [`numbers ${own.join(' ')}, not ${theirs.join(' ')}`]),
    ...(/[.?]$/.test(en) && /^[\p{Lu}\d“]/u.test(en) ? [] : ['it is no whole sentence']),
    ...(/undefined|NaN|\[object/.test(en) ? ['it is made of nothing'] : []),
  ].map((fault) => `${code}: ${fault}\n${message}\n${messageEn}`);
}

describe('what is wrong with an upload', () => {
  const found = new Set<string>();

  it.each(CASES)('is said in English with the same numbers: %s', async (_what, provoke) => {
    const problems = await provoke();
    expect(problems.length).toBeGreaterThan(0);
    for (const { code } of problems) found.add(code);
    expect(problems.flatMap((problem) => faults(problem))).toEqual([]);
    const [first] = problems;
    if (first) expect(faults(unlistedProblems(first, 1234))).toEqual([]);
  });

  it('is said so of every code', () => {
    // figure_in_hand takes two people: below.
    expect(UPLOAD_PROBLEM_CODES.filter((code) => !found.has(code))).toEqual(['figure_in_hand']);
  });

  it('is kept and answered in both languages, what others have in hand too', async () => {
    const running = await runningApp();
    const [li, wang] = [
      await running.signIn('李', ['statistician'], '370100'),
      await running.signIn('wang', ['statistician'], '370100'),
    ];
    await send(running, li.cookie, stationsFile(60_000));
    const sent = (await send(running, wang.cookie, stationsFile(61_000))).json();
    expect(sent.problems.map(({ code }: UploadProblem) => code)).toContain('figure_in_hand');
    expect(sent.problems.flatMap((problem: UploadProblem) => faults(problem, ['李']))).toEqual([]);
    const again = await running.app.inject({
      url: `/api/v1/submissions/${sent.id}`,
      headers: { cookie: wang.cookie },
    });
    expect(again.json().problems).toEqual(sent.problems);
  });

  it('is said so of typed rows', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const row = { indicator: '5g-base-stations', region: '370100', year: 2025, value: 60_500 };
    const typed = [
      { ...row, indicator: '月球基站' },
      { ...row, indicator: '5G基站个数' },
      { ...row, region: '月球市' },
      { ...row, unit: '光年儿' },
      { ...row, unit: '亿元' },
      { ...row, value: '1234567890.1234567' },
      { ...row, value: '6.05', unit: '万个' },
      { ...row, region: '370300' },
      { ...row, year: 2099 },
    ];
    const payload = { rows: typed };
    const answer = await running.app.inject({
      method: 'POST',
      url: '/api/v1/submissions',
      headers: { cookie },
      payload,
    });
    const { problems } = answer.json();
    expect(new Set(problems.map(({ code }: UploadProblem) => code)).size).toBeGreaterThanOrEqual(8);
    expect(problems.flatMap((problem: UploadProblem) => faults(problem))).toEqual([]);
  });

  it('falls back on the Chinese sentence where it was stored before there was one', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { id } = (await send(running, cookie, stationsFile(-1, '济南市,5G基站数,2024,5,个,年报\n'))).json();
    await running.store.transact((trx) => trx.updateTable('submission_problem').set({ message_en: null }).execute());
    const { problems } = (await running.app.inject({ url: `/api/v1/submissions/${id}`, headers: { cookie } })).json();
    expect(problems[0]).toMatchObject({ code: 'value_negative', messageEn: null });
    expect(problems[0].message).toContain('不能为负数');
  });
});
