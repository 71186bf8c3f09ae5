import type { MeasureEdit, Reading } from '@dabiao/contract/reading';
import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { get, HEAD, paste, patch, post } from './reading-desk.ts';
import { type Running, runningApp } from './running-app.ts';

/** A made-up document that is published, with one target rejected. */
async function published(env: Record<string, string> = {}) {
  const running = await runningApp(env);
  const { cookie } = await running.signIn('li', ['statistician'], '370100');
  const reviewer = (await running.signIn('zhao', ['reviewer'])).cookie;
  const { id, candidates, measures } = await paste(running, cookie);
  const at = `/readings/${id}`;
  await patch(running, cookie, at, HEAD);
  for (const { number } of [...candidates, ...measures])
    await decide(running, cookie, at, number, { state: number === 3 ? 'rejected' : 'accepted' });
  expect(
    (await post(running, reviewer, `${at}/publish`, { revision: await revisionOf(running, at, cookie) })).body,
  ).toBe('{"document":"qinghe-2025","targets":4,"measures":1}');
  return { running, cookie, reviewer, at };
}

const decide = (running: Running, cookie: string, at: string, number: number, body: object) =>
  patch(running, cookie, `${at}/candidates/${number}`, body);
const seen = async (running: Running, cookie: string, at: string): Promise<Reading> =>
  (await get(running, cookie, at)).json();
const revisionOf = async (running: Running, at: string, cookie: string) => (await seen(running, cookie, at)).revision;
const correct = (running: Running, cookie: string, at: string) =>
  post(running, cookie, `${at}/correct`, { reason: '数值抄错' });
const abandon = async (running: Running, cookie: string, at: string, revision?: number) =>
  post(running, cookie, `${at}/abandon`, { revision: revision ?? (await revisionOf(running, at, cookie)) });

/** All that readers see of the document. */
const shown = (running: Running) =>
  Promise.all(
    ['documents/qinghe-2025', 'targets?document=qinghe-2025', 'measures?document=qinghe-2025', 'overview'].map(
      async (path) => (await running.app.inject(`/api/v1/${path}`)).body,
    ),
  );

const lines = async (running: Running, at: string, cookie: string): Promise<string[]> =>
  (await get(running, cookie, `${at}/steps`)).json().items.map(({ action }: { action: string }) => action);

/** Decides in each way there is: of a target and a measure, of the document, with pieces split, joined and selected. */
async function changeMuch(running: Running, cookie: string, at: string): Promise<void> {
  const { candidates, measures, text } = await seen(running, cookie, at);
  const { quote: _, ...fields } = (candidates[0] as Reading['candidates'][0]).fields;
  const { quote: __, ...measure } = (measures[0] as Reading['measures'][0]).fields;
  const own = measures[0]?.number ?? -1;
  const edit: MeasureEdit = { ...measure, purpose: '别的事' };
  const start = text.indexOf('推动现代');
  const done = [
    await decide(running, cookie, at, 0, { fields: { ...fields, comparator: 'approx' } }),
    await decide(running, cookie, at, 0, { fields: { ...fields, unit: '个' }, state: 'rejected' }),
    await decide(running, cookie, at, 4, { restates: null }),
    await decide(running, cookie, at, 3, { state: 'accepted' }),
    await decide(running, cookie, at, own, { measure: edit, state: 'open' }),
    await patch(running, cookie, at, { ...HEAD, shortTitle: '另一个', region: '370100', regionName: null }),
    await patch(running, cookie, at, { ...HEAD, shortTitle: '再一个', region: '370100', regionName: null }),
    await post(running, cookie, `${at}/candidates`, { start, end: start + 13 }),
    await post(running, cookie, `${at}/candidates`, { start, end: start + 13, sort: 'measure' }),
  ];
  const split = await post(running, cookie, `${at}/candidates/2/split`);
  const [a, b] = split.json().candidates.map(({ number }: { number: number }) => number);
  const merged = await post(running, cookie, `${at}/candidates/${a}/merge`, { with: b });
  const other = await post(running, cookie, `${at}/candidates/1/merge`, { with: merged.json().candidates[0].number });
  expect([...done, split, merged, other].filter(({ statusCode }) => statusCode >= 300)).toEqual([]);
}

