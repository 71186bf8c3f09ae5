import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './key.ts';

const folderOf = (dataDir: string): string => join(dataDir, 'uploads');

/** Where a file handed in is kept: under the SHA-256 of its bytes, so that the same bytes are kept once. */
export const uploadPath = (dataDir: string, hash: string): string => join(folderOf(dataDir), hash);

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/**
 * Keeps the bytes that were handed in, for ever; what is there already stays. Written beside its place and moved there
 * whole, so that a torn write never stands under a hash.
 * @returns the SHA-256 of the bytes
 */
export async function keepUpload(dataDir: string, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  const path = uploadPath(dataDir, hash);
  if (await isThere(path)) return hash;
  await mkdir(folderOf(dataDir), { recursive: true });
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return hash;
}

/**
 * The bytes kept under a hash.
 * @returns `missing` where there are none, `damaged` where they are no longer the ones that were handed in
 */
export async function readUpload(dataDir: string, hash: string): Promise<Buffer | 'missing' | 'damaged'> {
  const path = uploadPath(dataDir, hash);
  if (!/^[0-9a-f]{64}$/.test(hash) || !(await isThere(path))) return 'missing';
  const bytes = await readFile(path);
  return sha256(bytes) === hash ? bytes : 'damaged';
}
