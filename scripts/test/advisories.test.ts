import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ROOT } from './small-tree.ts';

const found = (high: number) =>
  JSON.stringify({ metadata: { vulnerabilities: { high, critical: 0, total: high } }, vulnerabilities: {} });

/** What is said of advisories where npm answers so. */
function asked(answer: string, exit: number): { status: number | null; out: string } {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-npm-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const npm = join(folder, 'npm');
  writeFileSync(npm, `#!/bin/sh\necho "$@" > "${folder}/args"\ncat <<'END'\n${answer}\nEND\nexit ${exit}\n`);
  chmodSync(npm, 0o700);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}`, npm_execpath: '' };
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'scripts/check.mjs'), 'advisories'], {
    encoding: 'utf8',
    env,
  });
  return { status, out: stdout };
}

it.each([
  ['none', found(0), 0, 0, /none of high severity/],
  ['a high one', found(1), 1, 1, /"high":1/],
  ['no registry', '{"error":{"code":"ENOTFOUND"}}', 1, 0, /not checked/],
  ['a registry that answers with a page', '<html>', 1, 0, /not checked/],
])('advisories: %s', (_what, answer, exit, status, said) => {
  expect(asked(answer, exit)).toEqual({ status, out: expect.stringMatching(said) });
});
