// npm test: installs what is missing, then checks and every test; the last line is the sum of all runners.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages } from './build-pages.mjs';
import { check } from './check.mjs';
import { prepare, root, runTool } from './runtime.mjs';
import { chromiumPath, installSystemPackages } from './system-packages.mjs';

const report = join(root, '.cache/vitest.json');

function counted() {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const env = prepare();
if (!installSystemPackages()) process.exit(1);
env.CHROMIUM = chromiumPath();
const checks = await check(env);
const built = await buildPages(env);
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(report, { force: true });
const code = await runTool(
  'vitest/vitest.mjs',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  env,
);
const tests = counted();
const passed = checks.passed + tests.passed;
const failed = checks.failed + tests.failed + (built === 0 ? 0 : 1) + (code !== 0 && tests.failed === 0 ? 1 : 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
