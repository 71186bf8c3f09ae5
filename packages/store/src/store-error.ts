/** A store that cannot be used as asked; the message is a sentence for the operator, without a stack. */
export class StoreError extends Error {}

const SENTENCES: Record<string, string> = {
  SQLITE_NOTADB: '不是达标的数据库文件 (not a database)',
  SQLITE_CORRUPT: '数据库已损坏，请从备份恢复 (the database is damaged; restore a backup)',
  SQLITE_READONLY: '数据目录只读，无法写入 (the data folder is read-only)',
  SQLITE_CANTOPEN: '无法打开数据库文件 (the database cannot be opened)',
  SQLITE_FULL: '磁盘已满 (the disk is full)',
  SQLITE_IOERR: '读写出错，请检查磁盘 (an error of the disk)',
  SQLITE_BUSY: '数据库正被另一个程序占用 (another program holds the database)',
  EACCES: '没有权限 (permission denied)',
  EROFS: '数据目录只读，无法写入 (the data folder is read-only)',
  ENOTDIR: '路径中有一段不是文件夹 (part of the path is not a folder)',
  EEXIST: '应为文件夹，却是文件 (a file stands where the folder should be)',
  ENOENT: '无法建立文件夹 (the folder cannot be made)',
  ENOSPC: '磁盘已满 (the disk is full)',
};

/** What the file system or the engine says of `place`, as a sentence; null for any other error. */
export function toStoreError(error: unknown, place: string): StoreError | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return null;
  const known = SENTENCES[code] ?? SENTENCES[code.split('_').slice(0, 2).join('_')];
  return known ? new StoreError(`${place}：${known}`) : null;
}
