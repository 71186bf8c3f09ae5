import type { SearchAnswer, SearchHit, SearchKind } from '@dabiao/contract/search';
import { markReleased, putSetting } from '@dabiao/store/settings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Running, runningApp } from './running-app.ts';

type App = Running['app'];

const ask = async (app: App, q: string, more = ''): Promise<SearchAnswer> => {
  const answer = await app.inject(`/api/v1/search?q=${encodeURIComponent(q)}${more}`);
  expect([q.slice(0, 80), answer.statusCode]).toEqual([q.slice(0, 80), 200]);
  return answer.json();
};

const hitsOf = ({ groups }: SearchAnswer, kind: SearchKind): SearchHit[] =>
  groups.find((group) => group.kind === kind)?.hits ?? [];

const markedIn = ({ title }: SearchHit): string[] => title.marks.map(({ from, to }) => title.text.slice(from, to));

describe('a search', () => {
  it.each([
    ['绿色工厂', '绿色工厂'],
    ['lvsegongchang', '绿色工厂'],
    ['lusegongchang', '绿色工厂'],
    ['LvSeGongChang', '绿色工厂'],
    ['lvsegongch', '绿色工厂'],
    ['lvsegc', '绿色工厂'],
    ['lsgc', '绿色工厂'],
    ['lv se gong chang', '绿色工厂'],
    ['绿色 工厂', '绿色工厂'],
    ['綠色工廠', '绿色工厂'],
    ['5gjz', '5G基站'],
    ['５Ｇ基站', '5G基站'],
    ['5g jizhan', '5G基站'],
    ['zjtx', '专精特新'],
    ['zhuanjingtexin', '专精特新'],
  ])('for %s finds targets and indicators on %s, and marks it', async (q, wanted) => {
    const { app } = await runningApp();
    const answer = await ask(app, q);
    for (const kind of ['target', 'indicator'] as const) {
      const [first] = hitsOf(answer, kind);
      expect(first?.title.text.replaceAll(/[“”]/g, '')).toContain(wanted);
      expect((first ? markedIn(first) : []).join('').replaceAll(/[“”]/g, '')).toBe(wanted);
    }
  });

  it('puts the exact name first', async () => {
    const { app } = await runningApp();
    const titles = hitsOf(await ask(app, '工业产值', '&limit=50'), 'indicator').map(({ title }) => title.text);
    expect(titles[0]).toBe('工业产值');
    expect(titles.length).toBeGreaterThan(1);
  });

  it('asks for all its words, wherever they stand', async () => {
    const { app } = await runningApp();
    const hits = hitsOf(await ask(app, '临沂 5G', '&limit=50'), 'target');
    expect(hits.length).toBeGreaterThan(0);
    expect([hits[0]?.region?.name, hits[0]?.title.text]).toEqual(['临沂市', expect.stringContaining('5G')]);
    const byPinyin = hitsOf(await ask(app, 'linyi 5g', '&limit=50'), 'target');
    expect(byPinyin.map(({ id }) => id).sort()).toEqual(hits.map(({ id }) => id).sort());
  });

  it('finds documents, clauses, departments, goals and sentences', async () => {
    const { app } = await runningApp();
    expect(hitsOf(await ask(app, '先进工业强市'), 'document')[0]?.id).toBe('linyi');
    const [clause] = hitsOf(await ask(app, '数字赋能'), 'clause');
    expect(clause).toMatchObject({
      document: { id: 'linyi' },
      clause: ['三、重点任务', expect.stringContaining('数字赋能')],
    });
    const [department] = hitsOf(await ask(app, 'gyhxxhj'), 'department');
    expect(department?.title.text).toContain('工业和信息化局');
    expect(department?.targets).toBeGreaterThan(0);
    const narrative = await ask(app, '走在前列', '&kind=goal');
    for (const hit of hitsOf(narrative, 'goal')) expect(hit.verdict).toBeNull();
    const [sentence] = hitsOf(await ask(app, '工业税收较2021年翻一番'), 'target');
    expect(sentence?.id).toBe('linyi-industrial-tax-doubling');
    expect(sentence?.quote?.marks).toEqual([{ from: 0, to: 13 }]);
  });

  it('finds by other names, and says by which', async () => {
    const { app } = await runningApp();
    const [hit] = hitsOf(await ask(app, '规上工业营业收入'), 'indicator');
    expect(hit).toMatchObject({ title: { text: '规模以上工业营业收入' }, alias: { text: '规上工业营业收入' } });
  });

  it('gives the verdict of the year asked for, as the target says it itself', async () => {
    const { app } = await runningApp();
    for (const year of [2022, 2024]) {
      const hits = hitsOf(await ask(app, '5G基站', `&year=${year}`), 'target');
      expect(hits.length).toBeGreaterThan(0);
      for (const { id, verdict } of hits) {
        const { row } = (await app.inject(`/api/v1/targets/${id}?year=${year}`)).json();
        expect([id, verdict?.verdict]).toEqual([id, row.assessment.verdict]);
      }
    }
  });

  it('limits the hits of a kind, not their count, and gives all ids when asked', async () => {
    const { app } = await runningApp();
    const [group] = (await ask(app, '济南', '&kind=target&limit=2&ids=true')).groups;
    expect(group?.hits.length).toBe(2);
    expect(group?.total).toBeGreaterThan(10);
    expect(new Set(group?.ids).size).toBe(group?.total);
    const listed = (await app.inject('/api/v1/targets?region=370100&limit=500')).json().items;
    for (const { id } of listed) expect(group?.ids).toContain(id);
  });

  it('answers in English titles when asked', async () => {
    const { app } = await runningApp();
    const headers = { 'accept-language': 'en' };
    const answer = (await app.inject({ url: '/api/v1/search?q=green%20factories', headers })).json() as SearchAnswer;
    const [first] = hitsOf(answer, 'indicator');
    expect(first?.title.text).toMatch(/green factor/i);
    expect(first ? markedIn(first).join(' ') : '').toMatch(/green factor/i);
  });

  it('finds nothing for nothing', async () => {
    const { app } = await runningApp();
    for (const q of ['', ' ', '　\t', 'qqqqzzzz', '没有这样的东西']) expect((await ask(app, q)).groups).toEqual([]);
    expect((await app.inject('/api/v1/search')).json().code).toBe('query_invalid');
  });

  it('takes any text as text', async () => {
    const { app } = await runningApp();
    const hostile = [
      "' OR 1=1--",
      '.*',
      '(a+)+$',
      '[',
      '\\',
      '%00',
      '😀😀',
      '\ud800',
      '{}',
      '__proto__',
      'constructor',
    ];
    for (const q of hostile) expect((await ask(app, q.toWellFormed())).groups).toEqual([]);
    const long = ['a'.repeat(10_000), '绿'.repeat(1000), '绿 '.repeat(1000), 'an'.repeat(30), "xi'an ".repeat(1000)];
    for (const q of long) await ask(app, q);
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (q) => {
        const answer = await app.inject({ url: '/api/v1/search', query: { q: q.toWellFormed() } });
        expect(answer.statusCode).toBe(200);
      }),
      { numRuns: 100 },
    );
  });

  it('answers 304 to whoever holds it, and stays closed where VIEW=signed-in', async () => {
    const { app, store } = await runningApp();
    const url = '/api/v1/search?q=5G';
    const headers = { 'if-none-match': String((await app.inject(url)).headers.etag) };
    expect((await app.inject({ url, headers })).statusCode).toBe(304);
    await store.transact(markReleased);
    expect((await app.inject({ url, headers })).statusCode).toBe(200);
    const closed = await runningApp({ VIEW: 'signed-in' });
    expect((await closed.app.inject(url)).json().code).toBe('sign_in_needed');
  });

  it('knows a catalogue that was loaded while it runs', async () => {
    const { app, store } = await runningApp();
    expect((await ask(app, '海洋牧场')).groups).toEqual([]);
    await store.transact(async (trx) => {
      await trx.updateTable('indicator').set({ name: '海洋牧场' }).where('id', '=', '5g-base-stations').execute();
      await putSetting(trx, 'catalogue_hash', 'another');
    });
    expect(hitsOf(await ask(app, 'hymc'), 'indicator')[0]?.title.text).toBe('海洋牧场');
  });
});
