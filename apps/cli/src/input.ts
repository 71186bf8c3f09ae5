import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Misuse } from './exit.ts';

/** The bytes of a file, or of standard input where it is `-`. @throws Misuse where there is no such file. */
export async function readInput(file: string): Promise<Buffer> {
  if (file !== '-') {
    return readFile(file).catch((error: NodeJS.ErrnoException) => {
      throw new Misuse(
        `${file}：${error.code === 'ENOENT' ? '没有这个文件 (no such file)' : `无法读取 (${error.code ?? 'unreadable'})`}`,
      );
    });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A name for a workbook or CSV: the file's own, or for standard input one that fits its first bytes. */
export function workbookName(file: string, bytes: Uint8Array): string {
  if (file !== '-') return basename(file);
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) return 'stdin.xlsx';
  return first === 0xd0 && second === 0xcf ? 'stdin.xls' : 'stdin.csv';
}
