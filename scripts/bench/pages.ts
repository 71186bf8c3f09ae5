// The built pages in the system's Chromium: JavaScript of the first screen, layout shift, from click to chart, and
// Lighthouse's mobile preset. Made-up figures, so that every page is full.
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { TargetDetail } from '@dabiao/contract/target';
import { chromium } from 'playwright-core';
import { bareDrawings, clicksToChart, layoutShift, scriptBytes } from '../../apps/web/e2e/page-speed.ts';
import { startServer } from '../../apps/web/e2e/running-server.ts';
import { openBrowser } from '../../apps/web/e2e/system-browser.ts';
import { fetchLighthouse, type Rating, rate } from './lighthouse.ts';
import { shown, timesOf } from './measure.ts';
import { ROOT } from './seeded-store.ts';

const ROUNDS = 7;
const RATINGS = 3;
const TARGET = 'linyi-5g-base-stations';
const INDICATOR = '5g-base-stations';
/** Where the link stands, the link, and what the other page draws. */
const WAYS = {
  target: ['/documents/linyi', `a[href^="/targets/${TARGET}"]`, '.target-chart svg text'],
  indicator: ['/indicators', `a[href^="/indicators/${INDICATOR}"]`, '.region-line svg path'],
  document: ['/', 'a[href^="/documents/linyi"]', '.document-body .target-row__bullet svg'],
  departments: ['/', 'nav a[href^="/departments"]', '.departments__bar *'],
  compare: ['/', 'nav a[href^="/compare"]', '.pair svg'],
} as const;
const STILL = [
  '/',
  '/documents/linyi',
  `/targets/${TARGET}`,
  `/indicators/${INDICATOR}`,
  '/departments',
  '/compare',
  '/targets',
];

async function timeClicks(address: string): Promise<void> {
  const browser = await openBrowser();
  const { first, all } = await scriptBytes(browser, address);
  console.log(`  JavaScript of the overview, gzip: ${(first / 1000).toFixed(0)} kB to its heading (limit 200), `);
  console.log(`    ${(all / 1000).toFixed(0)} kB with what is loaded ahead`);
  for (const path of STILL) {
    console.log(
      `  layout shift ${path.padEnd(34)} ${(await layoutShift(browser, address + path)).toFixed(3)}  (limit 0.02)`,
    );
  }
  const detail = (await (await fetch(`${address}/api/v1/targets/${TARGET}`)).json()) as TargetDetail;
  const bare = timesOf(await bareDrawings(browser, detail, ROUNDS)).p50;
  console.log(`  bare ECharts, same option            p50 ${shown(bare)} ms`);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  for (const [name, [from, link, chart]] of Object.entries(WAYS)) {
    await page.goto(address + from, { waitUntil: 'networkidle' });
    const times = await clicksToChart(page, link, chart, ROUNDS);
    const { p50 } = timesOf(times);
    const ratio = shown(p50 / bare).padStart(6);
    console.log(
      `  click to chart, ${name.padEnd(12)} ${ratio} ×  p50 ${shown(p50)} ms  longest ${shown(Math.max(...times))} ms`,
    );
  }
  await browser.close();
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function ratePages(address: string): Promise<void> {
  const missing = fetchLighthouse();
  if (missing !== null) {
    console.log(`  Lighthouse: not measured, because it could not be fetched (${missing})`);
    return;
  }
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  const ratings: Rating[] = [];
  for (let turn = 0; turn < RATINGS; turn += 1) ratings.push(await rate(`${address}/`, port));
  await browser.close();
  for (const { scores, firstPaint, largestPaint, blocked, machine } of ratings) {
    const numbers = Object.entries(scores).map(([name, score]) => `${name} ${score}`);
    console.log(`  Lighthouse, mobile: ${numbers.join(', ')}; machine ${machine.toFixed(0)}`);
    console.log(`    first paint ${shown(firstPaint)}, largest ${shown(largestPaint)}, blocked ${shown(blocked)} ms`);
  }
}

if (existsSync(join(ROOT, 'apps/web/dist/index.html'))) {
  const server = await startServer({ DEMO: '1' });
  try {
    await timeClicks(server.address);
    await ratePages(server.address);
  } finally {
    await server.stop();
  }
} else console.log('  pages: not built, not measured');
