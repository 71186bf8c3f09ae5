import { join } from 'node:path';
import { openSeeds } from '@dabiao/catalogue/seeds-folder';
import type { Reading, ReadingChange } from '@dabiao/contract/reading';
import { findAudit } from '@dabiao/store/audit';
import { prepareStore } from '@dabiao/store/prepare';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { get, HEAD, paste, patch, post, sendFile, TEXT } from './reading-desk.ts';
import { ROOT, type Running, runningApp } from './running-app.ts';

/** An application with a statistician's reading of the made-up document, and a reviewer. */
async function desk(env: Record<string, string> = {}) {
  const running = await runningApp(env);
  const { cookie } = await running.signIn('li', ['statistician'], '370100');
  const reviewer = (await running.signIn('zhao', ['reviewer'])).cookie;
  const reading = await paste(running, cookie);
  return { running, cookie, reviewer, reading, at: `/readings/${reading.id}` };
}

const accept = (running: Running, cookie: string, at: string, number: number) =>
  patch(running, cookie, `${at}/candidates/${number}`, { state: 'accepted' });

const again = async (running: Running, cookie: string, at: string): Promise<Reading> =>
  (await get(running, cookie, at)).json();

/** Accepts everything that is open. */
async function acceptAll(running: Running, cookie: string, at: string): Promise<void> {
  const { candidates, measures } = await again(running, cookie, at);
  for (const { number } of [...candidates, ...measures]) {
    expect((await accept(running, cookie, at, number)).statusCode).toBe(200);
  }
}

describe('handing in a policy document', () => {
  it('answers the text, its outline, and every demand with its place in the text', async () => {
    const { reading } = await desk();
    expect(reading).toMatchObject({ state: 'open', counts: { open: 6, accepted: 0, rejected: 0 }, repeated: false });
    expect(reading.document).toMatchObject({
      id: 'qinghe-2025',
      period: { from: 2025, to: 2027 },
      regionName: '青禾市',
    });
    expect(reading.outline).toContainEqual(['二、重点任务', '（一）建设枢纽']);
    for (const { start, end, fields } of reading.candidates) expect(reading.text.slice(start, end)).toBe(fields.quote);
    expect(reading.candidates.map(({ fields }) => fields.indicator)).toEqual([
      'A级物流企业',
      '社会物流总费用占生产总值比重',
      '冷库容量',
      expect.stringContaining('省级示范物流园区'),
      'A级物流企业',
    ]);
    expect(reading.candidates[4]?.restates).toBe(0);
    expect(reading.measures.map(({ start, end }) => reading.text.slice(start, end))).toEqual([
      '对新认定的园区给予50万元奖励',
    ]);
  });

  it('leads to the reading there is where the same text comes again, until that is dropped', async () => {
    const { running, cookie, reading, at } = await desk();
    expect(await paste(running, cookie)).toMatchObject({ id: reading.id, repeated: true });
    expect((await post(running, cookie, `${at}/drop`)).json()).toMatchObject({ state: 'dropped', rights: [] });
    expect(await paste(running, cookie)).toMatchObject({ repeated: false });
    expect((await get(running, cookie, '/readings?state=dropped')).json()).toMatchObject({ total: 1 });
  });

  it('reads a file, tells how far it is, and refuses what is no document with a sentence', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const sent = await sendFile(running, cookie, TEXT, '青禾.txt', { 'idempotency-key': 'k1' });
    expect([sent.statusCode, sent.json().fileName, sent.json().counts.open]).toEqual([201, '青禾.txt', 6]);
    expect((await get(running, cookie, '/submissions/progress/k1')).json()).toMatchObject({ step: 'done' });
    const bytes = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]);
    for (const [content, code] of [
      [bytes, 'file_type'],
      [Buffer.from('PK\u0003\u0004broken'), 'file_unreadable'],
      [Buffer.from('  \n '), 'file_empty'],
      [Buffer.from('目'.repeat(400_001)), 'file_too_large'],
    ] as const) {
      const refused = await sendFile(running, cookie, content, 'x');
      expect([refused.json().code, refused.json().detail ?? refused.json().title]).toEqual([
        code,
        expect.stringMatching(/[\u4e00-\u9fff]/),
      ]);
    }
    expect((await get(running, cookie, '/readings')).json().total).toBe(1);
  });

  it('reads a long text in a thread of its own, with the same places', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const long = await paste(running, cookie, `${TEXT}\n${'四、其他事项由各部门按职责办理。\n'.repeat(300)}`);
    expect(long.text.length).toBeGreaterThan(4000);
    expect(long.candidates.map(({ fields }) => fields.quote)).toEqual(
      (await paste(running, cookie)).candidates.map(({ fields }) => fields.quote),
    );
    for (const { start, end, fields } of long.candidates) expect(long.text.slice(start, end)).toBe(fields.quote);
  });

  it('is for those who work here only', async () => {
    const { running, at } = await desk();
    expect((await running.app.inject(`/api/v1${at}`)).statusCode).toBe(401);
    const viewer = (await running.signIn('bai', ['viewer'])).cookie;
    expect((await get(running, viewer, at)).statusCode).toBe(403);
    expect((await post(running, viewer, '/readings', { text: TEXT })).statusCode).toBe(403);
  });
});

