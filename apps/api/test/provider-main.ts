import { startProvider } from './provider-program.ts';

// For the browser tests, which start it as a program of its own: `node provider-main.ts CALLBACK`.
const { issuer } = await startProvider(process.argv[2] ?? '');
process.stdout.write(`${issuer}\n`);
