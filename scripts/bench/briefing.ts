// Time for one briefing, cold: each is drawn in a process that has loaded nothing yet.
import { drawBriefing } from '@dabiao/briefing/draw';
import { gatherBriefing } from '@dabiao/briefing/gather';
import { findDocuments } from '@dabiao/store/documents';
import { findDossier } from '@dabiao/store/dossier';
import { shown, timed } from './measure.ts';
import { watchChildren } from './peak-memory.ts';
import { TODAY, withSeededStore } from './seeded-store.ts';

const YEAR = 2024;

await withSeededStore(async ({ read }) => {
  for (const { id } of await findDocuments(read)) {
    let bytes = 0;
    let targets = 0;
    const draw = async () => {
      const dossier = await findDossier(read, id, YEAR);
      if (!dossier) throw new Error(`no document ${id}`);
      targets = dossier.targets.length;
      const model = gatherBriefing({ ...dossier, generatedOn: TODAY, demo: false, lang: 'zh' });
      bytes = (await drawBriefing(model)).length;
    };
    let took = 0;
    const peak = await watchChildren(async () => {
      took = await timed(draw);
    });
    const size = `${shown(bytes / 1024)} kB`;
    console.log(`  ${id.padEnd(12)} ${targets} targets  ${shown(took)} ms  ${size}  drawing process ${shown(peak)} MB`);
  }
});
