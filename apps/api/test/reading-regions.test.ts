import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { get, HEAD, paste, patch, post, TEXT } from './reading-desk.ts';
import { BELOW, REGIONS } from './regions-by-hand.ts';
import { type Running, runningApp } from './running-app.ts';

/** A region the catalogue has not. */
const NEW = '376500';

interface Made {
  id: string;
  /** Region whose people work on it: the document's, where the catalogue has it, else the maker's. */
  home: string;
  maker: string;
  mark: string;
}

/** One reading for each pair of maker's and document's region. */
async function handedIn(running: Running, pairs: readonly [maker: string, document: string][]): Promise<Made[]> {
  const made: Made[] = [];
  for (const [at, [region, of]] of pairs.entries()) {
    const { cookie } = await running.signIn(`maker-${at}`, ['statistician'], region);
    const mark = `标记${at}号文件`;
    const { id } = await paste(running, cookie, `${TEXT}\n${mark}。\n`);
    const head = {
      ...HEAD,
      id: `mark-${at}`,
      title: mark,
      region: of,
      regionName: of === NEW ? HEAD.regionName : null,
    };
    expect((await patch(running, cookie, `/readings/${id}`, head)).statusCode).toBe(200);
    made.push({ id, home: of === NEW ? region : of, maker: cookie, mark });
  }
  return made;
}

const LOOKS = ['', '/steps', '/check', '/draft.yaml'];

/** Everything that can be done with a reading, with bodies that are right. */
const deeds = (running: Running, cookie: string, { id }: Made) => [
  patch(running, cookie, `/readings/${id}`, { ...HEAD, title: '改过的标题' }),
  patch(running, cookie, `/readings/${id}/candidates/0`, { state: 'accepted' }),
  post(running, cookie, `/readings/${id}/candidates`, { start: 0, end: 10 }),
  post(running, cookie, `/readings/${id}/candidates/0/split`, {}),
  post(running, cookie, `/readings/${id}/candidates/0/merge`, { with: 1 }),
  post(running, cookie, `/readings/${id}/drop`),
  running.app.inject({
    method: 'PUT',
    url: '/api/v1/labels',
    headers: { cookie },
    payload: { kind: 'reading', id, label: 'internal' },
  }),
];
const reviewerDeeds = (running: Running, cookie: string, { id }: Made) => [
  post(running, cookie, `/readings/${id}/publish`, { revision: 1 }),
  post(running, cookie, `/readings/${id}/correct`, { reason: '更正' }),
];

async function sees(running: Running, cookie: string, made: readonly Made[], granted: (one: Made) => boolean) {
  const list = await get(running, cookie, '/readings?limit=500');
  const meant = made.filter(granted).map(({ id }) => id);
  expect(new Set((list.json() as { items: Made[] }).items.map(({ id }) => id))).toEqual(new Set(meant));
  expect(list.json().total).toBe(meant.length);
  for (const one of made) {
    for (const way of LOOKS) {
      const answer = await get(running, cookie, `/readings/${one.id}${way}`);
      expect([one.home, way, answer.statusCode]).toEqual([one.home, way, granted(one) ? 200 : 404]);
      if (!granted(one)) expect(answer.body + list.body).not.toContain(one.mark);
    }
  }
}

const stored = async ({ store }: Running) =>
  JSON.stringify([
    await store.read.selectFrom('reading').selectAll().orderBy('id').execute(),
    await store.read.selectFrom('reading_candidate').selectAll().orderBy('reading').orderBy('number').execute(),
  ]);

