import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

const PACKAGES = ['domain', 'contract', 'catalogue', 'ingest', 'reader', 'charts', 'store', 'workbook', 'briefing'];

/** Stand-ins for npm packages: the rules look at names and places only. */
const LIBRARIES = ['decimal.js', 'antd', 'better-sqlite3', 'kysely'];

/** A tree in which every import is allowed; each package has one module, so that any other may reach for it. */
const ALLOWED: Record<string, string> = {
  'packages/domain/src/idea.ts': "import 'decimal.js';",
  'packages/contract/src/idea.ts': "import '@dabiao/domain/idea';",
  'packages/catalogue/src/idea.ts': "import '@dabiao/domain/idea';",
  'packages/ingest/src/idea.ts': "import '@dabiao/domain/idea';",
  'packages/reader/src/idea.ts': "import '@dabiao/domain/idea';",
  'packages/charts/src/idea.ts': "import '@dabiao/domain/idea';",
  'packages/store/src/idea.ts': "import '@dabiao/domain/idea';\nimport 'better-sqlite3';\nimport 'kysely';",
  'packages/workbook/src/idea.ts': "import '@dabiao/domain/idea';",
  'packages/briefing/src/idea.ts': "import '@dabiao/domain/idea';\nimport '@dabiao/charts/idea';",
  'apps/api/src/app.ts': PACKAGES.map((name) => `import '@dabiao/${name}/idea';`).join('\n'),
  'apps/cli/src/main.ts': PACKAGES.map((name) => `import '@dabiao/${name}/idea';`).join('\n'),
  'apps/web/src/app/page.tsx': "import '../features/targets/list.tsx';\nimport '../ui/mark.tsx';",
  'apps/web/src/app/workbench/page.tsx': "import 'antd';",
  'apps/web/src/features/targets/list.tsx':
    "import '../../ui/mark.tsx';\nimport '@dabiao/contract/idea';\nimport '@dabiao/charts/idea';",
  'apps/web/src/features/submissions/upload.tsx': "import 'antd';",
  'apps/web/src/ui/mark.tsx': "import '@dabiao/domain/idea';",
  'scripts/bench.ts': "import '../apps/api/src/app.ts';",
};

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\nexport const made = true;\n`);
  }
}

function installStandIns(folder: string): void {
  for (const name of LIBRARIES) {
    write(folder, { [`node_modules/${name}/index.js`]: '' });
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
  }
  mkdirSync(join(folder, 'node_modules/@dabiao'));
  for (const name of PACKAGES) {
    const manifest = { name: `@dabiao/${name}`, exports: { './*': './src/*.ts' } };
    writeFileSync(join(folder, 'packages', name, 'package.json'), JSON.stringify(manifest));
    symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules/@dabiao', name), 'junction');
  }
  const dependencies = Object.fromEntries(LIBRARIES.map((name) => [name, '*']));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'small-tree', type: 'module', dependencies }));
}

/**
 * A small copy of this repository's folders outside it, with its own configuration of the direction check.
 * @param broken files to put on top, by path; one that replaces another takes its place
 */
export function smallTree(broken: Record<string, string> = {}): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-directions-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(join(ROOT, file), join(folder, file));
  write(folder, { ...ALLOWED, ...broken });
  installStandIns(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
