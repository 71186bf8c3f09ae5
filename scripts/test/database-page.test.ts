import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@dabiao/store/migrate';
import { openStore } from '@dabiao/store/open';
import { describe, expect, it } from 'vitest';
import { ROOT } from './small-tree.ts';

/** Names of the columns of each table, as `table.column`, in a database that all migrations made. */
async function migratedColumns(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-database-'));
  const store = openStore(join(folder, 'dabiao.db'));
  try {
    await migrate(store);
    const tables = await store.read.introspection.getTables();
    return tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`));
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** What the page describes: a heading in code for each table, and under it a row that begins with each column. */
function describedColumns(page: string): string[] {
  const sections = page.split(/^### `/m).slice(1);
  return sections.flatMap((section) => {
    const table = section.slice(0, section.indexOf('`'));
    return [...section.matchAll(/^\| `(\w+)` *\|/gm)].map(([, column]) => `${table}.${column}`);
  });
}

describe('docs/database.md', () => {
  it('describes every table and column there is, each once, and no other', async () => {
    const described = describedColumns(readFileSync(join(ROOT, 'docs/database.md'), 'utf8'));
    expect(described.toSorted()).toEqual((await migratedColumns()).toSorted());
  });

  it('says something of each column', () => {
    const page = readFileSync(join(ROOT, 'docs/database.md'), 'utf8');
    expect([...page.matchAll(/^\| `\w+` *\|[^|]*\| *\|$/gm)].map(([row]) => row)).toEqual([]);
  });
});
