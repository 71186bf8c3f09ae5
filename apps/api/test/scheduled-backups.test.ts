import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runningApp } from './running-app.ts';

const HOUR = 3_600_000;

/** Looked at after another minute: the next look is set only when the one before has ended. */
function aMinuteLater<T>(look: () => Promise<T>): () => Promise<T> {
  return async () => {
    await vi.advanceTimersByTimeAsync(60_000);
    return look();
  };
}

describe('scheduled backups', () => {
  it('are made by the clock, the oldest beyond those to be kept removed, all in the audit', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dabiao-scheduled-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let now = Date.parse('2026-07-01T00:00:00Z');
    const clock = () => new Date(now);
    const env = { BACKUP_DIR: folder, BACKUP_HOURS: '24', BACKUP_KEEP: '2' };
    const { app, store } = await runningApp(env, { clock });
    const lines = async () => (await findAudit(store.read, 10, undefined, { action: 'backup.add' })).length;
    const made = async (count: number): Promise<string[]> => {
      await expect.poll(aMinuteLater(lines), { timeout: 60_000 }).toBe(count);
      return readdirSync(folder).sort();
    };
    await app.listen({ host: '127.0.0.1', port: 0 });
    expect(await made(1)).toEqual(['dabiao-20260701-000000.tar.gz']);

    // An hour before it is due nothing is made, however often is looked.
    now += 23 * HOUR;
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(await made(1)).toHaveLength(1);

    for (const [count, day] of [
      [2, 2],
      [3, 3],
      [4, 4],
    ] as const) {
      now = Date.parse(`2026-07-0${day}T00:00:01Z`);
      await made(count);
    }
    expect(readdirSync(folder).sort()).toEqual(['dabiao-20260703-000001.tar.gz', 'dabiao-20260704-000001.tar.gz']);
    const [last] = await findAudit(store.read, 1, undefined, { action: 'backup.add' });
    expect(last).toMatchObject({
      user: null,
      outcome: 'done',
      detail: '{"removed":["dabiao-20260702-000001.tar.gz"]}',
    });
  }, 300_000);

  it('that fail are audited and made the next time', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'dabiao-scheduled-'));
    onTestFinished(() => rmSync(parent, { recursive: true }));
    const folder = join(parent, 'backups');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { writeFileSync } = await import('node:fs');
    // A file where the folder is to be.
    writeFileSync(folder, '');
    const { app, store } = await runningApp({ BACKUP_DIR: folder }, { clock: () => new Date('2026-07-01T00:00:00Z') });
    const outcomes = async () =>
      (await findAudit(store.read, 10, undefined, { action: 'backup.add' })).map(({ outcome }) => outcome);
    await app.listen({ host: '127.0.0.1', port: 0 });
    await expect.poll(outcomes, { timeout: 60_000 }).toEqual(['failed']);
    rmSync(folder);
    const later = async () => (await aMinuteLater(outcomes)())[0];
    await expect.poll(later, { timeout: 60_000 }).toBe('done');
    expect(readdirSync(folder)).toEqual(['dabiao-20260701-000000.tar.gz']);
  }, 120_000);
});
