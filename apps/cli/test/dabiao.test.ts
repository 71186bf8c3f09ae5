import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findAudit } from '@dabiao/store/audit';
import { openStore } from '@dabiao/store/open';
import { databaseFile } from '@dabiao/store/place';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../src/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'dabiao-cli-'));

/** Runs the command as a user would, on a data folder of its own. */
function dabiao(args: string[], input = ''): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: join(folder, 'data') },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

const json = (text: string) => JSON.parse(text);
const HEADER = '地区,指标,年份,数值,单位,状态\n';

beforeAll(() => {
  expect(dabiao(['seed'])).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('dabiao', () => {
  it.each([
    [['bogus']],
    [['import']],
    [['export', 'colours']],
    [['export', 'targets', '--format', 'sdmx-csv']],
    [['export', 'measures', '--format', 'sdmx-csv']],
    [['import', join(folder, 'nowhere.csv')]],
    [['import', '-', '--region', 'Jinan']],
    [['import', '-', '--label', 'secret']],
    [['import', '-', '--label', '']],
    [['briefing', '--out', join(folder, 'x.pdf')]],
    [['user', 'add', 'li', '--role', 'king']],
    [['user', 'add', 'li']],
    [['user', 'add', '', '--role', 'viewer']],
    [['user', 'add']],
    [['export', 'assessments', '--year', '1e9']],
    [['export', 'targets', '--out', join(folder, 'no/such/folder.csv')]],
    [['briefing', '--document', 'linyi', '--lang', 'xx', '--out', join(folder, 'x.pdf')]],
  ])('%j is misuse: 2', (args) => {
    const { code, err } = dabiao(args);
    expect(code).toBe(2);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('seeds again without change', () => {
    const { code, out } = dabiao(['seed', '--json']);
    expect([code, json(out).figures]).toEqual([0, 0]);
  });

  it('names file, line and field of a catalogue that is wrong', () => {
    const seeds = join(folder, 'seeds');
    spawnSync('cp', ['-r', resolve(import.meta.dirname, '../../../seeds'), seeds]);
    const file = join(seeds, 'documents/linyi.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/comparator: gte/, 'comparator: plenty'));
    const { code, err } = dabiao(['seed', '--from', seeds]);
    expect(code).toBe(1);
    expect(err).toMatch(/documents\/linyi\.yaml:\d+ .*comparator/);
  });
});

describe('dabiao assess', () => {
  it('judges without any database', () => {
    const one = {
      method: 'required_pace',
      direction: 'increase',
      base_year: 2015,
      base_value: 10,
      latest_year: 2020,
      latest_value: 14,
      target_year: 2030,
      target_value: 20,
    };
    const { code, out } = dabiao(['assess', '-'], JSON.stringify([one, { method: 'direction_only' }]));
    expect(code).toBe(0);
    const [judged, empty] = json(out);
    expect(judged.verdict).toBe('ahead');
    expect(judged.ratio).toBeCloseTo((1.4 ** (1 / 5) - 1) / (2 ** (1 / 15) - 1), 9);
    expect(empty).toMatchObject({ verdict: 'unassessable', reason: expect.any(String) });
  });

  it.each([['{'], ['{}'], ['']])('refuses %j: 1', (input) => {
    expect(dabiao(['assess', '-'], input)).toMatchObject({ code: 1 });
  });
});

describe('dabiao import', () => {
  it('checks without storing', () => {
    const { code, out } = dabiao(
      ['import', '-', '--check', '--json'],
      `${HEADER}济南市,5G基站数,2025,6.05,万个,年报\n`,
    );
    expect(code).toBe(0);
    expect(json(out)).toEqual({
      figures: [
        {
          indicator: '5G基站数',
          indicator_id: expect.any(String),
          region: '370100',
          year: 2025,
          value: 60_500,
          unit: '个',
          status: 'final',
          sheet: expect.any(String),
          cell: 'D2',
        },
      ],
      problems: [
        {
          severity: 'warning',
          code: 'unit_converted',
          message: expect.any(String),
          sheet: 'stdin',
          cell: 'E2',
          row: 2,
        },
      ],
    });
    expect(dabiao(['export', 'figures', '--format', 'json']).out).not.toContain('60500');
  });

  it('stores nothing of a file with one bad cell, and lists it', () => {
    const file = join(folder, 'bad.csv');
    writeFileSync(file, `${HEADER}济南市,5G基站数,2025,60500,个,年报\n济南市,5G基站数,2024,若干,个,年报\n`);
    const { code, out } = dabiao(['import', file, '--publish', '--json']);
    expect([code, json(out).problems[0].cell]).toEqual([1, 'D3']);
    expect(dabiao(['export', 'figures', '--format', 'json']).out).not.toContain('60500');
  });

  it('publishes once', () => {
    const file = join(folder, 'good.csv');
    writeFileSync(file, `${HEADER}济南市,5G基站数,2025,60700,个,年报\n`);
    expect(json(dabiao(['import', file, '--publish', '--json']).out).published).toBe(1);
    expect(json(dabiao(['import', file, '--publish', '--json']).out).published).toBe(0);
    const figures = json(dabiao(['export', 'figures', '--format', 'json']).out);
    expect(figures.filter(({ value }: { value: number }) => value === 60_700)).toMatchObject([
      { region_name: '济南市', year: 2025, version: 1 },
    ]);
  });

  it('says which submission a file was, and takes up its own draft', () => {
    const file = join(folder, 'draft.csv');
    writeFileSync(file, `${HEADER}淄博市,5G基站数,2025,7100,个,年报\n`);
    const draft = json(dabiao(['import', file, '--json']).out);
    expect(draft).toMatchObject({ published: 0 });
    expect(json(dabiao(['import', file, '--json']).out)).toMatchObject({
      submission: draft.submission,
      repeated: true,
    });
    const published = json(dabiao(['import', file, '--publish', '--json']).out);
    expect(published).toMatchObject({ submission: draft.submission, published: 1 });
    const again = json(dabiao(['import', file, '--publish', '--json']).out);
    expect(again).toMatchObject({ submission: draft.submission, published: 0, repeated: true });
  });

  it('publishes what looks wrong only with a reason, which is kept', () => {
    const file = join(folder, 'jump.csv');
    writeFileSync(file, `${HEADER}临沂市,5G基站数,2024,16200,个,年报\n临沂市,5G基站数,2025,1.5,个,年报\n`);
    const refused = dabiao(['import', file, '--publish', '--json']);
    expect([refused.code, json(refused.out).submission]).toEqual([1, undefined]);
    expect(refused.err).toContain('--reason');
    expect(dabiao(['import', file, '--publish', '--reason', ' ']).code).toBe(1);
    const done = dabiao(['import', file, '--publish', '--reason', '统计口径调整', '--json']);
    expect([done.code, json(done.out).published]).toEqual([0, 2]);
  });

  it('labels what it hands in, never below the series it adds to, and never lowers a draft', async () => {
    const file = (name: string, row: string): string => {
      const path = join(folder, name);
      writeFileSync(path, HEADER + row);
      return path;
    };
    const run = (...args: string[]) => json(dabiao(['import', ...args, '--json']).out);
    const store = openStore(databaseFile(join(folder, 'data')));
    const levels = async (id: string) => [
      (await store.read.selectFrom('submission').select('label').where('id', '=', id).executeTakeFirst())?.label,
      (await store.read.selectFrom('figure').select('label').where('submission', '=', id).executeTakeFirst())?.label,
    ];
    const secret = file('secret.csv', '临淄区,5G基站数,2023,3100,个,年报\n');
    const first = run(secret, '--label', 'sensitive', '--publish', '--reason', '核对');
    expect([first.label, first.published]).toEqual(['sensitive', 1]);
    expect(await levels(first.submission)).toEqual([2, 2]);
    // The same bytes with a lower label are what was handed in before; with a higher one they are not.
    expect(run(secret)).toMatchObject({ submission: first.submission, repeated: true, label: 'sensitive' });
    // A year more of the same series, said to be public.
    const next = run(file('next.csv', '临淄区,5G基站数,2024,3150,个,年报\n'), '--publish', '--reason', '核对');
    expect([next.label, await levels(next.submission)]).toEqual(['sensitive', [2, 2]]);
    const open = file('open.csv', '罗庄区,5G基站数,2024,1900,个,年报\n');
    const draft = run(open, '--label', 'internal');
    expect([draft.label, draft.published]).toEqual(['internal', 0]);
    const taken = run(open, '--publish', '--reason', '核对');
    expect(taken).toMatchObject({ submission: draft.submission, label: 'internal', published: 1 });
    expect(await levels(draft.submission)).toEqual([1, 1]);
    const plain = run(file('plain.csv', '罗庄区,5G基站数,2025,1950,个,年报\n'), '--publish', '--reason', '核对');
    expect(plain.label).toBe('internal');
    const [line] = await findAudit(store.read, 1, undefined, { action: 'submission.approve' });
    expect(JSON.parse(line?.detail ?? '')).toMatchObject({ by: 'command line', label: 'internal' });
    await store.close();
  }, 120_000);

  it('keeps the file it read', () => {
    const file = join(folder, 'kept.csv');
    const content = `${HEADER}济南市,5G基站数,2023,50001,个,年报\n`;
    writeFileSync(file, content);
    dabiao(['import', file, '--publish', '--reason', '补报']);
    const hash = createHash('sha256').update(content).digest('hex');
    expect(readFileSync(join(folder, 'data', 'uploads', hash), 'utf8')).toBe(content);
  });
});

describe('dabiao export', () => {
  it('gives targets in the fixed form', () => {
    const targets = json(dabiao(['export', 'targets', '--format', 'json']).out);
    const target = targets.find(({ id }: { id: string }) => id === 'linyi-5g-base-stations');
    expect(target).toEqual({
      id: 'linyi-5g-base-stations',
      document: 'linyi',
      region: '371300',
      indicator: '5G基站数',
      unit: '个',
      kind: 'level',
      comparator: 'gte',
      qualifier: '以上',
      milestones: [{ year: 2026, value: 20_000, wording: expect.stringContaining('20000') }],
      every_year: false,
      period: { from: 2022, to: 2026 },
      baseline: null,
      clause: expect.stringContaining('数字赋能'),
      quote: expect.stringContaining('5G基站达到20000个以上'),
      departments: [],
      notes: expect.toSatisfy((notes) => notes === null || typeof notes === 'string'),
    });
  });

  it('gives goals without a number, too', () => {
    const targets = json(dabiao(['export', 'targets', '--format', 'json']).out);
    const of = (wanted: string) => targets.find(({ id }: { id: string }) => id === wanted);
    expect(of('jinan-industrial-value-added-share-rising')).toMatchObject({
      kind: 'share',
      unit: '%',
      comparator: 'gt',
      qualifier: '持续提升',
      milestones: [],
    });
    expect(of('zibo-provincial-lead')).toMatchObject({ kind: 'narrative', indicator: '定性目标', milestones: [] });
    const rows = dabiao(['export', 'targets', '--format', 'csv']).out;
    expect(rows).toContain('zibo-provincial-lead');
  });

  it('gives policy measures, whole and as a table', () => {
    const measures = json(dabiao(['export', 'measures', '--format', 'json']).out);
    expect(measures.find(({ id }: { id: string }) => id === 'zibo-technical-renovation')).toMatchObject({
      clause: expect.stringContaining(' / 1.装备升级换芯工程'),
      form: 'subsidy',
      amount: null,
      share: { percent: 10, of: '第三方机构审核的实际设备(软件)投资额', at_most: true },
      ceiling: { value: 500, unit: '万元', of: '补助' },
    });
    const [head = '', ...rows] = dabiao(['export', 'measures']).out.trim().split('\r\n');
    expect(head).toContain('id,document,clause,beneficiary,purpose,form,amount,amount_unit,share_percent');
    expect(rows).toHaveLength(measures.length);
  });

  it('gives figures as SDMX-CSV with the status of each', () => {
    const [head, ...rows] = dabiao(['export', 'figures', '--format', 'sdmx-csv']).out.trim().split('\r\n');
    expect(head).toContain('REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS');
    expect(rows.some((row) => row.includes('370100,5g-base-stations,2019,6025,个,A'))).toBe(true);
  });

  it.each(['csv', 'xlsx'])('writes %s', (format) => {
    const file = join(folder, `assessments.${format}`);
    expect(dabiao(['export', 'assessments', '--format', format, '--out', file]).code).toBe(0);
    const start = readFileSync(file).subarray(0, 3).toString('hex');
    expect(start).toMatch(format === 'csv' ? /^efbbbf/ : /^504b/);
  });
});

describe('dabiao user and briefing', () => {
  it('adds a statistician of a region once, and gives a one-time password', () => {
    const add = ['user', 'add', 'zhang', '--role', 'statistician', '--region', '371300', '--json'];
    expect(json(dabiao(add).out)).toMatchObject({ name: 'zhang', password: expect.stringMatching(/.{16}/) });
    expect(dabiao(add).code).toBe(1);
    expect(dabiao(['user', 'add', 'both', '--role', 'system_admin,auditor']).code).toBe(1);
    expect(dabiao(['user', 'passwd', 'zhang']).code).toBe(0);
    expect(dabiao(['user', 'disable', 'zhang']).code).toBe(0);
    expect(dabiao(['user', 'disable', 'nobody']).code).toBe(1);
  });

  it('prints a briefing', () => {
    const file = join(folder, 'linyi.pdf');
    expect(dabiao(['briefing', '--document', 'linyi', '--year', '2024', '--out', file])).toMatchObject({ code: 0 });
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    expect(dabiao(['briefing', '--document', 'nowhere', '--out', file])).toMatchObject({ code: 1 });
    expect(dabiao(['briefing', '--document', 'linyi', '--all', '--out', file])).toMatchObject({ code: 2 });
    expect(dabiao(['briefing', '--all', '--form', 'grand', '--out', file])).toMatchObject({ code: 2 });
  });

  it('prints one of a region as DOCX and XLSX, and one for each region as an archive', () => {
    const start = (ending: string) => {
      const file = join(folder, `briefing.${ending}`);
      const of = ending === 'zip' ? ['--by', 'region'] : ['--region', '371311'];
      const { code, out } = dabiao(['briefing', ...of, '--year', '2024', '--short', '--out', file, '--json']);
      expect([ending, code]).toEqual([ending, 0]);
      return { said: json(out), head: readFileSync(file).subarray(0, 2).toString() };
    };
    expect(start('docx').head).toBe('PK');
    expect(start('xlsx').head).toBe('PK');
    expect(start('zip')).toMatchObject({ said: { briefings: 5 }, head: 'PK' });
  });
});

describe('a demonstration workspace', () => {
  const env = { ...process.env, DATA_DIR: join(folder, 'demo') };
  const run = (args: string[], more: Record<string, string> = {}) =>
    spawnSync(process.execPath, [MAIN, ...args], {
      encoding: 'utf8',
      env: { ...env, ...more },
      maxBuffer: 64 * 1024 * 1024,
    });

  it('is known by its store, not by the one who asks', () => {
    expect(run(['seed'], { DEMO: '1' }).status).toBe(0);
    const file = join(folder, 'demo.pdf');
    expect(run(['briefing', '--document', 'linyi', '--out', file]).status).toBe(0);
    const pages = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout.split('\f').slice(0, -1);
    for (const page of pages) expect(page.replace(/\s/g, '')).toContain('演示数据，非真实统计');
    const judged = json(run(['export', 'assessments', '--format', 'json']).stdout);
    expect(judged.every(({ demo }: { demo: number }) => demo === 1)).toBe(true);
  });

  it('is not made of a real one', () => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'seed'], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: join(folder, 'data'), DEMO: '1' },
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('真实数据')]);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('of a damaged database says so in a sentence', () => {
    const place = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(place, 'dabiao.db'), 'no database at all, just words '.repeat(100));
    const { status, stderr } = run(['export', 'targets'], { DATA_DIR: place });
    expect([status, stderr]).toEqual([2, expect.stringContaining('不是达标的数据库文件')]);
  });
});
