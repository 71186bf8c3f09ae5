import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runningApp } from './running-app.ts';

describe('a briefing', () => {
  it('is made, listed, kept with its data, and downloaded', async () => {
    const { app, config, signIn } = await runningApp();
    const headers = await signIn('clerk', ['viewer']);
    const made = await app.inject({
      method: 'POST',
      url: '/api/v1/briefings',
      headers,
      payload: { document: 'linyi', year: 2024 },
    });
    expect(made.statusCode).toBe(201);
    const { id, bytes, createdBy } = made.json();
    expect(createdBy).toBe('clerk');
    const pdf = await app.inject(`/api/v1/briefings/${id}.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''/);
    expect([pdf.rawPayload.length, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([bytes, '%PDF-']);
    const kept = JSON.parse(readFileSync(join(config.dataDir, 'briefings', `${id}.json`), 'utf8'));
    expect(JSON.stringify(kept)).toContain('5G基站');
    expect((await app.inject('/api/v1/briefings')).json()).toMatchObject({
      total: 1,
      items: [{ id, year: 2024, document: 'linyi' }],
    });
  });

  it('is the same to the byte from the same data', async () => {
    const { app, signIn } = await runningApp();
    const headers = await signIn('clerk', ['viewer']);
    const hash = async () => {
      const made = await app.inject({
        method: 'POST',
        url: '/api/v1/briefings',
        headers,
        payload: { document: 'zibo' },
      });
      const pdf = await app.inject(`/api/v1/briefings/${made.json().id}.pdf`);
      return createHash('sha256').update(pdf.rawPayload).digest('hex');
    };
    expect(await hash()).toBe(await hash());
  });

  it('of nothing is refused', async () => {
    const { app, signIn } = await runningApp();
    const headers = await signIn('clerk', ['viewer']);
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/briefings',
      headers,
      payload: { document: 'nowhere' },
    });
    expect(answer.statusCode).toBe(404);
    expect((await app.inject('/api/v1/briefings/00000000-0000-0000-0000-000000000000.pdf')).statusCode).toBe(404);
    expect((await app.inject('/api/v1/briefings/..%2f..%2fdabiao.db.pdf')).statusCode).toBeGreaterThanOrEqual(400);
  });
});
