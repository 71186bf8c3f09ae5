// node scripts/run.mjs FILE [ARG …]: runs a TypeScript program of this repository, on the Node it needs.
import { prepare, run } from './runtime.mjs';

const [file, ...args] = process.argv.slice(2);
const env = prepare();
process.exitCode = await run(env.DABIAO_NODE, [file, ...args], env);
