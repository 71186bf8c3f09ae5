import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drawing } from '@dabiao/briefing/draw-job';
import { engineWord } from '@dabiao/briefing/engine';
import type { BriefingModel } from '@dabiao/briefing/model';
import { Press } from '@dabiao/briefing/press';
import { newKey } from '@dabiao/store/key';
import { BriefingDesk } from './briefing-desk.ts';
import type { Config } from './config.ts';

/** Forms in which a kept briefing can be had, with their media types. */
export const BRIEFING_FILES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type BriefingFile = keyof typeof BRIEFING_FILES;

/** Where briefings are made and kept: the press, the queue before it, the folder. */
export class BriefingRoom {
  readonly desk = new BriefingDesk();
  readonly #press = new Press();
  readonly #folder: string;
  readonly #fontsDir: string | null;

  constructor({ dataDir }: Pick<Config, 'dataDir'>) {
    this.#folder = join(dataDir, 'briefings');
    const fonts = join(dataDir, 'fonts');
    this.#fontsDir = existsSync(fonts) ? fonts : null;
  }

  /** What draws now, as it is kept with each briefing. */
  engine(): string {
    return engineWord(this.#fontsDir);
  }

  draw(model: BriefingModel, kind: 'pdf' | 'picture' | 'docx'): Promise<Drawing> {
    return this.#press.draw({ model, kind, fontsDir: this.#fontsDir });
  }

  path(id: string, ending: BriefingFile | 'json'): string {
    return join(this.#folder, `${id}.${ending}`);
  }

  /** Keeps the bytes under the name of a briefing; whole or not at all. */
  async keep(id: string, ending: BriefingFile | 'json', bytes: Uint8Array | string): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const passing = join(this.#folder, `.${newKey()}`);
    await writeFile(passing, bytes);
    await rename(passing, this.path(id, ending));
  }

  /**
   * The bytes of a kept briefing; DOCX and XLSX are made from its data when they are first asked for, and kept.
   * @throws Error where its files are gone or its data are of an earlier program
   */
  async bytes(id: string, ending: BriefingFile): Promise<Uint8Array> {
    const path = this.path(id, ending);
    if (ending === 'pdf' || existsSync(path)) return readFile(path);
    const model = JSON.parse(await readFile(this.path(id, 'json'), 'utf8')) as BriefingModel;
    const bytes = ending === 'docx' ? (await this.draw(model, 'docx')).bytes : await this.#workbook(model);
    await this.keep(id, ending, bytes);
    return bytes;
  }

  async #workbook(model: BriefingModel): Promise<Uint8Array> {
    // Loaded when first asked for: the library that writes workbooks takes longer to load than the server to start.
    const { writeTables } = await import('@dabiao/workbook/table');
    const { briefingTables } = await import('@dabiao/briefing/tables');
    return writeTables(briefingTables(model), model.date);
  }

  close(): void {
    this.#press.close();
  }
}
