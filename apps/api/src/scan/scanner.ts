import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { queued } from '../queue.ts';
import { runScanner, type ScanResult } from './run-scanner.ts';
import type { ScanSettings } from './scan-settings.ts';

/** Files looked at at the same time, and how many more wait; whoever comes then is told to come back. */
const LIMITS = { atOnce: 2, waiting: 8 };

/** Whether the scanner gave an answer when it was last asked; null before it was. */
export interface ScannerState {
  answers: boolean | null;
  at: string | null;
}

/** Shows bytes to the scanner, in a file of their own that is gone afterwards. */
export class Scanner {
  readonly #settings: ScanSettings;
  readonly #folder: string;
  readonly #inTurn = queued((bytes: Uint8Array) => this.#scan(bytes), LIMITS);
  state: ScannerState = { answers: null, at: null };

  constructor(settings: ScanSettings, dataDir: string) {
    this.#settings = settings;
    this.#folder = join(dataDir, 'scanning');
  }

  /** Removes what a server that was killed has left. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** @throws Problem busy where too many wait */
  look(bytes: Uint8Array): Promise<ScanResult> {
    return this.#inTurn(bytes);
  }

  async #scan(bytes: Uint8Array): Promise<ScanResult> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, randomBytes(12).toString('hex'));
    try {
      await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
      const result = await runScanner(this.#settings, path);
      this.state = { answers: result.verdict !== 'unknown', at: new Date().toISOString() };
      return result;
    } finally {
      await rm(path, { force: true });
    }
  }
}
