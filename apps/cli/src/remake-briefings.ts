import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { engineWord } from '@dabiao/briefing/engine';
import { Press } from '@dabiao/briefing/press';
import { findBriefings, type StoredBriefing } from '@dabiao/store/briefings';
import { sha256 } from '@dabiao/store/key';
import type { Db } from '@dabiao/store/open';

/** What came of making the kept briefings again from their data. */
export interface Remade {
  /** How many gave the same bytes again. */
  same: number;
  /** Drawn by another program or with other fonts: their bytes need not be the same, and are not compared. */
  otherEngine: number;
  /** Ids of those that give other bytes, or cannot be made. */
  different: string[];
}

const PAGE = 200;

async function* allBriefings(db: Db): AsyncGenerator<StoredBriefing> {
  let before: string | undefined;
  for (;;) {
    const page = { limit: PAGE, ...(before === undefined ? {} : { before }) };
    const found = await findBriefings(db, { user: null, reviews: true, regions: null }, {}, page);
    yield* found;
    before = found.at(-1)?.id;
    if (found.length < PAGE) return;
  }
}

/** Makes every kept briefing again from the data kept with it, and compares the bytes. */
export async function remakeBriefings(db: Db, dataDir: string): Promise<Remade> {
  const fonts = join(dataDir, 'fonts');
  const fontsDir = existsSync(fonts) ? fonts : null;
  const engine = engineWord(fontsDir);
  const remade: Remade = { same: 0, otherEngine: 0, different: [] };
  const press = new Press();
  const again = async (id: string): Promise<string | null> => {
    try {
      const model = JSON.parse(await readFile(join(dataDir, 'briefings', `${id}.json`), 'utf8'));
      return sha256((await press.draw({ model, kind: 'pdf', fontsDir })).bytes);
    } catch {
      return null;
    }
  };
  try {
    for await (const briefing of allBriefings(db)) {
      if (briefing.engine !== engine) remade.otherEngine += 1;
      else if ((await again(briefing.id)) === briefing.pdfHash) remade.same += 1;
      else remade.different.push(briefing.id);
    }
  } finally {
    press.close();
  }
  return remade;
}
