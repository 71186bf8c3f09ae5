import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Times in our archives say nothing: the first that the format knows. */
const NO_TIME = new Date(1980, 0, 1, 0, 0, 0);

/** Files as a ZIP archive, in the order given, without times: equal files give equal bytes. */
export function zipFiles(files: readonly { name: string; bytes: Uint8Array }[], { packed }: { packed: boolean }) {
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = [bytes, { level: packed ? 6 : 0, mtime: NO_TIME }];
  return zipSync(entries);
}

/** The same office document without the times it was packed at, its text parts mended. */
export function settledOffice(archive: Uint8Array, mend: (name: string, text: string) => string): Uint8Array {
  const files = Object.entries(unzipSync(archive)).map(([name, bytes]) => ({
    name,
    bytes: /\.(xml|rels)$/.test(name) ? strToU8(mend(name, strFromU8(bytes))) : bytes,
  }));
  return zipFiles(files, { packed: true });
}
