import { describe, expect, it } from 'vitest';
import { type Running, runningApp, upload } from './running-app.ts';

/** Hands in one figure of 济南市 and releases it. */
async function release({ app }: Running, headers: { cookie: string }, line: string): Promise<void> {
  const file = upload(`指标,地区,年份,数值,单位,状态\n${line}\n`, `${line}.csv`);
  const made = await app.inject({
    method: 'POST',
    url: '/api/v1/submissions',
    headers: { ...headers, ...file.headers },
    payload: file.payload,
  });
  expect(made.statusCode).toBe(201);
  const url = `/api/v1/submissions/${made.json().id}/submit`;
  const sent = await app.inject({ method: 'POST', url, headers, payload: { reason: '年鉴数据' } });
  expect([sent.statusCode, sent.json().state]).toEqual([200, 'approved']);
}

interface Moved {
  target: { id: string; indicator: { id: string }; assessment: { verdict: string } };
  before: string;
}

describe('what moved', () => {
  it('is counted from the year before where nothing was ever handed in', async () => {
    const { app } = await runningApp();
    const { movedSince, moved } = (await app.inject('/api/v1/overview?year=2025')).json();
    expect(movedSince).toBeNull();
    for (const { target, before } of moved as Moved[]) expect(target.assessment.verdict).not.toBe(before);
  });

  it('is counted from the last release, and only of what that touched', async () => {
    const running = await runningApp();
    const headers = await running.signIn('li', ['statistician'], '370100');
    const before = (await running.app.inject('/api/v1/targets/jinan-digital-economy-share?year=2025')).json();
    await release(running, headers, '数字经济占GDP比重,济南市,2025,52,%,年报');
    await release(running, headers, '5G基站数,济南市,2025,61000,个,年报');
    const { movedSince, moved } = (await running.app.inject('/api/v1/overview?year=2025')).json();
    expect(Date.now() - Date.parse(movedSince)).toBeLessThan(60_000);
    expect((moved as Moved[]).map(({ target }) => target.indicator.id)).toEqual(['5g-base-stations']);
    await release(running, headers, '数字经济占GDP比重,济南市,2025,40,%,修订');
    const again = (await running.app.inject('/api/v1/overview?year=2025')).json().moved as Moved[];
    expect(again.map(({ target, before: then }) => [target.id, then, target.assessment.verdict])).toEqual([
      ['jinan-digital-economy-share', 'achieved', 'missed'],
    ]);
    expect(before.row.assessment.verdict).not.toBe('achieved');
    expect((await running.app.inject('/api/v1/overview?year=2025&region=371300')).json().moved).toEqual([]);
  });
});
