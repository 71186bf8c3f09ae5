import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '@dabiao/domain/catalogue';
import type { readCatalogue } from './catalogue.ts';
import { demoFigures } from './demo-figures.ts';
import { problemLine } from './problem.ts';
import { type CatalogueFile, MAX_FILE_CHARACTERS } from './yaml-text.ts';

/**
 * The files of a catalogue's folder (see `readCatalogue`). Files and folders whose names begin with a dot, and
 * README.md, are passed over; everything else must be a file of the catalogue.
 * @throws what the file system throws where the folder or a file cannot be read.
 */
async function readSeedFiles(folder: string): Promise<CatalogueFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter((path) => path !== 'README.md' && !path.split('/').some((part) => part.startsWith('.')));
  return Promise.all(paths.sort().map((path) => readSeedFile(folder, path)));
}

/** Reads the catalogue from a folder. @throws what the file system throws. */
export async function readSeedsFolder(folder: string): Promise<ReturnType<typeof readCatalogue>> {
  return readFiles(await readSeedFiles(folder));
}

/** The reader of YAML and its schemas are loaded only where there is something to read: most starts have nothing. */
async function readFiles(files: readonly CatalogueFile[]): Promise<ReturnType<typeof readCatalogue>> {
  const reader = await import('./catalogue.ts');
  return reader.readCatalogue(files);
}

/** A catalogue that cannot be used; the message has a line for each problem, with file, line and field. */
export class FaultyCatalogue extends Error {}

/**
 * The catalogue of a folder, to be read only where it is new: `hash` changes with any of its files. With `demoUntil`
 * it holds made-up figures up to that year in place of the published ones.
 */
export async function openSeeds(
  folder: string,
  demoUntil: number | null,
): Promise<{ hash: string; read: () => Promise<Catalogue> }> {
  const files = await readSeedFiles(folder);
  const hash = createHash('sha256')
    .update(JSON.stringify([files, demoUntil]))
    .digest('hex');
  const read = async () => {
    const { catalogue, problems } = await readFiles(files);
    if (!catalogue) throw new FaultyCatalogue(problems.map(problemLine).join('\n'));
    return demoUntil === null ? catalogue : { ...catalogue, figures: demoFigures(catalogue, demoUntil) };
  };
  return { hash, read };
}

/** A file too large to be one of ours is not read into memory; its stand-in is just too long to be accepted. */
async function readSeedFile(folder: string, path: string): Promise<CatalogueFile> {
  const address = join(folder, path);
  const { size } = await stat(address);
  const tooLarge = size > MAX_FILE_CHARACTERS * 4;
  return { path, text: tooLarge ? ' '.repeat(MAX_FILE_CHARACTERS + 1) : await readFile(address, 'utf8') };
}
