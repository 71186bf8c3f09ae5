// npm start: installs what is missing, builds what is stale, then serves. --demo: a workspace of made-up figures.
import { buildPages } from './build-pages.mjs';
import { prepare, run } from './runtime.mjs';

const env = prepare();
if (process.argv.includes('--demo')) env.DEMO = '1';
process.exitCode = (await buildPages(env)) || (await run(env.DABIAO_NODE, ['apps/api/src/server.ts'], env));
