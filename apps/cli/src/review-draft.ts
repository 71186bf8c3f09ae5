import { join, resolve } from 'node:path';
import { draftYaml } from '@dabiao/catalogue/draft-yaml';
import { proposeDocument, proposeTarget } from '@dabiao/catalogue/propose';
import { openSeeds } from '@dabiao/catalogue/seeds-folder';
import type { Reading } from '@dabiao/reader/reading';

const root = resolve(import.meta.dirname, '../../..');

/** A reading as a YAML draft for `seeds/documents`, matched to the catalogue that is there. */
export async function reviewDraft({ document, outline, candidates }: Reading): Promise<string> {
  const { regions, indicators } = await (await openSeeds(join(root, 'seeds'), null)).read();
  const targets = candidates.map((one) => ({ ...proposeTarget(one, indicators), restates: one.restates ?? null }));
  return draftYaml({ document: proposeDocument(document, regions), outline, targets }, indicators, candidates);
}
