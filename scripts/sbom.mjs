// npm run sbom: writes docs/sbom.cdx.json, the list of all third-party packages that a running system is made of.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './runtime.mjs';

const FILE = join(root, 'docs/sbom.cdx.json');

/** What npm knows of the packages of the lock file. Its own `--omit dev` leaves out what runs in a workspace besides. */
function askNpm() {
  const { stdout, status } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm sbom did not answer');
  return JSON.parse(stdout);
}

/** For tests and checks alone. */
const isForDevelopment = ({ properties = [] }) =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

const kept = ({ 'bom-ref': ref, type, name, version, purl, hashes, licenses }) => ({
  'bom-ref': ref,
  type,
  name,
  version,
  purl,
  ...(hashes ? { hashes } : {}),
  ...(licenses ? { licenses } : {}),
});

/** The same lock file gives the same file: no time, no serial number, no folder's name. */
function listOf({ bomFormat, specVersion, metadata, components, dependencies }) {
  const { version } = metadata.component;
  const running = components.filter((component) => !isForDevelopment(component));
  const refs = new Set([`dabiao@${version}`, ...running.map((component) => component['bom-ref'])]);
  return {
    bomFormat,
    specVersion,
    version: 1,
    metadata: { component: { 'bom-ref': `dabiao@${version}`, type: 'application', name: 'dabiao', version } },
    components: running.map(kept),
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
  };
}

writeFileSync(FILE, `${JSON.stringify(listOf(askNpm()), null, 1)}\n`);
