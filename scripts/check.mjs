// npm run check: format and lint, types, import directions, unused code, known advisories where the registry answers.
import { spawnSync } from 'node:child_process';
import { prepare, root, runTool } from './runtime.mjs';

const CHECKS = [
  ['format, lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  ['types', 'typescript/bin/tsc', ['-b']],
  [
    'directions',
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'packages', 'apps', 'scripts'],
  ],
  ['unused', 'knip/bin/knip.js', ['--no-progress']],
];

/** The registry may refuse to be asked; then the answer is "not checked", never "passed". */
function checkAdvisories(env) {
  const { status, stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
    cwd: root,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const answer = (() => {
    try {
      return JSON.parse(stdout);
    } catch {
      return null;
    }
  })();
  if (!answer?.metadata?.vulnerabilities) {
    console.log('advisories: not checked (the registry does not answer)');
    return true;
  }
  console.log(`advisories: ${status === 0 ? 'none of high severity' : stdout}`);
  return status === 0;
}

export async function check(env) {
  let passed = 0;
  const failed = [];
  for (const [name, tool, args] of CHECKS) {
    console.log(`check: ${name}`);
    if ((await runTool(tool, args, env)) === 0) passed += 1;
    else failed.push(name);
  }
  if (!checkAdvisories(env)) failed.push('advisories');
  for (const name of failed) console.error(`check failed: ${name}`);
  return { passed, failed: failed.length };
}

if (import.meta.filename === process.argv[1]) {
  // `npm run check advisories` asks for these alone: to be run every week, whether or not anything was changed.
  const failed =
    process.argv[2] === 'advisories' ? Number(!checkAdvisories(process.env)) : (await check(prepare())).failed;
  process.exitCode = failed > 0 ? 1 : 0;
}
