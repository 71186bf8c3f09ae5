/**
 * Changes the key of a store and is killed at one step of it: `node killed-rotation.ts DATABASE KEY STEP`. Steps are
 * what is written to files or asked of the database; each is killed before it is done. Ends with 0 where there are fewer.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';

const [database = '', key = '', last = ''] = process.argv.slice(2);
let steps = 0;
let counting = false;

function step(): void {
  steps += counting ? 1 : 0;
  if (steps === Number(last)) process.kill(process.pid, 'SIGKILL');
}

/** Has every call of a function be a step; a write is torn in the middle first. */
function watch(of: object, name: string): void {
  const methods = of as Record<string, (...args: unknown[]) => unknown>;
  const real = methods[name];
  if (!real) throw new Error(`${name} is not there`);
  methods[name] = function (this: unknown, ...args: unknown[]) {
    if (counting && name === 'writeSync') {
      if (steps + 1 === Number(last)) real.call(this, args[0], String(args[1]).slice(0, 20));
    }
    step();
    return real.apply(this, args);
  };
}

for (const name of ['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync']) watch(fs, name);
syncBuiltinESMExports();
const statement = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as object;
for (const name of ['run', 'all']) watch(statement, name);

const { openStore } = await import('../src/open.ts');
const { rotateKey } = await import('../src/rotate-key.ts');
const store = openStore(database);
counting = true;
await rotateKey(store, key, { by: 'test' });
counting = false;
await store.close();
process.stdout.write(`${steps}\n`);
