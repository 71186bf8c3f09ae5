import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './small-tree.ts';

const text = readFileSync(join(ROOT, 'Containerfile'), 'utf8').replace(/\\\n/g, ' ');
const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const all = (word: string): string[] => lines.filter((line) => line.startsWith(`${word} `));

describe('the container file', () => {
  it('starts the server that ships, on a Node that runs it, and asks it whether it is ready', () => {
    const entry = JSON.parse(all('ENTRYPOINT')[0]?.slice('ENTRYPOINT '.length) ?? '[]') as string[];
    expect(entry[0]).toBe('node');
    expect(existsSync(join(ROOT, entry[1] ?? 'nothing'))).toBe(true);
    expect(new Set(all('FROM').map((line) => /node:(\d+)/.exec(line)?.[1]))).toEqual(new Set(['24']));
    expect(text).toContain('/readyz');
  });

  it('runs without tools, as nobody in particular, with its data and its key apart', () => {
    const last = text.slice(text.lastIndexOf('FROM '));
    expect(text.indexOf('npm prune --omit=dev')).toBeGreaterThan(0);
    expect(last).not.toContain('npm ');
    expect(last).toMatch(/^USER node$/m);
    const settings = Object.fromEntries(
      [...(all('ENV').at(-1) ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]),
    );
    expect(settings).toMatchObject({ DATA_DIR: '/data', KEY_FILE: expect.not.stringMatching(/^\/data/) });
    // No secret is in the image.
    expect(text).not.toMatch(/SECRET=|PASSWORD=|TOKEN=/);
  });

  it('leaves out what must not be in an image', () => {
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
    for (const path of ['.git', 'data/*', '**/node_modules']) expect(ignored).toContain(path);
  });
});
