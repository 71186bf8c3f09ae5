// Time for a briefing of 10 pages with 12 charts, beside headless Chromium printing the same content in the same run;
// and for one of the whole catalogue.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawBriefing } from '@dabiao/briefing/draw';
import { gatherBriefing } from '@dabiao/briefing/gather';
import type { BriefingModel } from '@dabiao/briefing/model';
import { PLAIN_FORM } from '@dabiao/briefing/options';
import { Press } from '@dabiao/briefing/press';
import { findBriefingData } from '@dabiao/store/briefing-data';
import { chromium } from 'playwright-core';
import { inputOf, sampleTargets } from '../../packages/briefing/test/sample.ts';
import { briefingPage } from './briefing-page.ts';
import { shown, timed, timedInTurns } from './measure.ts';
import { TODAY, withSeededStore } from './seeded-store.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ROUNDS = 3;
const YEAR = 2024;
const PAGES = 10;
const CHARTS = 12;

const chartsOf = (model: BriefingModel): number =>
  JSON.stringify(model).match(/"kind":"(?:trajectory|verdicts|completion)"/g)?.length ?? 0;

/** Made-up targets in the number that gives the charts asked for, and a text long enough for the pages. */
function sampleModel(): BriefingModel {
  for (let count = 8; count < 40; count += 1) {
    const model = gatherBriefing(inputOf(sampleTargets(count)));
    if (chartsOf(model) >= CHARTS) return model;
  }
  throw new Error('no sample has so many charts');
}

/** Prints a page as a command does that is called for each: a process of its own. */
function printCold(page: string, pdf: string): void {
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${pdf}`];
  const { status } = spawnSync(CHROMIUM, [...options, `file://${page}`], { stdio: 'ignore' });
  if (status !== 0) throw new Error(`Chromium ended with ${status}`);
}

const pagesOf = (pdf: string): string =>
  /Pages: +(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1] ?? '?';

async function againstChromium(press: Press, folder: string): Promise<void> {
  if (!existsSync(CHROMIUM)) {
    console.log('  no Chromium on this machine: nothing to compare with');
    return;
  }
  const model = sampleModel();
  const { pages } = await press.draw({ model, kind: 'pdf', fontsDir: null });
  console.log(`  made-up briefing: ${pages} pages, ${chartsOf(model)} charts (asked for: ${PAGES}, ${CHARTS})`);
  const page = join(folder, 'briefing.html');
  const printed = join(folder, 'printed.pdf');
  writeFileSync(page, briefingPage(model));
  const browser = await chromium.launch({ executablePath: CHROMIUM });
  const times = await timedInTurns(
    {
      'drawn, warm': () => press.draw({ model, kind: 'pdf', fontsDir: null }),
      'drawn, cold process': () => drawBriefing(model),
      'Chromium, running already': async () => {
        const tab = await browser.newPage();
        await tab.goto(`file://${page}`);
        await tab.pdf({ path: printed, format: 'A4', printBackground: true, tagged: true });
        await tab.close();
      },
      'Chromium, started for it': () => printCold(page, printed),
    },
    ROUNDS,
  );
  await browser.close();
  const [base] = Object.values(times);
  for (const [name, { p50, p99 }] of Object.entries(times)) {
    const ratio = shown(p50 / (base?.p50 ?? Number.NaN));
    console.log(`  ${name.padEnd(28)} ${ratio.padStart(6)} ×  p50 ${shown(p50)} ms  most ${shown(p99)} ms`);
  }
  console.log(`  printed by Chromium: ${pagesOf(printed)} pages`);
}

async function wholeCatalogue(press: Press): Promise<void> {
  await withSeededStore(async ({ read }) => {
    for (const kind of ['pdf', 'docx'] as const) {
      let said = '';
      const took = await timed(async () => {
        const data = await findBriefingData(read, { scope: 'whole' }, YEAR);
        if (!data) throw new Error('no catalogue');
        const more = { generatedOn: TODAY, demo: false, draft: false, lang: 'zh', form: PLAIN_FORM } as const;
        const model = gatherBriefing({ ...data, ...more });
        const { bytes, pages } = await press.draw({ model, kind, fontsDir: null });
        said = `${data.targets.length} targets, ${pages ?? '?'} pages, ${shown(bytes.length / 1024)} kB`;
      });
      console.log(`  whole catalogue as ${kind.padEnd(5)} ${shown(took)} ms  ${said}`);
    }
  });
}

const folder = mkdtempSync(join(tmpdir(), 'dabiao-bench-'));
const press = new Press();
try {
  await againstChromium(press, folder);
  await wholeCatalogue(press);
} finally {
  press.close();
  rmSync(folder, { recursive: true });
}
