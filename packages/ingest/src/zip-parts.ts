import { inflateRawSync } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { OddFile } from './xml-cursor.ts';

const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER = 30;

/** Thrown where a part inflates to another size than the directory of the file says. */
export class SizeLie extends Error {}

/** Thrown where a part declares a document type; ECMA-376 part 2 (8.1.4) has packages without, for entities expand. */
export class DeclaredType extends Error {}

const XML = /\.(?:xml|rels|vml)$/;
/** A document type stands before the first element; no comment in front of it is longer than this. */
const PROLOG = 64 * 1024;

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function inflate(packed: Buffer, size: number): Buffer {
  try {
    const whole = inflateRawSync(packed, { maxOutputLength: size + 1 });
    if (whole.byteLength !== size) throw new SizeLie();
    return whole;
  } catch (error) {
    if (error instanceof RangeError) throw new SizeLie();
    throw error;
  }
}

/** All entries of a zip file's directory. @throws where it is damaged. */
export async function readDirectory(bytes: Buffer, most: number): Promise<Entry[] | null> {
  const zip = await open(bytes);
  if (zip.entryCount > most) return null;
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** The parts of an opened zip file, each inflated when it is asked for, to exactly the size it declares. */
export class ZipParts {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #read = new Set<string>();

  constructor(bytes: Buffer, entries: readonly Entry[]) {
    this.#bytes = bytes;
    this.#entries = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]));
  }

  /** Names of the parts, in lower case. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The bytes of a part; null where there is none. @throws SizeLie, DeclaredType, OddFile, or where it is damaged. */
  read(name: string): Buffer | null {
    const key = name.toLowerCase();
    const entry = this.#entries.get(key);
    if (!entry) return null;
    this.#read.add(key);
    const whole = this.#inflated(entry);
    if (XML.test(key) && whole.subarray(0, PROLOG).includes('<!DOCTYPE')) throw new DeclaredType();
    return whole;
  }

  /** Inflates what nobody has asked for, one after the other and into nothing. @throws SizeLie, DeclaredType */
  checkRest(): void {
    for (const name of this.names) if (!this.#read.has(name)) this.read(name);
  }

  #inflated(entry: Entry): Buffer {
    const packed = this.#packed(entry);
    if (entry.compressionMethod === DEFLATED) return inflate(packed, entry.uncompressedSize);
    if (entry.compressionMethod !== STORED) throw new OddFile('compression');
    if (packed.byteLength !== entry.uncompressedSize) throw new SizeLie();
    return packed;
  }

  #packed(entry: Entry): Buffer {
    const at = entry.relativeOffsetOfLocalHeader;
    const start = at + LOCAL_HEADER + this.#bytes.readUInt16LE(at + 26) + this.#bytes.readUInt16LE(at + 28);
    const end = start + entry.compressedSize;
    if (end > this.#bytes.byteLength) throw new OddFile('truncated');
    return this.#bytes.subarray(start, end);
  }
}
