import { join, resolve } from 'node:path';
import { draftYaml, measuresYaml } from '@dabiao/catalogue/draft-yaml';
import { proposeDocument, proposeTarget } from '@dabiao/catalogue/propose';
import { openSeeds } from '@dabiao/catalogue/seeds-folder';
import type { Proposal } from '@dabiao/domain/proposal';
import type { Reading } from '@dabiao/reader/reading';

const root = resolve(import.meta.dirname, '../../..');

async function toProposal({ document, outline, candidates, measures }: Reading) {
  const { regions, indicators } = await (await openSeeds(join(root, 'seeds'), null)).read();
  const targets = candidates.map((one) => ({ ...proposeTarget(one, indicators), restates: one.restates ?? null }));
  const proposal: Proposal = { document: proposeDocument(document, regions), outline, targets, measures };
  return { proposal, indicators };
}

/** A reading as a YAML draft for `seeds/documents`, matched to the catalogue that is there. */
export async function reviewDraft(reading: Reading): Promise<string> {
  const { proposal, indicators } = await toProposal(reading);
  return draftYaml(proposal, indicators, reading.candidates, reading.measures);
}

/** The policy measures of a reading as a YAML draft for `seeds/measures`; empty where it has none. */
export async function measuresDraft(reading: Reading): Promise<string> {
  return measuresYaml((await toProposal(reading)).proposal, reading.measures);
}