describe('deciding', () => {
  it('accepts, rejects, opens again and edits, and keeps who did what with before and after', async () => {
    const { running, cookie, reading, at } = await desk();
    const done: ReadingChange = (await accept(running, cookie, at, 0)).json();
    expect(done).toMatchObject({ counts: { open: 5, accepted: 1 }, candidates: [{ number: 0, state: 'accepted' }] });
    await patch(running, cookie, `${at}/candidates/1`, { state: 'rejected' });
    await patch(running, cookie, `${at}/candidates/1`, { state: 'open' });
    const { quote: _, ...fields } = (reading.candidates[2] as Reading['candidates'][0]).fields;
    const edit = await patch(running, cookie, `${at}/candidates/2`, { fields: { ...fields, comparator: 'approx' } });
    expect(edit.json().candidates[0]).toMatchObject({ edited: true, fields: { comparator: 'approx' } });
    const steps = (await get(running, cookie, `${at}/steps`)).json();
    expect(
      steps.items.map(({ action, candidate }: { action: string; candidate: number }) => [action, candidate]),
    ).toEqual([
      ['edit', 2],
      ['reopen', 1],
      ['reject', 1],
      ['accept', 0],
      ['add', null],
    ]);
    expect(steps.items[0].by).toBe('li');
    expect(JSON.parse(steps.items[0].before).comparator).toBe('gte');
    expect(JSON.parse(steps.items[0].after).comparator).toBe('approx');
    const page = (await get(running, cookie, `${at}/steps?limit=2&cursor=3`)).json();
    expect(page.items.map(({ action }: { action: string }) => action)).toEqual(['reject', 'accept']);
  });

  it('refuses unknown fields, strings for numbers and targets that are not there', async () => {
    const { running, cookie, reading, at } = await desk();
    const fields = reading.candidates[0]?.fields;
    for (const body of [{ state: 'replaced' }, { fields }, { restates: '1' }, { more: 1 }]) {
      expect((await patch(running, cookie, `${at}/candidates/0`, body)).statusCode).toBe(400);
    }
    expect((await accept(running, cookie, at, 99)).statusCode).toBe(404);
    expect((await accept(running, cookie, '/readings/nowhere', 0)).statusCode).toBe(404);
  });

  it('splits by milestone, then merges again', async () => {
    const { running, cookie, at } = await desk();
    const split: ReadingChange = (await post(running, cookie, `${at}/candidates/2/split`)).json();
    expect(split.gone).toEqual([2]);
    expect(split.candidates.map(({ fields }) => fields.milestones.map(({ year }) => year))).toEqual([[2026], [2027]]);
    const [a, b] = split.candidates.map(({ number }) => number);
    const merged: ReadingChange = (await post(running, cookie, `${at}/candidates/${a}/merge`, { with: b })).json();
    expect(merged.gone).toEqual([a, b]);
    expect(merged.candidates[0]).toMatchObject({
      origin: 'merge',
      cameFrom: [a, b],
      fields: {
        milestones: [
          { year: 2026, value: 300_000 },
          { year: 2027, value: 450_000 },
        ],
      },
    });
    expect((await again(running, cookie, at)).counts.open).toBe(6);
    expect((await accept(running, cookie, at, 2)).statusCode).toBe(404);
  });

  it('splits at a place of the text, and says where it cannot', async () => {
    const { running, cookie, reading, at } = await desk();
    const one = reading.candidates[0] as Reading['candidates'][0];
    const cut = await post(running, cookie, `${at}/candidates/0/split`, { at: one.start + 4 });
    const parts: ReadingChange = cut.json();
    expect(parts.candidates.map(({ fields }) => fields.quote).join('')).toBe(one.fields.quote);
    for (const { start, end, fields } of parts.candidates) expect(reading.text.slice(start, end)).toBe(fields.quote);
    const whole = await post(running, cookie, `${at}/candidates/4/split`);
    expect([whole.statusCode, whole.json().code]).toEqual([422, 'candidate_whole']);
  });

  it('makes a target of selected words by the rules, or a plain one to be filled in', async () => {
    const { running, cookie, reading, at } = await desk();
    const start = reading.text.indexOf('冷库容量分别');
    const end = reading.text.indexOf('45万立方米') + 5;
    const made: ReadingChange = (await post(running, cookie, `${at}/candidates`, { start, end })).json();
    const own = made.candidates[0];
    expect(own).toMatchObject({
      origin: 'selection',
      state: 'open',
      fields: { unit: '立方米', clause: ['二、重点任务', '（一）建设枢纽'] },
    });
    expect(reading.text.slice(own?.start, own?.end)).toBe(own?.fields.quote);
    const from = reading.text.indexOf('推动现代');
    const plain: ReadingChange = (
      await post(running, cookie, `${at}/candidates`, { start: from, end: from + 13 })
    ).json();
    const number = plain.candidates[0]?.number ?? -1;
    expect(plain.candidates[0]).toMatchObject({ confidence: 0, fields: { indicator: '', milestones: [] } });
    const refused = await accept(running, cookie, at, number);
    expect([refused.statusCode, refused.json().code, refused.json().errors.length]).toEqual([
      422,
      'candidate_incomplete',
      2,
    ]);
    for (const span of [
      { start: 5, end: 5 },
      { start: 0, end: 1_000_000 },
    ]) {
      expect((await post(running, cookie, `${at}/candidates`, span)).json().code).toBe('selection_invalid');
    }
  });
});

