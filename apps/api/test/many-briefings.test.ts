import { describe, expect, it, vi } from 'vitest';
import { type Running, runningApp } from './running-app.ts';

/** A drawing that takes a moment, in the place of the press: how many there are at once is what is looked at. */
function slowPress({ app }: Running, milliseconds: number) {
  const seen = { now: 0, most: 0, made: 0 };
  vi.spyOn(app.briefings.room, 'draw').mockImplementation(async () => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    seen.now -= 1;
    seen.made += 1;
    return { bytes: Buffer.from('%PDF-1.7'), pages: 1 };
  });
  return seen;
}

const FORM = { document: 'linyi', length: 'short', sections: ['table'] };

const ask = ({ app }: Running, cookie: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/v1/briefings', headers: { cookie, ...headers }, payload: FORM });

describe('a hundred briefings at once', () => {
  it('are made one by one, those beyond the limit put off, and all others answered', { timeout: 60_000 }, async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('busy', ['viewer']);
    const seen = slowPress(running, 30);
    const asked = Promise.all(Array.from({ length: 100 }, () => ask(running, cookie)));
    const others = ['/api/v1/overview', '/api/v1/targets?limit=5', '/healthz', '/api/v1/documents/jinan'];
    for (const url of others) expect([url, (await running.app.inject(url)).statusCode]).toEqual([url, 200]);
    // They came through while most briefings were still waiting.
    expect(seen.made).toBeLessThan(60);
    const answers = await asked;
    const made = answers.filter(({ statusCode }) => statusCode === 201);
    const late = answers.filter(({ statusCode }) => statusCode === 429);
    expect([made.length, late.length]).toEqual([60, 40]);
    for (const { headers, body } of late) {
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(JSON.parse(body)).toMatchObject({ code: 'too_many_requests' });
    }
    expect(seen.most).toBe(1);
    const listed = (await running.app.inject('/api/v1/briefings?limit=1')).json() as { total: number };
    expect(listed.total).toBe(60);
  });

  it('by many people fill the queue: 503 with the time to come back, and it is let in again', {
    timeout: 60_000,
  }, async () => {
    const running = await runningApp();
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    vi.spyOn(running.app.briefings.room, 'draw').mockImplementation(async () => {
      await held;
      return { bytes: Buffer.from('%PDF-1.7'), pages: 1 };
    });
    const statuses = new Map<number, number>();
    const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
    let put: Awaited<ReturnType<typeof ask>> | null = null;
    for (let person = 0; person < 9; person += 1) {
      const { cookie } = await running.signIn(`person-${person}`, ['viewer']);
      for (let time = 0; time < 60; time += 1) {
        const answer = await ask(running, cookie, { prefer: 'respond-async' });
        count(answer.statusCode);
        if (answer.statusCode === 503) put = answer;
      }
    }
    // One is being drawn, 500 wait.
    expect(Object.fromEntries(statuses)).toEqual({ 202: 501, 503: 39 });
    expect(put?.headers['retry-after']).toBe('10');
    expect(put?.json()).toMatchObject({ code: 'busy' });
    expect((await running.app.inject('/api/v1/overview')).statusCode).toBe(200);
    free();
    const { cookie } = await running.signIn('later', ['viewer']);
    await expect.poll(async () => (await ask(running, cookie, { prefer: 'respond-async' })).statusCode).toBe(202);
  });
});
