import { writeFile } from 'node:fs/promises';

/** Prints a value as indented JSON. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Writes to `file`, or to standard output where none is named. */
export async function writeOutput(content: string | Uint8Array, file: string | undefined): Promise<void> {
  if (file !== undefined && file !== '-') return writeFile(file, content);
  await new Promise<void>((done, fail) => process.stdout.write(content, (error) => (error ? fail(error) : done())));
}
