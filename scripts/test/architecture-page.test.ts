import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './small-tree.ts';

/** The folders of the repository that hold something of ours. */
const TOP = ['apps', 'packages', 'seeds', 'scripts', 'docs', 'data'];

/** Made by tools, in no version of the source. */
const MADE = new Set(['node_modules', 'dist', 'coverage']);

/** `path` and every folder below it, each with a slash at its end; what a running system keeps in data/ is not ours. */
function foldersFrom(path: string): string[] {
  if (path === 'data') return ['data/'];
  const below = readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !MADE.has(entry.name))
    .flatMap(({ name }) => foldersFrom(`${path}/${name}`));
  return [`${path}/`, ...below];
}

/** Rows of the page's table of folders: `| folder/ | what is in it |`. */
function describedFolders(page: string): string[] {
  return [...page.matchAll(/^\| `((?:\w[\w-]*\/)+)` *\| \S/gm)].map(([, folder]) => folder ?? '');
}

describe('docs/architecture.md', () => {
  const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

  it('has a line for every folder there is, each once, and for no other', () => {
    expect(describedFolders(page).toSorted()).toEqual(TOP.flatMap(foldersFrom).toSorted());
  });

  it('names no file that is not there', () => {
    const named = [...page.matchAll(/\b(?:apps|packages|seeds|scripts|docs)\/[\w/.-]+\.(?:ts|mjs|md)\b/g)].map(
      ([path]) => path,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
