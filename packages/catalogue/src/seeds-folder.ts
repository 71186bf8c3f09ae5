import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readCatalogue } from './catalogue.ts';
import { type CatalogueFile, MAX_FILE_CHARACTERS } from './yaml-text.ts';

/**
 * Reads the catalogue from a folder (see `readCatalogue` for the files in it). Files and folders whose names begin
 * with a dot, and README.md, are passed over; everything else must be a file of the catalogue.
 * @throws what the file system throws where the folder or a file cannot be read.
 */
export async function readSeedsFolder(folder: string): Promise<ReturnType<typeof readCatalogue>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter((path) => path !== 'README.md' && !path.split('/').some((part) => part.startsWith('.')));
  return readCatalogue(await Promise.all(paths.map((path) => readSeedFile(folder, path))));
}

/** A file too large to be one of ours is not read into memory; its stand-in is just too long to be accepted. */
async function readSeedFile(folder: string, path: string): Promise<CatalogueFile> {
  const address = join(folder, path);
  const { size } = await stat(address);
  const tooLarge = size > MAX_FILE_CHARACTERS * 4;
  return { path, text: tooLarge ? ' '.repeat(MAX_FILE_CHARACTERS + 1) : await readFile(address, 'utf8') };
}
