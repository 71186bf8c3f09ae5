import { firstBrokenAuditLine, insertAudit } from '@dabiao/store/audit';
import { sha256 } from '@dabiao/store/key';
import { describe, expect, it } from 'vitest';
import { runningApp } from './running-app.ts';

interface Line {
  seq: number;
  action: string;
  hash: string;
  previous_hash: string;
  [column: string]: unknown;
}

async function collector() {
  const running = await runningApp();
  const auditor = await running.signIn('au', ['auditor']);
  const payload = { label: '日志平台', scope: 'audit', days: 30 };
  const made = await running.app.inject({ method: 'POST', url: '/api/v1/tokens', headers: auditor, payload });
  const bearer = { authorization: `Bearer ${made.json().secret}` };
  const fetchAfter = async (after: number, limit = 1000): Promise<Line[]> => {
    const url = `/api/v1/audit.jsonl?after=${after}&limit=${limit}`;
    const answer = await running.app.inject({ url, headers: bearer });
    expect(answer.statusCode).toBe(200);
    return answer.body
      .split('\n')
      .filter((text) => text !== '')
      .map((text) => JSON.parse(text));
  };
  const write = (object: string) =>
    running.store.transact((trx) => insertAudit(trx, { user: 'li', action: 'test.write', object }));
  return { ...running, auditor, bearer, fetchAfter, write };
}

describe('collecting the audit', () => {
  it('loses nothing while the collector is stopped, or reads while lines are written', async () => {
    const { fetchAfter, write, store } = await collector();
    const kept: Line[] = await fetchAfter(0);
    // Stopped; many lines are written meanwhile, more than one answer holds.
    for (let index = 0; index < 120; index += 1) await write(`a-${index}`);
    let writing = true;
    const writer = (async () => {
      for (let index = 0; index < 100; index += 1) await write(`b-${index}`);
      writing = false;
    })();
    for (;;) {
      const isLast = !writing;
      const more = await fetchAfter(kept.at(-1)?.seq ?? 0, 17);
      kept.push(...more);
      if (isLast && more.length === 0) break;
    }
    await writer;
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, index) => index + 1));
    expect(kept.filter(({ action }) => action === 'test.write')).toHaveLength(220);
    expect(await firstBrokenAuditLine(store.read)).toBeNull();
    // The chain can be followed in what was collected, without the database.
    for (const [index, line] of kept.entries()) {
      expect(line.previous_hash).toBe(index === 0 ? '0'.repeat(64) : kept[index - 1]?.hash);
      const parts = [
        line.previous_hash,
        line.seq,
        line.at,
        line.user,
        line.action,
        line.object,
        line.outcome,
        line.detail,
        line.address,
      ];
      const more = line.roles === null && line.request === null ? [] : [line.roles, line.request];
      expect(line.hash).toBe(sha256(JSON.stringify([...parts, ...more])));
    }
  });

  it('is itself written down once, not at every turn', async () => {
    const { fetchAfter } = await collector();
    for (let turn = 0; turn < 5; turn += 1) await fetchAfter(0);
    const lines = await fetchAfter(0);
    expect(lines.filter(({ action }) => action === 'audit.collect')).toHaveLength(1);
  });

  it('is all that its token can do, and only an auditor makes one', async () => {
    const { app, bearer, signIn, auditor, fetchAfter } = await collector();
    for (const [method, url] of [
      ['GET', '/api/v1/audit'],
      ['GET', '/api/v1/audit.csv'],
      ['GET', '/api/v1/alarms'],
      ['GET', '/api/v1/users'],
      ['GET', '/api/v1/submissions'],
      ['GET', '/api/v1/audit.jsonl/'],
      ['POST', '/api/v1/audit.jsonl'],
      ['DELETE', '/api/v1/session/others'],
    ] as const) {
      const answer = await app.inject({ method, url, headers: bearer });
      expect([url, answer.statusCode >= 400]).toEqual([url, true]);
    }
    const make = async (headers: { cookie: string }, scope: string) =>
      (
        await app.inject({ method: 'POST', url: '/api/v1/tokens', headers, payload: { label: 'x', scope, days: 1 } })
      ).json();
    const li = await signIn('li', ['statistician'], '370100');
    expect((await make(li, 'audit')).code).toBe('role_missing');
    expect((await make(auditor, 'read')).code).toBe('role_missing');
    expect((await app.inject({ url: '/api/v1/audit.jsonl', headers: li })).json().code).toBe('role_missing');
    // It ends with the role of whoever made it.
    expect((await fetchAfter(0)).length).toBeGreaterThan(0);
    const sec = await signIn('sec', ['security_admin']);
    const { items } = (await app.inject({ url: '/api/v1/users', headers: sec })).json();
    const { id } = items.find(({ name }: { name: string }) => name === 'au');
    const url = `/api/v1/users/${id}/roles`;
    await app.inject({ method: 'PUT', url, headers: sec, payload: { roles: ['viewer'], region: null } });
    expect((await app.inject({ url: '/api/v1/audit.jsonl', headers: bearer })).json().code).toBe('role_missing');
  });
});
