import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { KeptAnswers } from '../src/kept-answers.ts';
import { GOOD, send, step } from './handing.ts';
import { runningApp } from './running-app.ts';

const answer = (length: number) => ({ type: 'application/json', encoding: null, bytes: Buffer.alloc(length) });

describe('answers held in memory', () => {
  it('are made once: who asks meanwhile waits for the one being made', async () => {
    const answers = new KeptAnswers();
    expect(await answers.find('a')).toBeNull();
    const [second, third] = [answers.find('a'), answers.find('a')];
    const made = answer(3);
    answers.end('a', made);
    expect(await second).toBe(made);
    expect(await third).toBe(made);
    expect(await answers.find('a')).toBe(made);
  });

  it('that fail are made by each who waited', async () => {
    const answers = new KeptAnswers();
    await answers.find('a');
    const second = answers.find('a');
    answers.end('a', null);
    expect(await second).toBeNull();
    expect(await answers.find('a')).toBeNull();
  });

  it('are made two at a time: the next when one is done or has failed', async () => {
    const answers = new KeptAnswers();
    const begun: string[] = [];
    const find = (key: string) => answers.find(key).then((kept) => (kept === null ? begun.push(key) : 0));
    const asked = ['a', 'b', 'c', 'd'].map(find);
    await Promise.all(asked.slice(0, 2));
    expect(begun).toEqual(['a', 'b']);
    answers.end('b', answer(1));
    await asked[2];
    answers.end('a', null);
    await asked[3];
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    answers.end('c', null);
    answers.end('c', null);
    answers.end('d', answer(1));
    await Promise.all([find('e'), find('f')]);
    expect(begun.slice(4)).toEqual(['e', 'f']);
  });

  it('are bounded: the one asked for longest ago goes first', async () => {
    const answers = new KeptAnswers();
    const keys = Array.from({ length: 30 }, (_, at) => `answer ${at}`);
    for (const key of keys) {
      await answers.find(key);
      answers.end(key, answer(2 * 1024 * 1024));
      await answers.find('answer 0');
    }
    expect(await answers.find('answer 0')).not.toBeNull();
    expect(await answers.find('answer 1')).toBeNull();
    expect(await answers.find('answer 29')).not.toBeNull();
  });

  it('are the same packed, plain and asked for again, and another one after a release', async () => {
    const running = await runningApp();
    const { app } = running;
    const url = '/api/v1/targets?indicator=5g-base-stations';
    const plain = await app.inject({ url });
    const packed = () => app.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    for (const one of [await packed(), await packed()]) {
      expect(one.headers['content-encoding']).toBe('gzip');
      expect(one.headers['content-type']).toBe(plain.headers['content-type']);
      expect(gunzipSync(one.rawPayload).toString()).toBe(plain.body);
    }
    const at = (await Promise.all(Array.from({ length: 20 }, () => app.inject({ url })))).map(({ body }) => body);
    expect(new Set(at)).toEqual(new Set([plain.body]));

    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const { id } = (await send(running, cookie, GOOD)).json() as { id: string };
    await step(running, cookie, id, 'submit', { reason: '核对无误', problems: 'skip' });
    const after = await app.inject({ url });
    expect(after.body).not.toBe(plain.body);
    expect(after.headers.etag).not.toBe(plain.headers.etag);
  });

  it('are no answers that fail, and nothing that depends on more than the address', async () => {
    const { app, ...running } = await runningApp();
    for (let time = 0; time < 2; time += 1) {
      expect((await app.inject('/api/v1/documents/unknown')).statusCode).toBe(404);
      expect((await app.inject('/api/v1/targets?limit=nonsense')).statusCode).toBe(400);
    }
    const figure = await running.store.read
      .selectFrom('figure')
      .select(['indicator', 'region', 'year'])
      .executeTakeFirstOrThrow();
    const url = `/api/v1/figures/history?indicator=${figure.indicator}&region=${figure.region}&year=${figure.year}`;
    expect((await app.inject(url)).headers['cache-control']).toBe('no-store');
    expect((await app.inject(url)).headers['cache-control']).toBe('no-store');
  });
});
