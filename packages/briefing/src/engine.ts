import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fontsWord } from './fonts.ts';

const require = createRequire(import.meta.url);

/** Hash of the source files of a folder, by name. */
function hashFolder(folder: string, hash: ReturnType<typeof createHash>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) hashFolder(path, hash);
    else hash.update(entry.name).update(readFileSync(path));
  }
}

let program: string | null = null;

/** Everything that decides how a model is drawn: this package, the charts, and how numbers are written. */
function programWord(): string {
  if (program !== null) return program;
  const hash = createHash('sha256');
  const folders = [
    import.meta.dirname,
    dirname(require.resolve('@dabiao/charts/trajectory')),
    dirname(require.resolve('@dabiao/domain/verdict')),
  ];
  for (const folder of folders) hashFolder(folder, hash);
  program = hash.digest('hex').slice(0, 12);
  return program;
}

/**
 * What draws briefings now, in one line: typesetter, program, fonts. Two that say the same give the same bytes for the
 * same model.
 */
export function engineWord(fontsDir: string | null): string {
  const { version } = require('@myriaddreamin/typst-ts-node-compiler/package.json') as { version: string };
  return `typst-ts ${version}, layout ${programWord()}, fonts ${fontsWord(fontsDir)}`;
}
