import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { StoreError } from './store-error.ts';

/** A file to go into an archive: its name there, and where it is now. */
export interface Packed {
  name: string;
  path: string;
}

/** A file of an archive as the manifest lists it. */
export interface Listed {
  name: string;
  bytes: number;
  sha256: string;
}

const BLOCK = 512;
const NAME_BYTES = 100;
export const MANIFEST = 'manifest.json';

/** Header of one file in the POSIX ustar format, which every `tar` reads. */
function headerOf(name: string, bytes: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > NAME_BYTES) throw new StoreError(`${name}：文件名过长 (file name too long)`);
  block.write(name, 0);
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\0', 257);
  block.write('00', 263);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

const padding = (bytes: number): Buffer => Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK);

async function* packFile(file: Packed, listed: Listed[]): AsyncGenerator<Buffer> {
  const { size } = await stat(file.path);
  yield headerOf(file.name, size);
  const hash = createHash('sha256');
  let read = 0;
  for await (const chunk of createReadStream(file.path) as AsyncIterable<Buffer>) {
    read += chunk.length;
    hash.update(chunk);
    yield chunk;
  }
  if (read !== size) throw new StoreError(`${file.path}：备份时文件有变化 (the file changed while it was copied)`);
  yield padding(size);
  listed.push({ name: file.name, bytes: size, sha256: hash.digest('hex') });
}

async function* pack(files: readonly Packed[], about: object): AsyncGenerator<Buffer> {
  const listed: Listed[] = [];
  for (const file of files) yield* packFile(file, listed);
  // Last, so that a file cut short has none.
  const manifest = Buffer.from(`${JSON.stringify({ ...about, files: listed }, null, 1)}\n`);
  yield headerOf(MANIFEST, manifest.length);
  yield manifest;
  yield padding(manifest.length);
  yield Buffer.alloc(2 * BLOCK);
}

/** Writes files and a manifest with their hashes into one `.tar.gz`, and does not return before the disk has it. */
export async function writeArchive(path: string, files: readonly Packed[], about: object): Promise<void> {
  await pipeline(
    Readable.from(pack(files, about)),
    createGzip(),
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  );
  const written = await open(path, 'r');
  try {
    await written.sync();
  } finally {
    await written.close();
  }
}

/** Bytes of a stream, taken as many at a time as are asked for. */
class Taking {
  #held: Buffer = Buffer.alloc(0);
  readonly #source: AsyncIterator<Buffer>;

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** At most `most` bytes; empty at the end. */
  async some(most: number): Promise<Buffer> {
    if (this.#held.length === 0) {
      const { value, done } = await this.#source.next();
      if (done) return Buffer.alloc(0);
      this.#held = value;
    }
    const out = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(out.length);
    return out;
  }

  async exactly(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = bytes;
    while (missing > 0) {
      const part = await this.some(missing);
      if (part.length === 0) throw new StoreError('备份文件不完整 (the backup is cut short)');
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }
}

/** Names that an archive of ours may hold: no way out of the folder. */
const NAME = /^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/;

async function unpackFile(taking: Taking, header: Buffer, folder: string): Promise<Listed> {
  const name = header.subarray(0, NAME_BYTES).toString('utf8').replace(/\0.*$/s, '');
  const bytes = Number.parseInt(header.subarray(124, 136).toString('ascii'), 8);
  if (!NAME.test(name) || !Number.isSafeInteger(bytes)) throw new StoreError('不是达标的备份文件 (not a backup)');
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    for (let missing = bytes; missing > 0; ) {
      const part = await taking.some(missing);
      if (part.length === 0) throw new StoreError('备份文件不完整 (the backup is cut short)');
      hash.update(part);
      await file.write(part);
      missing -= part.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await taking.exactly((BLOCK - (bytes % BLOCK)) % BLOCK);
  return { name, bytes, sha256: hash.digest('hex') };
}

/**
 * Takes an archive apart into a folder. What is in the files is not looked at here.
 * @returns what was found, the manifest included
 * @throws StoreError where the file is damaged, cut short or no archive of ours
 */
export async function readArchive(path: string, folder: string): Promise<Listed[]> {
  const found: Listed[] = [];
  const source = createReadStream(path);
  const bytes = source.pipe(createGunzip());
  source.on('error', (error) => bytes.destroy(error));
  const taking = new Taking(bytes);
  try {
    for (;;) {
      const header = await taking.exactly(BLOCK);
      if (header.every((byte) => byte === 0)) return found;
      found.push(await unpackFile(taking, header, folder));
    }
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (/^(Z_|ERR_)/.test(code)) throw new StoreError(`${path}：备份文件已损坏 (the backup is damaged)`);
    throw error;
  } finally {
    bytes.destroy();
    source.destroy();
  }
}

/** Takes away what a failed attempt has left. */
export const discard = (path: string): Promise<void> => rm(path, { recursive: true, force: true });
