import { readFile } from 'node:fs/promises';
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
