import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, smallTree } from './small-tree.ts';

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** Runs the direction check as `npm run check` does, in `folder`. */
function violationsIn(folder: string): Violation[] {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'packages', 'apps', 'scripts'];
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!stdout.startsWith('{')) throw new Error(`the direction check did not run: ${stderr || stdout}`);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(10);
  return summary.violations;
}

/** Files that each break one rule: rule, path, what it imports. */
const BROKEN: readonly [rule: string, file: string, imported: string][] = [
  ['packages-domain', 'packages/domain/src/reach.ts', '@dabiao/store/idea'],
  ['domain-is-pure', 'packages/domain/src/disk.ts', 'node:fs'],
  ['domain-is-pure', 'packages/domain/src/window.ts', 'antd'],
  ['packages-contract', 'packages/contract/src/reach.ts', '@dabiao/charts/idea'],
  ['packages-catalogue', 'packages/catalogue/src/reach.ts', '@dabiao/ingest/idea'],
  ['packages-ingest', 'packages/ingest/src/reach.ts', '@dabiao/store/idea'],
  ['packages-reader', 'packages/reader/src/reach.ts', '@dabiao/ingest/idea'],
  ['packages-charts', 'packages/charts/src/reach.ts', '../../../apps/web/src/ui/mark.tsx'],
  ['packages-store', 'packages/store/src/reach.ts', '@dabiao/contract/idea'],
  ['packages-workbook', 'packages/workbook/src/reach.ts', '@dabiao/ingest/idea'],
  ['packages-briefing', 'packages/briefing/src/reach.ts', '@dabiao/store/idea'],
  ['only-store-knows-sql', 'apps/api/src/query.ts', 'kysely'],
  ['only-store-knows-sql', 'scripts/query.ts', 'better-sqlite3'],
  ['web-imports', 'apps/web/src/app/data.ts', '@dabiao/store/idea'],
  ['web-imports', 'apps/web/src/features/targets/reading.ts', '@dabiao/ingest/idea'],
  ['web-features-apart', 'apps/web/src/features/targets/neighbour.ts', '../submissions/upload.tsx'],
  ['web-downwards', 'apps/web/src/features/targets/upwards.ts', '../../app/page.tsx'],
  ['web-ui-is-dumb', 'apps/web/src/ui/clever.ts', '../features/targets/list.tsx'],
  ['workbench-apart', 'apps/web/src/app/light.tsx', 'antd'],
  ['workbench-apart', 'apps/web/src/ui/button.tsx', 'antd'],
  ['apps-apart', 'apps/cli/src/server.ts', '../../api/src/app.ts'],
  ['no-circular', 'packages/charts/src/egg.ts', './hen.ts'],
  ['resolvable', 'apps/api/src/lost.ts', './not-there.ts'],
];

/** Type imports count as much as others. */
const TYPE_ONLY = ['packages/domain/src/shape.ts', '@dabiao/store/idea'] as const;

const broken = smallTree({
  ...Object.fromEntries(BROKEN.map(([, file, imported]) => [file, `import '${imported}';`])),
  'packages/charts/src/hen.ts': "import './egg.ts';",
  [TYPE_ONLY[0]]: `import type { made as Made } from '${TYPE_ONLY[1]}';\nexport type Shape = typeof Made;`,
});
afterAll(broken.remove);

describe('the direction check', () => {
  let found: Violation[] = [];
  beforeAll(() => {
    found = violationsIn(broken.folder);
  });
  const named = (rule: string, file: string) =>
    found.filter(({ rule: { name }, from }) => name === rule && from === file);

  it.each(BROKEN)('%s catches %s', (rule, file) => {
    expect(named(rule, file)).not.toHaveLength(0);
  });

  it('sees an import of types', () => {
    expect(named('packages-domain', TYPE_ONLY[0])).not.toHaveLength(0);
  });

  it('accuses nothing but the files that break a rule', () => {
    const guilty = new Set<string>([...BROKEN.map(([, file]) => file), TYPE_ONLY[0]]);
    expect(found.map(({ from }) => from).filter((file) => !guilty.has(file))).toEqual([]);
  });

  it('has a broken file here for every rule', () => {
    const config = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as {
      forbidden: { name: string }[];
    };
    const rules = config.forbidden.map(({ name }) => name);
    expect(new Set(BROKEN.map(([rule]) => rule))).toEqual(new Set(rules));
  });

  it('lets a tree without a broken file pass', () => {
    const sound = smallTree();
    try {
      expect(violationsIn(sound.folder)).toEqual([]);
    } finally {
      sound.remove();
    }
  });

  it('lets this repository pass', () => {
    const lines = violationsIn(ROOT).map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
    expect(lines).toEqual([]);
  });
});
