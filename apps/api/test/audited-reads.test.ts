import { findAudit } from '@dabiao/store/audit';
import { describe, expect, it } from 'vitest';
import { AUDITED_READS } from '../src/plugins/audit.ts';
import { GOOD, look, send, step } from './handing.ts';
import { type Running, runningApp } from './running-app.ts';

const linesOf = async (running: Running, action: string) =>
  (await findAudit(running.store.read, 200)).filter((line) => line.action === action);

describe('reading that is written down', () => {
  it('names routes that there are', async () => {
    const { app } = await runningApp();
    await app.ready();
    const unknown = Object.keys(AUDITED_READS).filter((url) => !app.hasRoute({ method: 'GET', url }));
    expect(unknown).toEqual([]);
  });

  it('is every look at unreleased figures, once a minute, with who and what', async () => {
    const running = await runningApp({ REVIEW: 'required' });
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const reviewer = await running.signIn('zhao', ['reviewer']);
    const { id } = (await send(running, cookie, GOOD)).json();
    await step(running, cookie, id, 'submit', { reason: '年报' });
    for (const path of ['', '/effects', '/figures', ''])
      await look(running, reviewer.cookie, `/submissions/${id}${path}`);
    expect(await linesOf(running, 'submission.view')).toMatchObject([{ user: 'zhao', object: id, outcome: 'done' }]);
    await look(running, reviewer.cookie, `/submissions/${id}/file`);
    expect(await linesOf(running, 'submission.download')).toMatchObject([{ user: 'zhao', object: id }]);
  });

  it('is every table and file taken out, by whomever', async () => {
    const running = await runningApp();
    const [target] = (await running.app.inject('/api/v1/targets?document=jinan&q=5G基站数')).json().items;
    expect((await running.app.inject(`/api/v1/targets/${target.id}/figures.csv`)).statusCode).toBe(200);
    expect(await linesOf(running, 'target.export')).toMatchObject([{ user: null, object: target.id }]);
  });

  it('is not what was not shown', async () => {
    const running = await runningApp();
    const { cookie } = await running.signIn('li', ['statistician'], '370100');
    const stranger = await running.signIn('wang', ['statistician'], '370300');
    const { id } = (await send(running, cookie, GOOD)).json();
    expect((await look(running, stranger.cookie, `/submissions/${id}`)).statusCode).toBe(404);
    expect((await linesOf(running, 'submission.view')).filter(({ user }) => user === 'wang')).toEqual([]);
  });
});