describe('publishing', () => {
  const publish = async (running: Running, cookie: string, at: string) =>
    post(running, cookie, `${at}/publish`, { revision: (await again(running, cookie, at)).revision });

  it('lets nothing unconfirmed through, nobody but a reviewer, and nothing that the seeds would not be let through with', async () => {
    const { running, cookie, reviewer, at } = await desk();
    await patch(running, cookie, at, HEAD);
    const open = await publish(running, reviewer, at);
    expect([open.statusCode, open.json().code]).toEqual([409, 'candidates_open']);
    await acceptAll(running, cookie, at);
    expect((await publish(running, cookie, at)).statusCode).toBe(403);
    const old = await post(running, reviewer, `${at}/publish`, { revision: 0 });
    expect([old.statusCode, old.json().code]).toEqual([409, 'reading_changed']);
    await patch(running, cookie, at, { ...HEAD, period: { from: 2025, to: 2026 } });
    const faulty = await publish(running, reviewer, at);
    expect([faulty.statusCode, faulty.json().code]).toEqual([422, 'reading_faulty']);
    expect(faulty.json().errors.some(({ field }: { field: string }) => /^candidates\.\d+\./.test(field))).toBe(true);
    expect((await get(running, cookie, `${at}/check`)).json().problems.length).toBeGreaterThan(0);
    expect((await running.app.inject('/api/v1/documents/qinghe-2025')).statusCode).toBe(404);
    await patch(running, cookie, at, { ...HEAD, id: 'linyi' });
    expect((await publish(running, reviewer, at)).json().code).toBe('document_exists');
  });

  it('makes a document with its outline, targets, indicators and region, judged, audited, and on every page', async () => {
    const { running, cookie, reviewer, at } = await desk();
    await patch(running, cookie, at, HEAD);
    await acceptAll(running, cookie, at);
    await patch(running, cookie, `${at}/candidates/3`, { state: 'rejected' });
    expect((await publish(running, reviewer, at)).json()).toEqual({
      document: 'qinghe-2025',
      targets: 4,
      measures: 1,
    });

    const document = (await running.app.inject('/api/v1/documents/qinghe-2025')).json();
    expect(document.clauses.map(({ path }: { path: string[] }) => path.at(-1))).toEqual([
      '一、发展目标',
      '二、重点任务',
      '（一）建设枢纽',
      '（二）培育主体',
      '三、组织实施',
    ]);
    expect(document.targets.map(({ id }: { id: string }) => id)).toHaveLength(4);
    const target = (await running.app.inject('/api/v1/targets/qinghe-2025-3')).json();
    expect(JSON.stringify(target)).toContain('市发展改革委');
    expect((await running.app.inject('/api/v1/targets?document=qinghe-2025')).json().total).toBe(4);
    expect((await running.app.inject('/api/v1/overview')).body).toContain('青禾物流计划');
    expect((await running.app.inject('/api/v1/search?q=%E5%86%B7%E5%BA%93')).body).toContain('冷库容量');
    expect((await findAudit(running.store.read, 1))[0]).toMatchObject({ action: 'reading.publish', user: 'zhao' });
    expect(await again(running, cookie, at)).toMatchObject({
      state: 'published',
      publishedAs: 'qinghe-2025',
      rights: [],
    });
    expect((await accept(running, cookie, at, 3)).json().code).toBe('reading_changed');
  });

  it('says before publishing that a short name is in use, and lets only one of two have it', async () => {
    const { running, cookie, reviewer, at } = await desk();
    const other = `/readings/${(await paste(running, cookie, `${TEXT}\n`)).id}`;
    for (const place of [at, other]) {
      await patch(running, cookie, place, HEAD);
      await acceptAll(running, cookie, place);
    }
    expect((await get(running, cookie, `${other}/check`)).json().problems).toEqual([]);
    const done = await Promise.all([at, other].map((place) => publish(running, reviewer, place)));
    expect(done.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const refused = done.find(({ statusCode }) => statusCode === 409)?.json();
    expect([refused.code, refused.detail]).toEqual(['document_exists', expect.stringContaining('“qinghe-2025”')]);
    const late = done[0]?.statusCode === 200 ? other : at;
    const { problems } = (await get(running, cookie, `${late}/check`)).json();
    expect(problems[0]).toEqual({ candidate: null, field: 'id', message: expect.stringContaining('请另取一个') });
    await patch(running, cookie, late, { ...HEAD, id: 'qinghe-2025-b' });
    expect((await publish(running, reviewer, late)).statusCode).toBe(200);
  });

  it('is corrected with a reason: the document stays until it is published anew, then is replaced, its other targets by their names', async () => {
    const { running, cookie, reviewer, at } = await desk();
    await patch(running, cookie, at, HEAD);
    await acceptAll(running, cookie, at);
    await publish(running, reviewer, at);
    const shown = async () => (await running.app.inject('/api/v1/targets?document=qinghe-2025')).json();
    const before = await shown();
    expect((await again(running, reviewer, at)).rights).toEqual(['correct']);
    expect((await again(running, cookie, at)).rights).toEqual([]);
    expect((await post(running, cookie, `${at}/correct`, { reason: '数值抄错' })).statusCode).toBe(403);
    for (const body of [{}, { reason: ' ' }, { reason: '' }])
      expect((await post(running, reviewer, `${at}/correct`, body)).statusCode).toBe(400);
    const opened: Reading = (await post(running, reviewer, `${at}/correct`, { reason: '数值抄错' })).json();
    expect(opened.candidates.map(({ edited }) => edited)).toEqual(opened.candidates.map(() => false));
    expect(opened).toMatchObject({
      state: 'open',
      publishedAs: 'qinghe-2025',
      rights: ['decide', 'publish', 'abandon'],
    });
    expect(await shown()).toEqual(before);

    const { quote: _, ...fields } = (opened.candidates[2] as Reading['candidates'][0]).fields;
    await patch(running, reviewer, `${at}/candidates/2`, { fields: { ...fields, comparator: 'approx' } });
    await patch(running, reviewer, `${at}/candidates/1`, { state: 'rejected' });
    await patch(running, reviewer, at, { ...HEAD, id: 'another' });
    expect((await get(running, reviewer, `${at}/check`)).json().problems[0].message).toContain('短名不能改');
    expect((await publish(running, reviewer, at)).json().code).toBe('document_exists');
    await patch(running, reviewer, at, { ...HEAD, shortTitle: '青禾物流计划（更正）' });
    expect((await get(running, reviewer, `${at}/check`)).json()).toMatchObject({
      problems: [],
      added: [],
      targets: 4,
      measures: 1,
    });
    expect((await publish(running, reviewer, at)).json()).toEqual({
      document: 'qinghe-2025',
      targets: 4,
      measures: 1,
    });

    const after = await shown();
    expect(after.items.map(({ id }: { id: string }) => id).sort()).toEqual(
      before.items
        .map(({ id }: { id: string }) => id)
        .filter((id: string) => id !== 'qinghe-2025-2')
        .sort(),
    );
    const indicatorsOf = (page: typeof after) =>
      Object.fromEntries(page.items.map(({ id, indicator }: { id: string; indicator: unknown }) => [id, indicator]));
    expect(indicatorsOf(before)).toMatchObject(indicatorsOf(after));
    expect((await running.app.inject('/api/v1/targets/qinghe-2025-3')).body).toContain('"comparator":"approx"');
    expect((await running.app.inject('/api/v1/documents/qinghe-2025')).body).toContain('青禾物流计划（更正）');
    const lines = (await findAudit(running.store.read, 50)).filter(({ action }) => action.startsWith('reading.'));
    expect(lines.map(({ action }) => action)).toEqual([
      'reading.publish',
      'reading.correct',
      'reading.publish',
      'reading.add',
    ]);
    expect(lines.map(({ detail }) => String(detail))).toEqual([
      expect.stringContaining('"correction":true'),
      expect.stringContaining('数值抄错'),
      expect.not.stringContaining('correction'),
      expect.anything(),
    ]);
    expect((await post(running, reviewer, `${at}/drop`)).statusCode).toBe(409);
  });

  it('cannot be given up while it is corrected, and nothing but a published one is corrected', async () => {
    const { running, cookie, reviewer, at } = await desk();
    expect((await post(running, reviewer, `${at}/correct`, { reason: '抄错' })).json().code).toBe('reading_changed');
    await patch(running, cookie, at, HEAD);
    await acceptAll(running, cookie, at);
    await publish(running, reviewer, at);
    await post(running, reviewer, `${at}/correct`, { reason: '抄错' });
    const refused = await post(running, reviewer, `${at}/drop`);
    expect([refused.statusCode, refused.json().detail]).toEqual([403, expect.stringContaining('只是这次更正')]);
    expect((await again(running, reviewer, at)).state).toBe('open');
  });

  it('leaves the document there when the program starts anew and when seeds are loaded again', async () => {
    const { running, cookie, reviewer, at } = await desk();
    await patch(running, cookie, at, HEAD);
    await acceptAll(running, cookie, at);
    await publish(running, reviewer, at);
    const before = (await running.app.inject('/api/v1/documents/qinghe-2025')).json();
    const seeds = await openSeeds(join(ROOT, 'seeds'), null);
    await prepareStore(running.store, { seeds, anew: true, kind: 'real', today: '2026-06-30', version: 'next' });
    const app = await running.restart();
    expect((await app.inject('/api/v1/documents/qinghe-2025')).json()).toEqual(before);
    expect((await app.inject('/api/v1/documents')).json().items.at(-1).id).toBe('qinghe-2025');
  });

  it('asks for another reviewer where REVIEW=required', async () => {
    const running = await runningApp({ REVIEW: 'required' });
    const { cookie } = await running.signIn('zhao', ['reviewer']);
    const { id, rights } = await paste(running, cookie);
    expect(rights).not.toContain('publish');
    expect((await publish(running, cookie, `/readings/${id}`)).json().code).toBe('publish_own');
  });

  it('gives the draft of the command line, without what was rejected', async () => {
    const { running, cookie, at } = await desk();
    await patch(running, cookie, `${at}/candidates/1`, { state: 'rejected' });
    const answer = await get(running, cookie, `${at}/draft.yaml`);
    expect(answer.headers['content-disposition']).toContain('qinghe-2025.yaml');
    const draft = parse(answer.body);
    expect(draft.targets.map(({ unit }: { unit: string }) => unit)).toEqual(['家', '立方米', '个', '家']);
    expect(draft.targets[3].restates).toBe(draft.targets[0].id);
    expect(answer.body).toContain('# 把握0.95');
  });
});
