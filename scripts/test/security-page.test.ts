import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './small-tree.ts';

const PAGE = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

/** Where the tests of each name are kept. */
const FOLDERS: Record<string, string> = {
  api: 'apps/api/test',
  cli: 'apps/cli/test',
  e2e: 'apps/web/e2e',
  web: 'apps/web/src/**',
  scripts: 'scripts/test',
  ...Object.fromEntries(
    ['briefing', 'catalogue', 'charts', 'domain', 'ingest', 'reader', 'store', 'workbook'].map((name) => [
      name,
      `packages/${name}/test`,
    ]),
  ),
};

/** Rows of the tables of requirements and faults: their cells. */
const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => /^\| (?!row|---|fault|variable)/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    );

const sections = PAGE.split(/^## /m);
const section = (title: string): string => sections.find((text) => text.startsWith(title)) ?? '';
const named = (text: string): string[] => [...text.matchAll(/`([a-z0-9]+\/[a-z0-9-]+)`/g)].map(([, name = '']) => name);

describe('docs/security.md', () => {
  it('names tests that exist', () => {
    const names = new Set(
      [...rows(section('GB/T')), ...rows(section('ASVS')), ...rows(section('Faults'))].flatMap((cells) =>
        named(cells.at(-1) ?? ''),
      ),
    );
    expect(names.size).toBeGreaterThan(50);
    const missing = [...names].filter((name) => {
      const [folder = '', file = ''] = name.split('/');
      const place = FOLDERS[folder];
      return place === undefined || globSync(`${place}/${file}.test.ts`, { cwd: ROOT }).length === 0;
    });
    expect(missing).toEqual([]);
  });

  it('has one row for each requirement, saying how it is met and by what it is shown, or that it is not', () => {
    const asvs = rows(section('ASVS'));
    const ids = asvs.map(([id]) => id ?? '');
    expect(ids.filter((id, at) => !/^\d+\.\d+\.\d+$/.test(id) || ids.indexOf(id) !== at)).toEqual([]);
    expect(ids.length).toBeGreaterThanOrEqual(180);
    const incomplete = asvs.filter((cells) => cells.length !== 4 || cells.some((cell) => cell === ''));
    expect(incomplete.map(([id]) => id)).toEqual([]);
    // What is shown by no test says why there can be none, after a dash.
    const all = [...asvs, ...rows(section('GB/T'))];
    const vague = all.filter(
      (cells) => named(cells.at(-1) ?? '').length === 0 && !/^– \S.{8,}/.test(cells.at(-1) ?? ''),
    );
    expect(vague.map(([id]) => id)).toEqual([]);
  });

  it('leads to pages that exist', () => {
    const links = [...PAGE.matchAll(/\]\((?!http|#)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(ROOT, 'docs', path)))).toEqual([]);
  });
});
