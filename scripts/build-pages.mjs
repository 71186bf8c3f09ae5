import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from './runtime.mjs';

/** What the built pages are made of. */
const SOURCES = [
  'apps/web/src',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/preload-program.ts',
  'apps/web/precompress.ts',
  'apps/web/public',
  'packages/domain/src',
  'packages/contract/src',
  'packages/charts/src',
  'package-lock.json',
];

function* filesOf(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesOf(join(path, name));
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesOf(join(root, source))) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Builds the pages where they are missing or older than their sources. @returns the exit code. */
export async function buildPages(env) {
  const stamp = join(root, 'apps/web/dist/.built-from');
  const hash = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 0;
  process.stderr.write('正在构建页面 (building the pages) …\n');
  const code = await runTool('vite/bin/vite.js', ['build', 'apps/web', '--logLevel', 'warn'], env);
  if (code === 0) writeFileSync(stamp, hash);
  return code;
}