describe('documents being read', () => {
  it('are seen and worked on in their region and above, and nowhere else', { timeout: 180_000 }, async () => {
    const region = fc.constantFrom(...REGIONS);
    const check = async (pairs: [string, string][], others: string[]) => {
      const running = await runningApp();
      const made = await handedIn(running, pairs);
      for (const [at, bound] of others.entries()) {
        for (const role of ['reviewer', 'statistician']) {
          const { cookie } = await running.signIn(`${role}-${at}`, [role], bound);
          const reaches = (one: Made) => BELOW[bound]?.includes(one.home) ?? false;
          await sees(running, cookie, made, reaches);
          const before = await stored(running);
          for (const one of made.filter((other) => !reaches(other))) {
            const tried = [
              ...deeds(running, cookie, one),
              ...(role === 'reviewer' ? reviewerDeeds(running, cookie, one) : []),
            ];
            expect((await Promise.all(tried)).map(({ statusCode }) => statusCode)).toEqual(tried.map(() => 404));
          }
          expect(await stored(running)).toBe(before);
        }
      }
      // A maker sees their own, whatever region it is of, and what is of the region they work for.
      for (const [at, { maker, id }] of made.entries()) {
        const own = pairs[at]?.[0] ?? '';
        await sees(running, maker, made, (one) => one.id === id || (BELOW[own]?.includes(one.home) ?? false));
      }
      const free = await running.signIn('free', ['reviewer']);
      await sees(running, free.cookie, made, () => true);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(region, fc.constantFrom(...REGIONS, NEW)), { minLength: 1, maxLength: 3 }),
        fc.array(region, { minLength: 1, maxLength: 2 }),
        check,
      ),
      { numRuns: 5 },
    );
  });

  it('are worked on by their region’s people, whoever handed them in', async () => {
    const running = await runningApp();
    const [one] = await handedIn(running, [['370100', '371300']]);
    if (!one) throw new Error('nothing handed in');
    const { cookie } = await running.signIn('linyi', ['reviewer'], '371300');
    const accepted = await patch(running, cookie, `/readings/${one.id}/candidates/0`, { state: 'accepted' });
    expect(accepted.statusCode).toBe(200);
    // Given to a region whose documents one does not see: refused, and nothing is changed.
    const moved = await patch(running, cookie, `/readings/${one.id}`, { ...HEAD, region: '370300', regionName: null });
    expect([moved.statusCode, moved.json().code]).toEqual([403, 'role_missing']);
    expect((await get(running, cookie, `/readings/${one.id}`)).json().document.region).toBe('371300');
  });

  it('of another region are not published, nor opened again, by the reviewer who handed them in', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('jinan', ['statistician', 'reviewer'], '370100');
    const read = await paste(running, cookie);
    const at = `/readings/${read.id}`;
    for (const { number } of [...read.candidates, ...read.measures]) {
      await patch(running, cookie, `${at}/candidates/${number}`, { state: number === 0 ? 'accepted' : 'rejected' });
    }
    const publish = async (by: string, region: string) => {
      const known = region === NEW ? HEAD.regionName : null;
      const head = { ...HEAD, region, regionName: known };
      expect((await patch(running, cookie, at, head)).statusCode).toBe(200);
      const { revision, rights } = (await get(running, by, at)).json();
      const answer = await post(running, by, `${at}/publish`, { revision });
      return [answer.statusCode, answer.json().code, rights.includes('publish')];
    };
    expect(await publish(cookie, '371300')).toEqual([403, 'role_missing', false]);
    // A new region belongs to the province, which is not theirs.
    expect((await publish(cookie, NEW)).slice(0, 2)).toEqual([403, 'role_missing']);
    const province = (await running.signIn('province', ['reviewer'], '370000')).cookie;
    expect(await publish(province, '371300')).toEqual([200, undefined, true]);
    expect((await post(running, cookie, `${at}/correct`, { reason: '更正' })).json().code).toBe('role_missing');
    expect((await post(running, province, `${at}/correct`, { reason: '更正' })).statusCode).toBe(200);
  });

  it('of the same bytes are one where both see it, and two where they do not', async () => {
    const running = await runningApp();
    const sent = async (name: string, region: string) =>
      paste(running, (await running.signIn(name, ['statistician'], region)).cookie);
    const [first, below, other] = [await sent('a', '371300'), await sent('b', '370000'), await sent('c', '370100')];
    expect([below.id === first.id, below.repeated]).toEqual([true, true]);
    expect([other.id === first.id, other.repeated]).toEqual([false, false]);
  });
});
