import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { runningApp } from './running-app.ts';

const CLI = resolve(import.meta.dirname, '../../cli/src/main.ts');

it('a kept briefing is made again from its data to the same byte; one whose data differ is named', async () => {
  const { app, store, config, signIn } = await runningApp();
  const headers = await signIn('clerk', ['viewer']);
  const make = async (payload: object) => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/briefings', headers, payload });
    expect(answer.statusCode).toBe(201);
    return answer.json().id as string;
  };
  const verify = () => {
    const env = { ...process.env, DATA_DIR: config.dataDir };
    const { stdout, status } = spawnSync(process.execPath, [CLI, 'verify', '--json'], { encoding: 'utf8', env });
    return { status, found: JSON.parse(stdout) };
  };
  const id = await make({ document: 'linyi', year: 2024, number: '第3期' });
  await make({ year: 2023, form: 'modern', landscape: true, sections: ['verdicts', 'table'] });
  const whole = verify();
  expect(whole.found.briefings).toEqual({ same: 2, otherEngine: 0, different: [] });

  // Someone who changes the data and the hash beside it is found out by drawing it again.
  const file = join(config.dataDir, 'briefings', `${id}.json`);
  const altered = readFileSync(file, 'utf8').replace('第3期', '第4期');
  writeFileSync(file, altered);
  const dataHash = createHash('sha256').update(altered).digest('hex');
  await store.transact((trx) =>
    trx.updateTable('briefing').set({ data_hash: dataHash }).where('id', '=', id).execute(),
  );
  const broken = verify();
  expect(broken.status).toBe(1);
  expect(broken.found).toMatchObject({ whole: false, files: [], briefings: { same: 1, different: [id] } });

  // What another program drew is not compared: its bytes need not be the same.
  await store.transact((trx) => trx.updateTable('briefing').set({ engine: 'earlier' }).execute());
  expect(verify().found.briefings).toEqual({ same: 0, otherEngine: 2, different: [] });
}, 120_000);
