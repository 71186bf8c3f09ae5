import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join(import.meta.dirname, '..');
const files = globSync('{app,features,ui}/**/*.tsx', { cwd: source }).filter((file) => !file.endsWith('.test.tsx'));

/** Text of a component that is not code: between tags, and in attributes that are read out. */
const SPOKEN = [
  />([^<>{}]*\p{Script=Han}[^<>{}]*)</gu,
  /(?:aria-label|title|alt|placeholder|label)="([^"]*\p{L}[^"]*)"/gu,
];

describe('components', () => {
  it('are looked at', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  it.each(files)('%s has no hard-coded words', (file) => {
    const code = readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const found = SPOKEN.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1]?.trim()));
    expect(found).toEqual([]);
  });
});
