// npm run bench -- [NAME …]: runs the benches named, all where none is, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BENCHES: Record<string, URL> = {
  answers: new URL('./answers.ts', import.meta.url),
  assess: new URL('./assess.ts', import.meta.url),
  read: new URL('./read.ts', import.meta.url),
  'read-pdf': new URL('./read-pdf.ts', import.meta.url),
  import: new URL('./import.ts', import.meta.url),
  briefing: new URL('./briefing.ts', import.meta.url),
  upload: new URL('./upload.ts', import.meta.url),
  publish: new URL('./publish.ts', import.meta.url),
  start: new URL('./start.ts', import.meta.url),
  list: new URL('./list.ts', import.meta.url),
  load: new URL('./load.ts', import.meta.url),
  pages: new URL('./pages.ts', import.meta.url),
};

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  const program = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (!program) {
    console.error(`no such bench: ${name}; there are ${Object.keys(BENCHES).join(', ')}`);
    process.exitCode = 2;
    break;
  }
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(program)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
