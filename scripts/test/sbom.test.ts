import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './small-tree.ts';

interface Component {
  name: string;
  version: string;
  purl: string;
  hashes?: { alg: string; content: string }[];
  licenses?: unknown[];
}

interface Locked {
  version?: string;
  name?: string;
  dev?: boolean;
  link?: boolean;
  integrity?: string;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as T;

/** `name@version` of every package of others that a running system has, by the lock file. */
function lockedPackages(): string[] {
  const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
  const others = Object.entries(packages).filter(
    ([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link,
  );
  return [
    ...new Set(others.map(([path, { name, version }]) => `${name ?? path.split('node_modules/').at(-1)}@${version}`)),
  ];
}

const idOf = ({ purl }: Component): string => decodeURIComponent(purl.replace(/^pkg:npm\//, ''));

describe('docs/sbom.cdx.json', () => {
  const { bomFormat, components } = read<{ bomFormat: string; components: Component[] }>('docs/sbom.cdx.json');
  const others = components.filter(({ purl }) => !decodeURIComponent(purl).startsWith('pkg:npm/@dabiao/'));

  it('lists every package of the lock file that runs, and no other (made anew by npm run sbom)', () => {
    expect(bomFormat).toBe('CycloneDX');
    expect(others.length).toBeGreaterThan(100);
    expect([...new Set(others.map(idOf))].toSorted()).toEqual(lockedPackages().toSorted());
  });

  it('says of each what it is by its hash, and under which licence', () => {
    expect(others.filter(({ hashes }) => !hashes?.some(({ alg }) => alg === 'SHA-512')).map(idOf)).toEqual([]);
    // These say MIT/X11 and BSD, which are no words of the SPDX list.
    const unnamed = others.filter(({ licenses }) => !licenses?.length).map(({ name }) => name);
    expect(unnamed.filter((name) => !['buffers', 'chainsaw', 'duck'].includes(name))).toEqual([]);
  });

  it('holds nothing of the machine it was made on', () => {
    const text = readFileSync(join(ROOT, 'docs/sbom.cdx.json'), 'utf8');
    expect(text).not.toMatch(/https?:|timestamp|serialNumber|\/(home|tmp|work|root)\//);
  });
});
