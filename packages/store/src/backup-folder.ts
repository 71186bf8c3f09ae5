import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** A backup made by the server; names sort by time. */
export interface KeptBackup {
  file: string;
  /** ISO 8601, UTC. */
  at: string;
  bytes: number;
}

const NAME = /^dabiao-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.tar\.gz$/;

/** Name of a backup made at a time: dabiao-20261122-031500.tar.gz, in UTC. */
export function backupName(at: Date): string {
  const digits = at.toISOString().replace(/[-:]/g, '').replace('T', '-');
  return `dabiao-${digits.slice(0, 15)}.tar.gz`;
}

/** The backups of a folder, newest first; files of other names are none of ours. */
export async function findBackups(folder: string): Promise<KeptBackup[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (file): Promise<KeptBackup[]> => {
      const [, year, month, day, hour, minute, second] = NAME.exec(file) ?? [];
      if (!year) return [];
      const { size } = await stat(join(folder, file));
      return [{ file, at: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`, bytes: size }];
    }),
  );
  return found.flat().sort((one, other) => (one.file < other.file ? 1 : -1));
}

/** Removes the oldest backups beyond `keep`. @returns the names removed */
export async function pruneBackups(folder: string, keep: number): Promise<string[]> {
  const old = (await findBackups(folder)).slice(Math.max(1, keep));
  for (const { file } of old) await unlink(join(folder, file));
  return old.map(({ file }) => file);
}
