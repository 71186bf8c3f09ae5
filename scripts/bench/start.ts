// Time from `npm start` to the first answer of /healthz: the first start of an empty folder, then later ones.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { shown } from './measure.ts';
import { ROOT } from './seeded-store.ts';

const LATER_STARTS = 3;
const LONGEST_MS = 120_000;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** npm, the script and the server are one group, so that all of them end. */
async function stop(npm: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => npm.once('exit', resolve));
  if (npm.pid !== undefined && npm.exitCode === null) process.kill(-npm.pid, 'SIGTERM');
  await ended;
}

/** Milliseconds until the server answers. @throws where it does not come up. */
async function start(folder: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port) };
  const npm = spawn('npm', ['start'], { cwd: ROOT, env, stdio: 'ignore', detached: true });
  try {
    while (!(await answers(port))) {
      if (npm.exitCode !== null || performance.now() - began > LONGEST_MS)
        throw new Error('the server did not come up');
      await wait(10);
    }
    return performance.now() - began;
  } finally {
    await stop(npm);
    while (await answers(port)) await wait(10);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'dabiao-bench-'));
try {
  console.log(`  first start, empty data folder  ${shown(await start(folder))} ms`);
  const later: number[] = [];
  for (let turn = 0; turn < LATER_STARTS; turn += 1) later.push(await start(folder));
  console.log(`  later starts                    ${later.map(shown).join(', ')} ms`);
} finally {
  rmSync(folder, { recursive: true });
}