describe('a correction that is abandoned', () => {
  it('leaves the document as it was, and the reading as it was published, the log whole', async () => {
    const { running, reviewer, at } = await published();
    const [before, readers] = [await seen(running, reviewer, at), await shown(running)];
    const opened: Reading = (await correct(running, reviewer, at)).json();
    expect(opened.rights).toEqual(['decide', 'publish', 'abandon']);
    await changeMuch(running, reviewer, at);
    const changed = await seen(running, reviewer, at);
    expect(changed.candidates).not.toEqual(before.candidates);
    const logged = await lines(running, at, reviewer);
    const answer = await abandon(running, reviewer, at);
    expect([answer.statusCode, answer.json()]).toEqual([200, { ...before, revision: changed.revision + 1 }]);
    expect(await shown(running)).toEqual(readers);
    expect(await lines(running, at, reviewer)).toEqual(['abandon', ...logged]);
    const [line] = await findAudit(running.store.read, 1);
    expect(line).toMatchObject({ action: 'reading.abandon', user: 'zhao', outcome: 'done' });
    expect(JSON.parse(String(line?.detail))).toEqual({ document: 'qinghe-2025', undone: 14 });
  });

  it('is forgotten by the next one: begun again, changed, abandoned, and published at last', async () => {
    const { running, reviewer, at } = await published();
    const before = await seen(running, reviewer, at);
    for (const _ of [1, 2]) {
      await correct(running, reviewer, at);
      await changeMuch(running, reviewer, at);
      await abandon(running, reviewer, at);
    }
    await correct(running, reviewer, at);
    expect((await post(running, reviewer, `${at}/candidates/2/split`)).statusCode).toBe(200);
    // The rounds before rejected number 0, and that was undone: it comes back accepted.
    await post(running, reviewer, `${at}/candidates/0/merge`, { with: 1 });
    const { revision, ...after } = (await abandon(running, reviewer, at)).json() as Reading;
    const { revision: first, ...was } = before;
    expect([after, revision > first]).toEqual([was, true]);

    await correct(running, reviewer, at);
    await decide(running, reviewer, at, 1, { state: 'rejected' });
    const done = await post(running, reviewer, `${at}/publish`, { revision: await revisionOf(running, at, reviewer) });
    expect(done.json()).toEqual({ document: 'qinghe-2025', targets: 3, measures: 1 });
    const kept = await seen(running, reviewer, at);
    await correct(running, reviewer, at);
    await decide(running, reviewer, at, 1, { state: 'accepted' });
    expect((await abandon(running, reviewer, at)).json()).toMatchObject({ candidates: kept.candidates });
  });

  it('is refused in words where there is none, a second time, and to others than reviewers', async () => {
    const { running, cookie, reviewer, at } = await published();
    const none = await abandon(running, reviewer, at);
    expect([none.statusCode, none.json().code, none.json().detail]).toEqual([
      409,
      'reading_changed',
      expect.stringContaining('没有正在进行的更正'),
    ]);
    const fresh = `/readings/${(await paste(running, cookie, '到2027年，全市码头达到12个。')).id}`;
    expect((await abandon(running, reviewer, fresh)).json().detail).toContain('没有正在进行的更正');
    await correct(running, reviewer, at);
    expect((await abandon(running, cookie, at)).statusCode).toBe(403);
    for (const body of [{}, { revision: '3' }, { revision: null }, { revision: 3, reason: 'x' }])
      expect((await post(running, reviewer, `${at}/abandon`, body)).statusCode).toBe(400);
    const revision = await revisionOf(running, at, reviewer);
    const both = await Promise.all([1, 2].map(() => abandon(running, reviewer, at, revision)));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await lines(running, at, reviewer)).filter((one) => one === 'abandon')).toHaveLength(1);
    const dropped = await post(running, reviewer, `${at}/drop`);
    expect([dropped.statusCode, (await seen(running, reviewer, at)).state]).toEqual([409, 'published']);
  });

  it('is not what somebody else has changed since, and who is still editing is told', async () => {
    const { running, cookie, reviewer, at } = await published();
    await correct(running, reviewer, at);
    const revision = await revisionOf(running, at, reviewer);
    await decide(running, cookie, at, 1, { state: 'rejected' });
    const late = await abandon(running, reviewer, at, revision);
    expect([late.statusCode, late.json().code, late.json().detail]).toEqual([
      409,
      'reading_changed',
      expect.stringContaining('新的改动'),
    ]);
    expect((await seen(running, reviewer, at)).counts.rejected).toBe(2);
    expect((await abandon(running, reviewer, at)).statusCode).toBe(200);
    const editor = await decide(running, cookie, at, 1, { state: 'rejected' });
    expect([editor.statusCode, editor.json().code]).toEqual([409, 'reading_changed']);
    expect((await seen(running, cookie, at)).counts.rejected).toBe(1);
  });

  it('is for the reviewers of its region only', async () => {
    const { running, reviewer, at } = await published();
    await correct(running, reviewer, at);
    await patch(running, reviewer, at, { ...HEAD, region: '371300', regionName: null });
    const linyi = (await running.signIn('sun', ['reviewer'], '371300')).cookie;
    const away = (await running.signIn('qian', ['reviewer'], '370300')).cookie;
    expect((await abandon(running, away, at, 0)).statusCode).toBe(404);
    // the region it would go back to is none of theirs
    const refused = await abandon(running, linyi, at);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'role_missing']);
    expect((await seen(running, reviewer, at)).state).toBe('open');
  });
});
